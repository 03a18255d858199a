namespace VideoTools.TestMedia.Text;

/// <summary>Fonts of the system that the overlays are drawn with.</summary>
public static class Fonts
{
    private static readonly string[] Roots = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", @"C:\Windows\Fonts"];

    /// <summary>The Latin fonts that are here, in a fixed order.</summary>
    public static IReadOnlyList<string> Latin { get; } =
        [.. new[] { "LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf", "LiberationSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSerif-Bold.ttf", "LiberationSansNarrow-Bold.ttf" }
            .Select(Find).OfType<string>()];

    /// <summary>A font with Chinese characters, null when there is none.</summary>
    public static string? Chinese { get; } = Find("DroidSansFallbackFull.ttf") ?? Find("DroidSansFallback.ttf") ?? Find("wqy-microhei.ttc");

    /// <summary>True when the whole set can be drawn.</summary>
    public static bool AreComplete => Latin.Count == 6 && Chinese is not null;

    private static string? Find(string name) => Roots.Where(Directory.Exists)
        .SelectMany(root => Directory.EnumerateFiles(root, name, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        .Order(StringComparer.Ordinal).FirstOrDefault();
}
