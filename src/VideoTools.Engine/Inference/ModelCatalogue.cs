// Method: models.json names every model file with its SHA-256. It is looked for beside the engine (command line), one folder up
// (module: dependencies/ lies beside models/), and in a source tree, where the files themselves lie in .assets. A file is hashed
// once per process, when it is first used. Cost: 0.05 s for 80 MB.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Inference;

/// <summary>Which models exist, where their files are, and that they are the right ones. Thread-safe.</summary>
/// <param name="entries">The models.</param>
/// <param name="directoryOf">Gives the folder that holds a model's files.</param>
internal sealed class ModelCatalogue(IReadOnlyList<ModelEntry> entries, Func<ModelEntry, string> directoryOf)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<ModelCatalogue> Shared = new(
        () => Locate(ModuleFiles.EngineDirectory).With(() => UserModels.Directory(Environment.GetEnvironmentVariable)));

    private readonly ConcurrentDictionary<string, Lazy<string>> _checked = new(StringComparer.Ordinal);
    private Func<string>? _ownDirectory;
    private volatile Dictionary<string, string> _own = [];
    private readonly IReadOnlyList<ModelEntry> _listed = entries;
    private volatile IReadOnlyList<ModelEntry>? _all;

    /// <summary>The catalogue of this installation.</summary>
    /// <exception cref="VideoToolsException">ModelMissing: there is no models.json; ModelCorrupt: it cannot be read.</exception>
    public static ModelCatalogue Default => Shared.Value;

    /// <summary>All models, in the order of models.json, and the user's own behind them.</summary>
    public IReadOnlyList<ModelEntry> Entries => _all ?? _listed;

    /// <summary>Looks for the user's models again: some may have been made, or the environment names another folder.</summary>
    public void Refresh()
    {
        if (_ownDirectory is not { } find)
        {
            return;
        }

        var directory = find();
        List<ModelEntry> own =
        [
            .. UserModels.Read(directory)
                .Where(model => !_listed.Any(e => string.Equals(e.Name, model.Name, StringComparison.OrdinalIgnoreCase)))
                .DistinctBy(model => model.Name, StringComparer.OrdinalIgnoreCase),
        ];

        // By name: whoever holds an entry of before still finds its file.
        _own = own.ToDictionary(model => model.Name, _ => directory, StringComparer.OrdinalIgnoreCase);
        _all = [.. _listed, .. own];
    }

    /// <summary>Reads a catalogue whose models lie in folders of their names beside it.</summary>
    public static ModelCatalogue Load(string file)
    {
        var root = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return new ModelCatalogue(Read(file), entry => Path.Combine(root, entry.Name));
    }

    /// <summary>The model of a name.</summary>
    /// <exception cref="VideoToolsException">ModelUnknown: no model is called so.</exception>
    public ModelEntry Get(string name) =>
        Find(name)
        ?? throw new VideoToolsException(VideoErrorId.ModelUnknown, name,
            $"There is no model '{name}'.", "Choose one of: " + string.Join(", ", Entries.Select(e => e.Name)) + ".");

    /// <summary>The default model of a kind.</summary>
    /// <remarks>One that <see cref="UserModels.UseVariable"/> names goes before it.</remarks>
    public ModelEntry GetDefault(ModelKind kind) =>
        UserModels.Used(Environment.GetEnvironmentVariable).Select(Find).FirstOrDefault(e => e?.Kind == kind)
        ?? Entries.FirstOrDefault(e => e.Kind == kind && e.IsDefault)
        ?? throw new VideoToolsException(VideoErrorId.ModelMissing, kind.ToString(),
            $"models.json lists no default model for {kind}.", "Build or install VideoTools again.");

    /// <summary>Where a file of a model is, or would be. Nothing is checked.</summary>
    /// <remarks>What the user installed counts where the module has not got it.</remarks>
    public string GetExpectedPath(ModelEntry model, ModelFile file)
    {
        if (_own.TryGetValue(model.Name, out var own))
        {
            return Path.Combine(own, file.Name);
        }

        var shipped = Path.Combine(directoryOf(model), file.Name);
        return !File.Exists(shipped) && GetInstallPath(model, file) is { } installed && File.Exists(installed) ? installed : shipped;
    }

    /// <summary>Where a file of a listed model goes that the user installs; null for a catalogue without a folder of the user.</summary>
    public string? GetInstallPath(ModelEntry model, ModelFile file) =>
        _ownDirectory is { } find ? Path.Combine(find(), model.Name, file.Name) : null;

    /// <summary>True when all files of a model are there.</summary>
    public bool IsPresent(ModelEntry model) => model.Files.All(f => File.Exists(GetExpectedPath(model, f)));

    /// <summary>Where a file of a model is, after its hash was checked (once per process).</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    public string GetPath(ModelEntry model, string role)
    {
        var file = model.File(role);
        var path = GetExpectedPath(model, file);
        return _checked.GetOrAdd(
            file.Sha256 + path, _ => new Lazy<string>(() => Check(model, file, path), LazyThreadSafetyMode.PublicationOnly)).Value;
    }

    /// <summary>Everything that a file of a model holds, after its hash was checked (once per process).</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    public byte[] ReadBytes(ModelEntry model, string role) => File.ReadAllBytes(GetPath(model, role));

    /// <summary>The lines of a text file of a model, after its hash was checked (once per process).</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    public string[] ReadLines(ModelEntry model, string role) => File.ReadAllLines(GetPath(model, role));

    private ModelEntry? Find(string name) => Entries.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));

    // The user's models stand behind ours; a name of ours is not taken away.
    internal ModelCatalogue With(Func<string> directory)
    {
        _ownDirectory = directory;
        Refresh();
        return this;
    }

    private static string Check(ModelEntry model, ModelFile file, string path)
    {
        if (!File.Exists(path))
        {
            throw new VideoToolsException(VideoErrorId.ModelMissing, path,
                $"The model '{model.Name}' is not installed: '{path}' does not exist.", HowToGet(model));
        }

        using var stream = RegularFile.Find(path) is null ? Stream.Null : File.OpenRead(path);
        if (!Convert.ToHexStringLower(SHA256.HashData(stream)).Equals(file.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new VideoToolsException(VideoErrorId.ModelCorrupt, path,
                $"'{path}' is not the file of the model '{model.Name}' that models.json lists (its SHA-256 differs). It is not used.",
                "Delete it. " + HowToGet(model));
        }

        return path;
    }

    internal static string HowToGet(ModelEntry model) => model.IsDefault
        ? "Install VideoTools again, or run ./build.sh in the source tree, which fetches the default models."
        : $"Install it with Initialize-VideoModel {model.Name} -SourcePath FOLDER (videotools model {model.Name} --source-path FOLDER): "
            + $"the folder holds the unpacked package {model.Package}@{model.Version}. In the source tree './build.sh models' fetches it.";

    internal static ModelCatalogue Locate(string engineDirectory)
    {
        foreach (var candidate in new[] { engineDirectory, Path.GetDirectoryName(engineDirectory) ?? engineDirectory })
        {
            var file = Path.Combine(candidate, "models", "models.json");
            if (File.Exists(file))
            {
                return Load(file);
            }
        }

        for (var directory = new DirectoryInfo(engineDirectory); directory is not null; directory = directory.Parent)
        {
            var file = Path.Combine(directory.FullName, "module", "models", "models.json");
            if (File.Exists(file))
            {
                var assets = Path.Combine(directory.FullName, ".assets");
                return new ModelCatalogue(Read(file), entry => Path.Combine(assets, entry.Package));
            }
        }

        throw new VideoToolsException(VideoErrorId.ModelMissing, engineDirectory,
            $"There is no models/models.json beside the engine in '{engineDirectory}'.", "Build or install VideoTools again.");
    }

    private static List<ModelEntry> Read(string file)
    {
        try
        {
            var models = JsonSerializer.Deserialize<List<ModelEntry?>>(RegularFile.ReadAllText(file), Json)
                ?? throw new JsonException("It says null.");
            return ModelListing.Check(models);
        }
        catch (Exception broken)
            when (broken is JsonException or NotSupportedException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new VideoToolsException(VideoErrorId.ModelCorrupt, file,
                $"'{file}' cannot be read: {broken.Message}", "Build or install VideoTools again.", broken);
        }
    }
}
