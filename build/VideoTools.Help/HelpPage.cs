namespace VideoTools.Help;

/// <summary>A Markdown page: level 2 headings are sections, level 3 headings their entries.</summary>
public sealed class HelpPage
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<HelpEntry>> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">There is no level 1 heading.</exception>
    public HelpPage(string markdown)
    {
        string? section = null;
        string? entry = null;
        var body = new List<string>();
        var isCode = false;
        foreach (var line in (markdown ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            var level = isCode ? 0 : line.TakeWhile(c => c == '#').Count();
            if (level is 0 or > 3 || !line[level..].StartsWith(' '))
            {
                body.Add(line);
                continue;
            }

            Close();
            var heading = line[level..].Trim();
            switch (level)
            {
                case 1:
                    Title = heading;
                    break;
                case 2:
                    section = heading;
                    entry = null;
                    break;
                default:
                    entry = heading;
                    break;
            }
        }

        Close();
        if (Title.Length == 0)
        {
            throw new FormatException("The page has no level 1 heading.");
        }

        void Close()
        {
            var text = string.Join('\n', body).Trim('\n', ' ');
            body.Clear();
            if (section is null)
            {
                return;
            }

            if (entry is null)
            {
                _texts[section] = text;
            }
            else
            {
                if (!_entries.TryGetValue(section, out var list))
                {
                    _entries.Add(section, list = []);
                }

                list.Add(new HelpEntry(entry, text));
            }
        }
    }

    /// <summary>The level 1 heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Text right below a section's heading; empty when there is none.</summary>
    public string Text(string section) => _texts.GetValueOrDefault(section, "");

    /// <summary>The entries of a section, in order.</summary>
    public IReadOnlyList<HelpEntry> Entries(string section) => _entries.TryGetValue(section, out var list) ? list : [];
}
