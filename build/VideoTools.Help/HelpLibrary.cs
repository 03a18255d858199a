namespace VideoTools.Help;

/// <summary>All pages of a language.</summary>
public sealed class HelpLibrary
{
    private readonly HelpPage? _common;

    /// <summary>Puts pages together.</summary>
    /// <param name="pages">Markdown by file name.</param>
    public HelpLibrary(IReadOnlyDictionary<string, string> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        _common = pages.TryGetValue(HelpBuilder.CommonPage, out var common) ? new HelpPage(common) : null;
        CommandPages = pages
            .Where(page => page.Key != HelpBuilder.CommonPage && !IsAbout(page.Key))
            .ToDictionary(page => Path.GetFileNameWithoutExtension(page.Key), page => new HelpPage(page.Value), StringComparer.Ordinal);
        AboutPages = pages
            .Where(page => IsAbout(page.Key))
            .ToDictionary(page => Path.GetFileNameWithoutExtension(page.Key), page => page.Value, StringComparer.Ordinal);
    }

    /// <summary>The page of each cmdlet, by its name.</summary>
    public IReadOnlyDictionary<string, HelpPage> CommandPages { get; }

    /// <summary>Markdown of the about topics, by their names.</summary>
    public IReadOnlyDictionary<string, string> AboutPages { get; }

    /// <summary>Reads the Markdown files of a directory.</summary>
    public static HelpLibrary Load(string directory) => new(
        Directory.EnumerateFiles(directory, "*.md").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal));

    /// <summary>The text of a parameter: the page's own, or the shared one.</summary>
    public HelpEntry? FindParameter(HelpPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Find(page, name) ?? (_common is null ? null : Find(_common, name));
    }

    private static HelpEntry? Find(HelpPage page, string name) =>
        page.Entries("PARAMETERS").FirstOrDefault(entry => entry.Heading.Equals("-" + name, StringComparison.OrdinalIgnoreCase));

    private static bool IsAbout(string fileName) => fileName.StartsWith("about_", StringComparison.Ordinal);
}
