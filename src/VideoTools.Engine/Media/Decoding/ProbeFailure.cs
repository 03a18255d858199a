using System.Text.RegularExpressions;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Why ffprobe gave a file back: one short message each.</summary>
internal static partial class ProbeFailure
{
    private const int MostLetters = 200;

    /// <summary>True when the pictures have more pixels than are allowed.</summary>
    public static bool IsTooLarge(string messages) => SizePattern().IsMatch(messages);

    /// <summary>The error.</summary>
    /// <param name="fullName">The file.</param>
    /// <param name="messages">What ffprobe said.</param>
    public static VideoToolsException Of(string fullName, string messages)
    {
        if (SizePattern().Match(messages) is { Success: true } size)
        {
            return new VideoToolsException(
                VideoErrorId.PictureTooLarge,
                fullName,
                $"The pictures of '{fullName}' are too large: {size.Groups[1].Value} pixels; "
                + "as many as 8192x8192 has (67 million) are read.",
                "Make a smaller copy of it.");
        }

        if (PictureKind.Of(fullName) is { } kind)
        {
            return Invalid(fullName, $"'{fullName}' is a picture ({kind}), not a video.", "Name a video file.");
        }

        if (messages.Contains("not on whitelist", StringComparison.Ordinal))
        {
            return Invalid(
                fullName,
                $"'{fullName}' is a playlist, script or text, or in a format that is not read.",
                "Name the video file itself.");
        }

        return messages.Contains("moov atom not found", StringComparison.Ordinal)
            ? Invalid(fullName, $"'{fullName}' has no index (moov atom not found).",
                "The file was cut off before its index was written; copy or download it again.")
            : messages.Contains("encrypt", StringComparison.OrdinalIgnoreCase) || messages.Contains("DRM", StringComparison.Ordinal)
            ? new VideoToolsException(
                VideoErrorId.VideoEncrypted, fullName, $"'{fullName}' is encrypted.", "Name a copy that is not protected.")
            : Invalid(fullName, $"'{fullName}' is no readable video. ffprobe: {Short(messages)}",
                "Check whether a player can open it; it may be damaged or not a video.");
    }

    private static VideoToolsException Invalid(string fullName, string message, string action) =>
        new(VideoErrorId.InvalidVideo, fullName, message, action);

    private static string Short(string messages) => messages.Length <= MostLetters ? messages : messages[..MostLetters] + "...";

    [GeneratedRegex(@"Picture size (\d+x\d+) (?:exceeds|is invalid)")]
    private static partial Regex SizePattern();
}
