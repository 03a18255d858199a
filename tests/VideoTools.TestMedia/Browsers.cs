namespace VideoTools.TestMedia;

/// <summary>What tests of web pages run in. A path is null when it is not there.</summary>
public static class Browsers
{
    /// <summary>Chromium or Chrome on the PATH.</summary>
    public static string? Chromium { get; } = Find("chromium", "chromium-browser", "google-chrome");

    /// <summary>Node.js on the PATH.</summary>
    public static string? Node { get; } = Find("node", "node.exe");

    /// <summary>The library that drives a browser, fetched by the test task.</summary>
    public static string? Playwright
    {
        get
        {
            var path = Path.Combine(RepositoryPaths.Assets, "playwright-core", "index.mjs");
            return File.Exists(path) ? path : null;
        }
    }

    private static string? Find(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
