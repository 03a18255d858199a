namespace VideoTools.TestMedia;

/// <summary>Where the test media lie, found from the running assembly upwards.</summary>
public static class RepositoryPaths
{
    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    /// <summary>The folder that holds VideoTools.sln.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>Fetched packages (ignored by git).</summary>
    public static string Assets => Path.Combine(Root, ".assets");

    /// <summary>Generated clips (ignored by git).</summary>
    public static string Media => Path.Combine(Root, ".media");

    /// <summary>Committed small test files.</summary>
    public static string TestAssets => Path.Combine(Root, "tests", "assets");

    /// <summary>Material handed to the project from outside; may be missing.</summary>
    public static string Shared => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VideoTools.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds VideoTools.sln.");
    }
}
