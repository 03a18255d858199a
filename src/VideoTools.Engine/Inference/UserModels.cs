// Method: the user's own models are ONNX files with a description beside them (NAME.onnx and NAME.onnx.json), which says kind and hash:
// a file that was changed is refused like one of ours. They lie in VIDEOTOOLS_MODELS where that is set, otherwise where the system keeps
// data of a user. VIDEOTOOLS_USE_MODELS names those (of any origin) that are to be used in place of the default of their kind.
using System.Text.Json.Serialization;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Inference;

/// <summary>Models that a user made.</summary>
internal static class UserModels
{
    /// <summary>Environment variable that names the directory.</summary>
    public const string DirectoryVariable = "VIDEOTOOLS_MODELS";

    /// <summary>Environment variable that lists names of models to use, separated by commas.</summary>
    public const string UseVariable = "VIDEOTOOLS_USE_MODELS";

    /// <summary>What the description's name ends with, behind the model's.</summary>
    public const string DescriptionEnding = ".json";

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, WriteIndented = true };

    /// <summary>The directory; it need not exist.</summary>
    public static string Directory(Func<string, string?> environment)
    {
        if (environment(DirectoryVariable) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data, "VideoTools", "Models");
    }

    /// <summary>Names of models to use in place of defaults.</summary>
    public static string[] Used(Func<string, string?> environment) =>
        (environment(UseVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The models of a directory, in the order of their names; what cannot be understood is passed over.</summary>
    public static List<ModelEntry> Read(string directory)
    {
        var models = new List<ModelEntry>();
        if (!System.IO.Directory.Exists(directory))
        {
            return models;
        }

        foreach (var file in System.IO.Directory.EnumerateFiles(directory, "*.onnx" + DescriptionEnding).Order(StringComparer.Ordinal))
        {
            try
            {
                if (JsonSerializer.Deserialize<ModelEntry>(RegularFile.ReadAllText(file), Json) is { Files.Count: 1 } model
                    && ModelListing.Problem(model) is null
                    && IsPlain(model.Files[0].Name))
                {
                    models.Add(model with { IsDefault = false });
                }
            }
            catch (Exception broken) when (broken is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
            {
                // Another program's file, or one that is being written.
            }
        }

        return models;
    }

    /// <summary>A description as it is written.</summary>
    public static byte[] Describe(ModelEntry model) => JsonSerializer.SerializeToUtf8Bytes(model, Json);

    private static bool IsPlain(string name) =>
        name == Path.GetFileName(name) && name.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);
}
