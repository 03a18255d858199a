namespace VideoTools.TestMedia.Faces;

/// <summary>A picture as interleaved R, G, B.</summary>
/// <param name="width">Pixels per row.</param>
/// <param name="height">Rows.</param>
/// <param name="pixels">Three bytes a pixel.</param>
public sealed class RgbImage(int width, int height, byte[] pixels)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = pixels;

    /// <summary>A copy to draw on.</summary>
    public RgbImage Clone() => new(Width, Height, [.. Pixels]);

    /// <summary>Reads a picture, or one frame of a film, with ffmpeg.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width to have.</param>
    /// <param name="height">Height to have.</param>
    /// <param name="seconds">Which frame.</param>
    public static RgbImage Read(string path, int width, int height, double seconds = 0) => new(width, height, Ffmpeg.Capture(
        [
            // A picture file has nothing to seek in.
            .. seconds > 0 ? new[] { "-ss", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) } : [],
            "-i", path, "-frames:v", "1",
            "-vf", System.FormattableString.Invariant($"scale={width}:{height}:flags=area"), "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
        ]));

    /// <summary>A frame of one of ffmpeg's sources.</summary>
    /// <param name="source">For example testsrc2.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="frame">Which frame.</param>
    public static RgbImage Generate(string source, int width, int height, int frame = 0) => new(width, height, Ffmpeg.Capture(
        "-f", "lavfi", "-i", source, "-vf",
        System.FormattableString.Invariant($"select='eq(n,{frame})',scale={width}:{height}"), "-frames:v", "1",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"));

    /// <summary>Writes it; the name's extension says how.</summary>
    public void Write(string path) => Ffmpeg.Feed(
        ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", System.FormattableString.Invariant($"{Width}x{Height}"), "-i", "pipe:0", "-frames:v", "1", "-q:v", "2", path],
        input => input.Write(Pixels));

    /// <summary>The colour between pixels (centres at halves), bilinear; outside the edge goes on.</summary>
    public (double Red, double Green, double Blue) At(double x, double y)
    {
        (x, y) = (Math.Clamp(x - 0.5, 0, Width - 1), Math.Clamp(y - 0.5, 0, Height - 1));
        var (left, top) = ((int)x, (int)y);
        var (right, below) = (Math.Min(left + 1, Width - 1), Math.Min(top + 1, Height - 1));
        var (fx, fy) = (x - left, y - top);
        double Mix(int channel) =>
            (((Pixels[(((top * Width) + left) * 3) + channel] * (1 - fx)) + (Pixels[(((top * Width) + right) * 3) + channel] * fx)) * (1 - fy))
            + (((Pixels[(((below * Width) + left) * 3) + channel] * (1 - fx)) + (Pixels[(((below * Width) + right) * 3) + channel] * fx)) * fy);
        return (Mix(0), Mix(1), Mix(2));
    }
}
