// Method: one ffmpeg child a picture. It seeks to the key frame before the time, decodes up to it, scales with the filters that the
// analyzers' frames go through (upright, square pixels, SDR) and writes one JPEG to its stdout: no temporary file. Cost: the decoding
// of less than one group of pictures, whatever the length of the video.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Reads single pictures, as JPEG or as pixels.</summary>
/// <param name="tools">Where ffmpeg lies.</param>
/// <param name="stallTimeout">A child that delivers nothing for so long is ended.</param>
internal sealed class StillReader(FfmpegTools tools, TimeSpan stallTimeout)
{
    private const int MaxBytes = 64 << 20;

    /// <summary>A reader as the options say.</summary>
    /// <exception cref="VideoToolsException"><see cref="VideoErrorId.DecoderMissing"/>.</exception>
    public static StillReader Create(EngineOptions options) =>
        new StillReader(FfmpegLocator.Locate(options.FfmpegDirectory), options.StallTimeout);

    /// <summary>Reads the first frame at or after a time; the very first one when none comes after it.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="at">Time from the file's start.</param>
    /// <param name="longSide">Longest side in pixels.</param>
    /// <param name="cancellationToken">Ends the child and the call.</param>
    /// <exception cref="VideoToolsException">NoFrames, DecoderStalled or DecoderMissing.</exception>
    public VideoStill Read(ProbeResult source, TimeSpan at, int longSide, CancellationToken cancellationToken)
    {
        var (jpeg, width, height, seconds) = Read(source, at, longSide, FrameFormat.Jpeg, cancellationToken);
        return new VideoStill { FullName = source.Info.FullName, Seconds = seconds, Width = width, Height = height, Jpeg = jpeg };
    }

    /// <summary>Reads the same frame as pixels.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="at">Time from the file's start.</param>
    /// <param name="longSide">Longest side in pixels.</param>
    /// <param name="cancellationToken">Ends the child and the call.</param>
    /// <exception cref="VideoToolsException">NoFrames, DecoderStalled or DecoderMissing.</exception>
    public RgbPicture ReadPixels(ProbeResult source, TimeSpan at, int longSide, CancellationToken cancellationToken)
    {
        var (pixels, width, height, _) = Read(source, at, longSide, FrameFormat.Rgb24, cancellationToken);
        return new RgbPicture(width, height, pixels);
    }

    private (byte[] Bytes, int Width, int Height, double Seconds) Read(
        ProbeResult source, TimeSpan at, int longSide, FrameFormat format, CancellationToken cancellationToken)
    {
        var info = source.Info;
        var (width, height) = AnalysisSize.Fit(info.Width, info.Height, longSide);
        var (bytes, messages) = Run(source, at, format, width, height, cancellationToken);
        if (bytes.Length == 0 && at > TimeSpan.Zero)
        {
            // The header promised more than there is.
            at = TimeSpan.Zero;
            (bytes, messages) = Run(source, at, format, width, height, cancellationToken);
        }

        return bytes.Length > 0
            ? (bytes, width, height, at.TotalSeconds)
            : throw new VideoToolsException(
                VideoErrorId.NoFrames,
                info.FullName,
                $"No picture of '{info.FullName}' could be decoded. ffmpeg: {messages}",
                "Check whether a player can show it.");
    }

    private (byte[] Bytes, string Messages) Run(
        ProbeResult source, TimeSpan at, FrameFormat format, int width, int height, CancellationToken cancellationToken)
    {
        using var child = DecoderProcess.Start(
            tools, Arguments(source, at, width, height, format), stallTimeout, cancellationToken,
            memoryLimit: DecoderMemory.Limit(new DecodePlan { Source = source }));
        var picture = child.ReadOutput(MaxBytes);
        var exitCode = child.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        if (child.HasStalled)
        {
            throw new VideoToolsException(
                VideoErrorId.DecoderStalled,
                source.Info.FullName,
                $"ffmpeg delivered no picture of '{source.Info.FullName}' within {stallTimeout.TotalSeconds:0} s and was ended.",
                "Check the drive or network it lies on.");
        }

        if (ChildEnd.Error(exitCode, source.Info.FullName, "ffmpeg") is { } ended)
        {
            throw ended;
        }

        // A child that was ended half-way leaves half a picture: a JPEG ends with the marker FF D9, pixels have a certain number.
        var isWhole = format == FrameFormat.Jpeg
            ? picture is [0xFF, 0xD8, .., 0xFF, 0xD9]
            : picture.Length == VideoFrame.GetByteCount(format, width, height);
        return (isWhole ? picture : [], child.Log.Tail);
    }

    internal static IReadOnlyList<string> Arguments(
        ProbeResult source, TimeSpan at, int width, int height, FrameFormat format = FrameFormat.Jpeg)
    {
        List<string> arguments =
            ["-nostdin", "-hide_banner", "-nostats", "-loglevel", "repeat+level+error", "-threads", "1", "-filter_threads", "1"];
        arguments.AddRange(InputSafety.InputOptions);
        arguments.Add("-noautorotate");
        if (at > TimeSpan.Zero)
        {
            arguments.AddRange(["-ss", at.TotalSeconds.ToString("F6", CultureInfo.InvariantCulture)]);
        }

        var filters = FilterChains.Video(source, format, width, height, null);
        arguments.AddRange(
        [
            "-i", InputSafety.Url(source.Info.FullName),
            "-map", string.Create(CultureInfo.InvariantCulture, $"0:{source.VideoStreamIndex}"),
            "-an", "-sn", "-dn", "-map_metadata", "-1",
            "-vf", filters, "-frames:v", "1",
            .. format == FrameFormat.Jpeg ? ["-c:v", "mjpeg", "-q:v", FilterChains.JpegQuality] : (string[])["-c:v", "rawvideo"],
            "-fflags", "+bitexact", "-flags:v", "+bitexact",
            "-f", format == FrameFormat.Jpeg ? "image2pipe" : "rawvideo", "pipe:1",
        ]);
        return arguments;
    }
}
