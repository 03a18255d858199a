using System.Text.RegularExpressions;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Live;

/// <summary>What is said of a source that cannot be read: one line, without its secrets.</summary>
internal static partial class LiveErrors
{
    private const int Longest = 200;
    private const string Ended = "It ended.";

    /// <summary>The error of a source that cannot be opened.</summary>
    public static VideoToolsException Unreachable(LiveSource source, string reason) => new(
        VideoErrorId.SourceUnreachable,
        source.Name,
        $"'{source.Name}' cannot be opened: {reason}",
        WayOut(source, reason));

    /// <summary>The last thing that the child said, as a reason.</summary>
    /// <param name="source">The source.</param>
    /// <param name="messages">What it said.</param>
    public static string Reason(LiveSource source, string messages)
    {
        // Pictures that were cut with the source, of which decoders speak, are no reason.
        string[] lines =
        [
            .. source.Redact(messages).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !FromDecoder().IsMatch(line) && !DecoderLog.IsEcho(line)),
        ];

        // What went wrong is said by the layer that saw it; those above say only that something did.
        var line = Array.FindLast(lines, line => Known.Any(known => line.Contains(known, StringComparison.OrdinalIgnoreCase)))
            ?? lines.LastOrDefault() ?? Ended;
        line = line[(line.LastIndexOf("] ", StringComparison.Ordinal) + 1)..].Trim();
        return line.Length > Longest ? line[..Longest] : line;
    }

    private static readonly string[] Known =
    [
        "401 ", "403 ", "404 ", "Connection refused", "timed out", "resolve hostname", "No route to host", "Network is unreachable",
        "No such file", "No such device", "busy", "Permission denied", "Connection reset", "I/O error", "Input/output error",
        "End of file", "not on whitelist", "Invalid data",
    ];

    [GeneratedRegex(@"^\[(h264|hevc|mjpeg|mpeg[124]video|mpeg4|vp[89]|av1|libdav1d|aac|mp[23])\b")]
    private static partial Regex FromDecoder();

    private static string WayOut(LiveSource source, string reason)
    {
        bool Says(string text) => reason.Contains(text, StringComparison.OrdinalIgnoreCase);
        return Says("401 ") || Says("403 ") ? "Give the camera's user and password in the address: rtsp://user:password@host/path."
            : Says("404 ") ? "Check the path of the stream; the camera's manual names it."
            : source.Kind == LiveSourceKind.Device
                ? "Check that the device is there, that no other program uses it, and that you may read it."
            : source.Kind == LiveSourceKind.Pipe ? "The writer of the pipe must give MPEG-TS or NUT with a video in it."
            : "Check the address, the network, and that the camera speaks RTSP over TCP.";
    }
}
