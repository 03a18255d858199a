// Method: taxonomies are looked for like models: beside the engine (command line), one folder up (module: dependencies/ lies beside
// taxonomies/), and in a source tree in module/taxonomies.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Taxonomy;

/// <summary>Finds the taxonomies that come with the module.</summary>
internal static class TaxonomyLocator
{
    /// <summary>The taxonomy that is used without being told so.</summary>
    public const string DefaultName = "default";

    private const string Folder = "taxonomies";

    /// <summary>What the build learned of these taxonomies: a folder as <c>ResultCache</c> keeps it. It need not exist.</summary>
    public static string LearnedFolder => Path.Combine(
        Folders(ModuleFiles.EngineDirectory).FirstOrDefault(Directory.Exists) ?? ModuleFiles.EngineDirectory, "learned");

    /// <summary>Names of the taxonomies that come with the module.</summary>
    public static IReadOnlyList<string> Names =>
        Folders(ModuleFiles.EngineDirectory).FirstOrDefault(Directory.Exists) is { } folder
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()]
            : [];

    /// <summary>
    /// The file of a taxonomy: null stands for the default, a bare name for one that comes with the module, the rest is a path.
    /// </summary>
    /// <exception cref="VideoToolsException">TaxonomyInvalid: the module's own file is not there.</exception>
    public static string Find(string? path)
    {
        if (path is not null && (!TaxonomyReference.IsBareName(path) || File.Exists(path)))
        {
            return Path.GetFullPath(path);
        }

        var name = (path ?? DefaultName) + ".json";
        foreach (var folder in Folders(ModuleFiles.EngineDirectory))
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new VideoToolsException(VideoErrorId.TaxonomyInvalid, path ?? name,
            path is null
                ? $"The taxonomy '{name}' that comes with VideoTools is not there."
                : $"There is no taxonomy '{path}': no file, and none that comes with VideoTools.",
            path is null
                ? "Build or install VideoTools again."
                : $"Give the path of a taxonomy file, or one of the names: {string.Join(", ", Names)}.");
    }

    private static IEnumerable<string> Folders(string engineDirectory)
    {
        yield return Path.Combine(engineDirectory, Folder);
        yield return Path.Combine(Path.GetDirectoryName(engineDirectory) ?? engineDirectory, Folder);
        for (var directory = new DirectoryInfo(engineDirectory); directory is not null; directory = directory.Parent)
        {
            yield return Path.Combine(directory.FullName, "module", Folder);
        }
    }
}
