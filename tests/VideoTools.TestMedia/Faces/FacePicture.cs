namespace VideoTools.TestMedia.Faces;

/// <summary>A photograph and the faces that it shows.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Image">Its pixels.</param>
/// <param name="Faces">Its faces.</param>
public sealed record FacePicture(string Name, string Path, RgbImage Image, IReadOnlyList<FaceTruth> Faces);
