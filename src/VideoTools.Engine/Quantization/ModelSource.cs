using System.Security.Cryptography;
using VideoTools.Engine.Files;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Quantization;

/// <summary>The model that is to be quantised: of the catalogue, or a file.</summary>
/// <param name="Name">Name in the catalogue, or of the file without extension.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Entry">Its entry in the catalogue; null for a file.</param>
internal sealed record ModelSource(string Name, string Path, ModelEntry? Entry)
{
    private const string Suffix = "-int8";
    private const string Extension = ".onnx";

    /// <summary>Name of the quantised model.</summary>
    public string NewName => Name + Suffix;

    /// <summary>Finds the model that options name.</summary>
    /// <exception cref="VideoToolsException">ModelMissing.</exception>
    public static ModelSource Find(string model, ModelCatalogue catalogue)
    {
        if (model.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && System.IO.Path.IsPathFullyQualified(model))
        {
            return new ModelSource(System.IO.Path.GetFileNameWithoutExtension(model), model, null);
        }

        var entry = catalogue.Get(model);
        return new ModelSource(entry.Name, catalogue.GetExpectedPath(entry, entry.Files[0]), entry);
    }

    /// <summary>Where the quantised model goes when nobody says.</summary>
    public string DefaultOutput() => System.IO.Path.Combine(
        Entry is null ? System.IO.Path.GetDirectoryName(Path)! : UserModels.Directory(Environment.GetEnvironmentVariable),
        NewName + Extension);

    /// <summary>All of the file; that of the catalogue after its hash was checked.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt.</exception>
    public byte[] Read(ModelCatalogue catalogue)
    {
        if (Entry is not null)
        {
            return catalogue.ReadBytes(Entry, Entry.Files[0].Role);
        }

        try
        {
            var bytes = RegularFile.ReadAllBytes(Path);
            return bytes.Length > 0 ? bytes : throw new VideoToolsException(
                VideoErrorId.ModelCorrupt, Path, $"'{Path}' is empty.", "Give an ONNX file.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new VideoToolsException(VideoErrorId.ModelMissing, Path, $"'{Path}' cannot be read: {missing.Message}",
                "Correct the path.", missing);
        }
    }

    /// <summary>How pictures go into the model: what the options say, then the catalogue.</summary>
    /// <param name="options">The options.</param>
    /// <param name="shape">Shape of the input.</param>
    /// <exception cref="VideoToolsException">ModelUnsuitable: neither says how large a picture is.</exception>
    public PictureInput Picture(ModelOptimizationOptions options, long[] shape)
    {
        var known = Entry?.Picture ?? new PictureInput(0, 0);
        var isPlanar = shape[1] is 1 or 3;
        var (height, width) = isPlanar ? (shape[2], shape[3]) : (shape[1], shape[2]);
        var result = known with
        {
            Width = options.Width ?? (width > 0 ? (int)width : known.Width),
            Height = options.Height ?? (height > 0 ? (int)height : known.Height),
            Mean = options.Mean ?? known.Mean,
            Deviation = options.Deviation ?? known.Deviation,
            Channels = options.ChannelOrder ?? known.Channels,
        };
        return result is { Width: > 0, Height: > 0 } ? result : throw new VideoToolsException(
            VideoErrorId.ModelUnsuitable, Path, $"'{Name}' takes pictures of any size.",
                "Say one with -Width and -Height (--width, --height).");
    }

    /// <summary>The description of the quantised model.</summary>
    public byte[] Describe(string path, byte[] model)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(model));
        var before = Entry ?? new ModelEntry(Name, ModelKind.Other, false, "that of the model", "own", "", [],
            new Dictionary<string, string>());
        return UserModels.Describe(before with
        {
            Name = System.IO.Path.GetFileNameWithoutExtension(path),
            IsDefault = false,
            Version = before.Version.Length > 0 ? before.Version + Suffix : "int8",
            Files = [new ModelFile(System.IO.Path.GetFileName(path), before.Files.Count > 0 ? before.Files[0].Role : "model",
                model.Length, hash)],
        });
    }
}
