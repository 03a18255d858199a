using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>A frame as a picture.</summary>
/// <param name="Time">Time asked for.</param>
/// <param name="File">The bytes of a file at full size; null where none was wanted.</param>
/// <param name="Tile">Small pixels; null where none were wanted.</param>
internal sealed record FramePicture(long Time, byte[]? File, RgbPicture? Tile);
