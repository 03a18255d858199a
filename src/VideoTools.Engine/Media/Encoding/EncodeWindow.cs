namespace VideoTools.Engine.Media.Encoding;

/// <summary>A window of the displayed picture, from a time until the next one's.</summary>
/// <param name="Start">First moment in seconds, on the clock of what is encoded.</param>
/// <param name="Width">Width in displayed pixels.</param>
/// <param name="Height">Height in displayed pixels.</param>
/// <param name="Fit">What fills the shape where the window has another one.</param>
/// <param name="Path">Where it is at which moment, in order; at least one.</param>
internal sealed record EncodeWindow(double Start, int Width, int Height, CropFit Fit, IReadOnlyList<CropKey> Path);
