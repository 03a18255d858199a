// Method: profiles are looked for like taxonomies: beside the engine (command line), one folder up (module: dependencies/ lies beside
// profiles/), and in a source tree in module/profiles.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Observation.Profiles;

/// <summary>Finds the profiles that come with the module.</summary>
internal static class ProfileLocator
{
    private const string Folder = "profiles";
    private const string SchemaEnding = ".schema.json";

    /// <summary>Names of the profiles that come with the module.</summary>
    public static IReadOnlyList<string> Names =>
    [
        .. Directories().Where(Directory.Exists).Take(1)
            .SelectMany(directory => Directory.EnumerateFiles(directory, "*.json"))
            .Where(file => !file.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase))
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The file of a profile: a bare name stands for one that comes with the module, the rest is a path.</summary>
    /// <exception cref="VideoToolsException">ProfileInvalid: there is none.</exception>
    public static string Find(string profile)
    {
        if (File.Exists(profile))
        {
            return Path.GetFullPath(profile);
        }

        var isName = !profile.Contains('/', StringComparison.Ordinal) && !profile.Contains('\\', StringComparison.Ordinal);
        var name = Names.FirstOrDefault(known => known.Equals(profile, StringComparison.OrdinalIgnoreCase));
        return isName && name is not null
            ? Path.Combine(Directories().First(Directory.Exists), name + ".json")
            : throw new VideoToolsException(
                VideoErrorId.ProfileInvalid,
                profile,
                $"There is no profile '{profile}': no file, and none that comes with VideoTools.",
                $"Give the path of a profile, or one of the names: {string.Join(", ", Names)}.");
    }

    private static IEnumerable<string> Directories()
    {
        var engine = ModuleFiles.EngineDirectory;
        yield return Path.Combine(engine, Folder);
        yield return Path.Combine(Path.GetDirectoryName(engine) ?? engine, Folder);
        for (var directory = new DirectoryInfo(engine); directory is not null; directory = directory.Parent)
        {
            yield return Path.Combine(directory.FullName, "module", Folder);
        }
    }
}
