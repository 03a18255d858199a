// Exit codes of a child that a signal ended: 128 + its number from .NET and from shells, or its negative. ffmpeg itself answers a signal
// that asks it to end with 255. Signals that a fault of its own raises (SIGSEGV and so on) are no ending from outside.
namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>Tells how a child ended: a file is not to blame for what was done to its decoder.</summary>
internal static class ChildEnd
{
    private const int ToldToEnd = 255;

    private static readonly Dictionary<int, string> Outside = new()
    {
        [1] = "SIGHUP", [2] = "SIGINT", [3] = "SIGQUIT", [9] = "SIGKILL", [13] = "SIGPIPE", [14] = "SIGALRM", [15] = "SIGTERM",
        [24] = "SIGXCPU",
    };

    /// <summary>How it was ended by something else than itself or its input, for example "was killed (signal 9, SIGKILL)".</summary>
    /// <returns>Null when it ended by itself.</returns>
    public static string? FromOutside(int? exitCode)
    {
        if (OperatingSystem.IsWindows() || exitCode is not { } code)
        {
            return null;
        }

        if (code == ToldToEnd)
        {
            return "was told to end by a signal";
        }

        var signal = code < 0 ? -code : code - 128;
        return Outside.TryGetValue(signal, out var name)
            ? FormattableString.Invariant($"was {(signal == 9 ? "killed" : "ended")} (signal {signal}, {name})")
            : null;
    }

    /// <summary>The error for a child that was ended from outside; null when it ended by itself.</summary>
    /// <param name="exitCode">Its exit code; null when it did not end, or we ended it.</param>
    /// <param name="path">The file it worked on.</param>
    /// <param name="tool">ffmpeg or ffprobe.</param>
    public static VideoToolsException? Error(int? exitCode, string path, string tool) => FromOutside(exitCode) is { } how
        ? new VideoToolsException(
            VideoErrorId.DecoderFailed,
            path,
            $"{tool} {how} by something else while it worked on '{path}': that says nothing about the file. "
            + "Systems kill what they have no memory for.",
            "Try again, with more free memory or fewer files at once (-ThrottleLimit 1, --throttle 1).")
        : null;
}
