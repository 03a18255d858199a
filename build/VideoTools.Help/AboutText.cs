using System.Text;

namespace VideoTools.Help;

/// <summary>Turns an about_ page into the plain text that Get-Help shows.</summary>
internal static class AboutText
{
    private const int Width = 78;
    private const string Indent = "    ";

    /// <summary>Headings in capitals, prose wrapped and indented, code indented further.</summary>
    public static string Render(string name, string markdown)
    {
        var text = new StringBuilder("TOPIC\n").Append(Indent).Append(name).Append("\n\n");
        var prose = new List<string>();
        var isCode = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush();
                isCode = !isCode;
                text.Append(isCode ? "" : "\n");
            }
            else if (isCode)
            {
                text.Append(Indent).Append(Indent).Append(line).Append('\n');
            }
            else if (line.StartsWith('#'))
            {
                Flush();
                var heading = line.TrimStart('#', ' ');
                text.Append(heading == name ? "" : heading.ToUpperInvariant() + "\n");
            }
            else
            {
                prose.Add(line);
            }
        }

        Flush();
        return text.ToString().TrimEnd() + "\n";

        void Flush()
        {
            foreach (var paragraph in PlainText.Paragraphs(string.Join('\n', prose)))
            {
                Wrap(text, paragraph);
            }

            prose.Clear();
        }
    }

    private static void Wrap(StringBuilder text, string paragraph)
    {
        var line = new StringBuilder(Indent);
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > Indent.Length && line.Length + word.Length > Width)
            {
                text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(Indent);
            }

            line.Append(word).Append(' ');
        }

        text.Append(line.ToString().TrimEnd()).Append("\n\n");
    }
}
