// models.json is written by the build, but it is a file: whoever can write beside the engine can write anything into it. What the rest
// of the engine relies on is checked here once: names that are names and no paths, files with roles and hashes, pictures that can be
// made.
namespace VideoTools.Engine.Inference;

/// <summary>Checks models as a file lists them: the reader of JSON leaves null what is missing.</summary>
internal static class ModelListing
{
    private const int MaxSide = 1 << 14;

    /// <summary>The models of a list.</summary>
    /// <exception cref="JsonException">One of them is none, or two have one name.</exception>
    public static List<ModelEntry> Check(IReadOnlyList<ModelEntry?> models)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < models.Count; i++)
        {
            if (Problem(models[i]) is { } problem)
            {
                throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"Model {i + 1} {problem}"));
            }

            if (!names.Add(models[i]!.Name))
            {
                throw new JsonException($"Two models are called '{models[i]!.Name}'.");
            }
        }

        return [.. models.OfType<ModelEntry>()];
    }

    /// <summary>What is wrong with a model, to be read behind its name; null when nothing is.</summary>
    public static string? Problem(ModelEntry? model) => model switch
    {
        null => "is null.",
        _ when !IsName(model.Name) => "has no name, or one that is no file name.",
        _ when !Enum.IsDefined(model.Kind) => "is of no known kind.",
        _ when model.Licence is null || model.Version is null => "has no licence or version.",
        _ when !IsPackage(model.Package) => "has no package, or one that is no folder below the models.",
        _ when model.Files is not { Count: > 0 } || model.Files.Any(file => !IsFile(file)) =>
            "has no files, or one without name, role, size or SHA-256.",
        _ when model.Inputs is null => "has no inputs.",
        { Picture: { } picture } when !IsPossible(picture) => "takes a picture that is impossible.",
        _ => null,
    };

    // Deserialised: what is declared as not null may be.
    private static bool IsFile(ModelFile? file) =>
        file is { Role: not null, Bytes: >= 0, Sha256: { Length: 64 } hash } && IsName(file.Name) && hash.All(char.IsAsciiHexDigit)
        && file.Outputs?.Any(string.IsNullOrEmpty) is not true;

    private static bool IsName(string? name) => name is { Length: > 0 } and not "." and not ".." && name.IndexOfAny(['/', '\\', '\0']) < 0;

    // An npm package may have a scope: "@scope/name".
    private static bool IsPackage(string? package) =>
        package is not null && package.Split('/') is { Length: <= 2 } parts && parts.All(IsName);

    private static bool IsPossible(PictureInput picture) =>
        picture is { Width: >= 0 and <= MaxSide, Height: >= 0 and <= MaxSide }
        && Enum.IsDefined(picture.Channels) && Enum.IsDefined(picture.Fit)
        && picture.Mean is null or { Count: 1 or 3 }
        && picture.Deviation is null or { Count: 1 or 3 }
        && picture.Eyes is null or { Count: 3 }
        && picture.Deviation?.Contains(0) is not true;
}
