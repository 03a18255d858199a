namespace VideoTools.Engine.Files;

/// <summary>Reads whole files that users name, up to a limit: a wrong path must not fill the memory.</summary>
internal static class TextFile
{
    /// <summary>
    /// The bytes of a file; null when it has more than the limit. A pipe or device has none: it is not opened.
    /// </summary>
    /// <exception cref="IOException">It cannot be read; <see cref="UnauthorizedAccessException"/> where it may not be.</exception>
    public static byte[]? ReadBytes(string path, long maximumBytes) =>
        RegularFile.Length(path) > maximumBytes ? null : RegularFile.ReadAllBytes(path);

    /// <summary>
    /// The text of a file: UTF-8 with or without a mark, or UTF-16 and UTF-32 with one. Nothing is guessed. Null when it has more bytes
    /// than the limit.
    /// </summary>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    /// <exception cref="IOException">It cannot be read; <see cref="UnauthorizedAccessException"/> where it may not be.</exception>
    public static string? ReadText(string path, long maximumBytes)
    {
        var length = RegularFile.Length(path);
        if (length == 0 || length > maximumBytes)
        {
            return length == 0 ? "" : null;
        }

        using var reader = new StreamReader(
            path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
