using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>The errors of an encode that did not end well.</summary>
internal static class EncodeOutcome
{
    // What ffmpeg says is what the system says, in the language of the C library's default: English.
    private const string NoSpace = "No space left on device";

    /// <summary>True when the output is not whole, whatever the child's exit code says: ffmpeg 5 takes a full drive lightly.</summary>
    public static bool IsIncomplete(TextTail tail) => tail.ToString().Contains(NoSpace, StringComparison.Ordinal);

    /// <summary>The error of a child that ended with an error.</summary>
    public static VideoToolsException Failed(string path, string encoder, int? exitCode, TextTail tail)
    {
        var said = tail.ToString();
        if (said.Contains(NoSpace, StringComparison.Ordinal))
        {
            return new VideoToolsException(
                VideoErrorId.DiskFull,
                path,
                $"'{path}' cannot be written: the drive of the output is full. ffmpeg: {said}",
                "Make room, or choose a destination on another drive.");
        }

        var how = exitCode is null ? "did not end"
            : ChildEnd.FromOutside(exitCode) ?? FormattableString.Invariant($"ended with exit code {exitCode}");
        var isHardware = encoder.Contains('_', StringComparison.Ordinal);
        return new VideoToolsException(
            VideoErrorId.EncoderFailed,
            path,
            $"ffmpeg {how} while encoding '{path}' with {encoder}. ffmpeg: {(said.Length > 0 ? said : "(nothing)")}",
            isHardware ? "Check the driver of the hardware, or choose an encoder such as libx264."
                : "Check whether a player can open the file; choose another encoder or preset.");
    }

    /// <summary>The error of a child that said nothing for too long.</summary>
    public static VideoToolsException Stalled(string path, TextTail tail) => new(
        VideoErrorId.DecoderStalled,
        path,
        $"Encoding '{path}' came to a standstill and was ended. ffmpeg: {tail}",
        "Check the drives of the video and of the output, or choose a faster preset.");
}
