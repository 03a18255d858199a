namespace VideoTools;

/// <summary>Which files of a directory are taken for videos. A file that is named itself may have any extension.</summary>
public static class VideoFileNames
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            ".3g2", ".3gp", ".asf", ".avi", ".f4v", ".flv", ".m2ts", ".m2v", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg",
            ".mts", ".mxf", ".nut", ".ogv", ".ts", ".vob", ".webm", ".wmv", ".y4m",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pictures =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ".bmp", ".jpeg", ".jpg", ".png", ".webp" }
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the extensions of picture files, in any case.</summary>
    /// <param name="path">Path or name of a file.</param>
    public static bool IsPicture(ReadOnlySpan<char> path) => Pictures.Contains(Path.GetExtension(path));

    /// <summary>True for the extensions of containers that hold video, in any case.</summary>
    /// <param name="path">Path or name of a file.</param>
    public static bool IsVideo(ReadOnlySpan<char> path) => Extensions.Contains(Path.GetExtension(path));
}
