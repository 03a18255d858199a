namespace VideoTools;

/// <summary>Which files of a directory are taken for videos. A file that is named itself may have any extension.</summary>
public static class VideoFileNames
{
    private const int HeadBytes = 4096;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            // Containers of films and cameras.
            ".3g2", ".3gp", ".3gp2", ".3gpp", ".amv", ".asf", ".avi", ".divx", ".dv", ".dvr-ms", ".evo", ".f4v", ".ffm", ".flv", ".gxf",
            ".ismv", ".ivf", ".m2p", ".m2t", ".m2ts", ".m4v", ".mj2", ".mk3d", ".mkv", ".mov", ".mp4", ".mp4v", ".mpeg", ".mpg",
            ".mqv", ".mts", ".mxf", ".nsv", ".nut", ".nuv", ".ogm", ".ogv", ".ogx", ".psp", ".qt", ".rm", ".rmvb", ".rv", ".tod",
            ".tp", ".trp", ".ts", ".vob", ".vro", ".webm", ".wm", ".wmv", ".wtv", ".xvid",

            // Streams of one codec, and moving pictures.
            ".264", ".265", ".266", ".apng", ".avc", ".avs2", ".avs3", ".bik", ".cavs", ".dif", ".dnxhd", ".dnxhr", ".drc", ".gif",
            ".h261", ".h263", ".h264", ".h265", ".h266", ".h26l", ".hevc", ".m1v", ".m2v", ".mjpeg", ".mjpg", ".mpv", ".obu", ".roq",
            ".smk", ".swf", ".vc1", ".vc2", ".vvc", ".y4m",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Sounds =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            ".3ga", ".aac", ".ac3", ".aif", ".aifc", ".aiff", ".amr", ".ape", ".au", ".caf", ".dts", ".eac3", ".ec3", ".flac", ".m4a",
            ".m4b", ".m4r", ".mka", ".mp2", ".mp3", ".mpa", ".mpc", ".oga", ".ogg", ".opus", ".spx", ".tta", ".w64", ".wav", ".wave",
            ".weba", ".wma", ".wv",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pictures =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ".bmp", ".jpeg", ".jpg", ".png", ".webp" }
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the extensions of files that hold sound only, in any case.</summary>
    /// <param name="path">Path or name of a file.</param>
    public static bool IsSound(ReadOnlySpan<char> path) => Sounds.Contains(Path.GetExtension(path));

    /// <summary>True for the extensions of picture files, in any case.</summary>
    /// <param name="path">Path or name of a file.</param>
    public static bool IsPicture(ReadOnlySpan<char> path) => Pictures.Contains(Path.GetExtension(path));

    /// <summary>
    /// True for a source of TypeScript, which shares its extensions with transport streams: its beginning is text, without the marks that
    /// a stream has every 188, 192 or 204 bytes (ISO/IEC 13818-1). False for what cannot be read.
    /// </summary>
    /// <param name="path">Path of a file.</param>
    public static bool IsTypeScript(string path)
    {
        var extension = Path.GetExtension(path.AsSpan());
        if (!extension.Equals(".ts", StringComparison.OrdinalIgnoreCase) && !extension.Equals(".mts", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            // A pipe has no length, and opening it would wait.
            if (new FileInfo(path).Length == 0)
            {
                return false;
            }

            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[HeadBytes];
            return IsText(head[..RandomAccess.Read(file, head, 0)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }

    internal static bool IsText(ReadOnlySpan<byte> head)
    {
        // UTF-16 has zero bytes, and says so first.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        return !head.Contains((byte)0) && !HasSync(head, 188) && !HasSync(head, 192) && !HasSync(head, 204);
    }

    private static bool HasSync(ReadOnlySpan<byte> head, int packet)
    {
        const byte Sync = 0x47;
        for (var at = 0; at < packet && at + (3 * packet) < head.Length; at++)
        {
            if (head[at] == Sync && head[at + packet] == Sync && head[at + (2 * packet)] == Sync && head[at + (3 * packet)] == Sync)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the extensions of containers that hold video, in any case.</summary>
    /// <param name="path">Path or name of a file.</param>
    public static bool IsVideo(ReadOnlySpan<char> path) => Extensions.Contains(Path.GetExtension(path));
}
