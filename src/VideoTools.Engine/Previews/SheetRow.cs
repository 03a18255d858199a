using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Previews;

/// <summary>One crop on a sheet.</summary>
/// <param name="Label">What is written over it.</param>
/// <param name="Tiles">Frames of it, each with the window's place and its time.</param>
internal sealed record SheetRow(string Label, IReadOnlyList<(RgbPicture Frame, PixelArea Window, double Seconds)> Tiles);
