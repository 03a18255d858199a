// Method: the picture goes through a temporary PNG file to one ffmpeg child, which writes a JPEG to its stdout.
// Cost: the start of the child, and the two encoders.
using VideoTools.Engine.Files;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>Makes JPEG files of pictures that were painted here.</summary>
/// <param name="tools">Where ffmpeg lies.</param>
/// <param name="stallTimeout">A child that delivers nothing for so long is ended.</param>
internal sealed class JpegMaker(FfmpegTools tools, TimeSpan stallTimeout)
{
    private const int MaxBytes = 256 << 20;

    /// <summary>A maker as the options say.</summary>
    /// <exception cref="VideoToolsException"><see cref="VideoErrorId.DecoderMissing"/>.</exception>
    public static JpegMaker Create(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new JpegMaker(FfmpegLocator.Locate(options.FfmpegDirectory), options.StallTimeout);
    }

    /// <summary>The bytes of a file.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="quality">1 to 100.</param>
    /// <param name="fullName">What it is of, for errors.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <exception cref="VideoToolsException">EncoderFailed.</exception>
    public byte[] Encode(RgbPicture picture, int quality, string fullName, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFile(PngEncoder.Encode(picture), ".png");
        List<string> arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "repeat+level+error",
            "-protocol_whitelist", InputSafety.ProtocolWhitelist, "-f", "png_pipe", "-i", InputSafety.Url(scratch.FullName),
            "-vf", "scale=out_color_matrix=bt601:out_range=pc:flags=bicubic+accurate_rnd+full_chroma_int,format=yuvj420p",
            "-frames:v", "1", "-c:v", "mjpeg", "-qmin", "1", "-q:v", FormattableString.Invariant($"{PictureCommand.Quantizer(quality)}"),
            "-flags:v", "+bitexact", "-fflags", "+bitexact", "-f", "image2pipe", "pipe:1",
        ];
        using var child = DecoderProcess.Start(tools, arguments, stallTimeout, cancellationToken);
        var bytes = child.ReadOutput(MaxBytes);
        var exitCode = child.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return bytes is [0xFF, 0xD8, .., 0xFF, 0xD9] jpeg ? jpeg
            : throw ChildEnd.Error(exitCode, fullName, "ffmpeg") ?? new VideoToolsException(
            VideoErrorId.EncoderFailed, fullName, $"The sheet of '{fullName}' could not be made. ffmpeg: {child.Log.Tail}",
            "Write it as .png.");
    }
}
