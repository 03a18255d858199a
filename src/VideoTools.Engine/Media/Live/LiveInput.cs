// The one place where more than local files may be opened, and only what this source needs: RTSP over TCP (with TLS for rtsps), a device
// of its own driver, or bytes on the standard input. An RTSP address may hold a password and the arguments of a process are there for
// everybody on the machine to read, so the address goes to the child's standard input, as a script of one line for ffmpeg's concat.
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Live;

/// <summary>How ffmpeg and ffprobe are led to a live source.</summary>
internal static class LiveInput
{
    // A camera gives a key frame every one to four seconds; more is not waited for, however little is known then.
    private const string AnalyzeMicroseconds = "4000000";
    private const string ProbeBytes = "2000000";

    // Long enough for a camera that wakes up; a cut connection is seen by TCP at once, one that is silent by this.
    private const string SocketMicroseconds = "10000000";

    /// <summary>Self-contained formats that may be joined and left at any byte.</summary>
    private const string PipeFormats = "mpegts,nut";

    /// <summary>The options up to and with the input.</summary>
    public static IReadOnlyList<string> Options(LiveSource source) => source.Kind switch
    {
        LiveSourceKind.Rtsp =>
        [
            "-f", "concat", "-safe", "0", .. Limits(IsEncrypted(source) ? "pipe,tls,tcp" : "pipe,tcp", "concat,rtsp"), "-i", "pipe:0",
        ],
        LiveSourceKind.Pipe => [.. Limits("pipe", PipeFormats), "-i", "pipe:0"],
        _ => Device(source),
    };

    /// <summary>What the child is told on its standard input; null for a pipe, whose bytes it gets, and for a device.</summary>
    /// <param name="source">The source.</param>
    /// <param name="isKnown">True when its frame rate is known: counting frames to find it out takes a second or more.</param>
    public static byte[]? Script(LiveSource source, bool isKnown) => source.Kind != LiveSourceKind.Rtsp ? null
        : System.Text.Encoding.UTF8.GetBytes($"""
        ffconcat version 1.0
        file '{source.Reveal().Replace("'", @"'\''", StringComparison.Ordinal)}'
        option rtsp_transport tcp
        option timeout {SocketMicroseconds}
        option analyzeduration {AnalyzeMicroseconds}
        option probesize {ProbeBytes}
        option fflags nobuffer
        {(isKnown ? "option fpsprobesize 0" : "")}

        """);

    private static bool IsEncrypted(LiveSource source) => source.Reveal().StartsWith("rtsps:", StringComparison.OrdinalIgnoreCase);

    private static string[] Limits(string protocols, string formats) =>
    [
        "-protocol_whitelist", protocols, "-format_whitelist", formats, "-max_pixels", InputSafety.MaxPixels,
        "-fflags", "nobuffer", "-analyzeduration", AnalyzeMicroseconds, "-probesize", ProbeBytes,
    ];

    private static string[] Device(LiveSource source)
    {
        var (format, name) = source.Reveal() switch
        {
            ['/', ..] and var path => ("v4l2", path),
            var text when text.StartsWith("avfoundation:", StringComparison.Ordinal) => ("avfoundation", text["avfoundation:".Length..]),
            var text => ("dshow", text),
        };
        return ["-f", format, .. Limits("pipe", format), "-i", name];
    }
}
