namespace VideoTools.Engine.Inference;

/// <summary>One file of a model as models.json lists it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Role">What the file is to the model: model, keys, encoder, decoder, vocabulary, ...</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Hash, lower-case hexadecimal.</param>
/// <param name="Outputs">The outputs that are used, where the file has more that cost memory; null keeps all.</param>
internal sealed record ModelFile(string Name, string Role, long Bytes, string Sha256, IReadOnlyList<string>? Outputs = null);
