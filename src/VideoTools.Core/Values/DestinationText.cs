namespace VideoTools;

/// <summary>What users write for where outputs go.</summary>
public static class DestinationText
{
    private const string VideoDirectory = "{dir}";

    /// <summary>
    /// The destination for the engine: a bare name with places, such as {stem}.edl, lies beside each video and stays as it is; everything
    /// else is a path, and starts from the current directory where it is relative.
    /// </summary>
    /// <param name="text">What the user wrote; null for nothing.</param>
    /// <param name="full">Makes a path absolute.</param>
    public static string? Resolve(string? text, Func<string, string> full)
    {
        ArgumentNullException.ThrowIfNull(full);
        if (text is null || text.StartsWith(VideoDirectory, StringComparison.Ordinal)
            || (text.Contains('{', StringComparison.Ordinal) && Path.GetFileName(text) == text))
        {
            return text;
        }

        // That it names a directory must not get lost.
        var path = full(text);
        return Path.EndsInDirectorySeparator(text) && !Path.EndsInDirectorySeparator(path) ? path + Path.DirectorySeparatorChar : path;
    }
}
