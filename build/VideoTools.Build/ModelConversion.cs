using System.Security.Cryptography;
using System.Text.Json;
using VideoTools.Conversion;

namespace VideoTools.Build;

/// <summary>Makes the ONNX files of the models that are published in another format, or in more passes than they need.
/// models.json says from what, and the hash of the result.</summary>
internal static class ModelConversion
{
    private sealed record Model(string Name, string Package, List<ModelFile> Files);

    private sealed record ModelFile(string Name, long Bytes, string Sha256, string? ConvertedFrom = null);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Converts what was fetched and is not converted yet.</summary>
    public static void Ensure(BuildContext context)
    {
        var catalogue = context.At("module", "models", "models.json");
        var models = JsonSerializer.Deserialize<List<Model>>(File.ReadAllText(catalogue), Json)
            ?? throw new BuildException($"{catalogue} is empty.");
        foreach (var model in models)
        {
            foreach (var file in model.Files.Where(f => f.ConvertedFrom is not null))
            {
                var folder = Path.Combine(context.AssetsDirectory, model.Package);
                var source = Path.Combine(folder, file.ConvertedFrom!);
                var target = Path.Combine(folder, file.Name);
                if (File.Exists(source) && !IsThere(target, file))
                {
                    Make(model, file, source, target);
                }
            }
        }
    }

    private static void Make(Model model, ModelFile file, string source, string target)
    {
        BuildContext.Say($"Converting {model.Name}");
        byte[] bytes;
        try
        {
            bytes = Path.GetExtension(source) == ".onnx" ? GraphFolding.Convert(File.ReadAllBytes(source)) : TfjsConverter.Convert(source);
        }
        catch (ConversionException failure)
        {
            throw new BuildException($"{model.Name} could not be converted: {failure.Message}");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (hash != file.Sha256)
        {
            throw new BuildException(
                $"Converting {model.Name} gives {bytes.Length} bytes with the SHA-256 {hash}; models.json lists {file.Bytes} and {file.Sha256}. "
                + "Where the converter was changed on purpose, compare its result with the original, then list it.");
        }

        File.WriteAllBytes(target + ".partial", bytes);
        File.Move(target + ".partial", target, overwrite: true);
    }

    private static bool IsThere(string path, ModelFile file)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != file.Bytes)
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
    }
}
