namespace VideoTools.Engine.Files;

/// <summary>The folders in which programs are looked for.</summary>
internal static class SearchPath
{
    /// <summary>
    /// The absolute folders of PATH, in order. A relative entry would run whatever lies in the current directory, which may be a folder of
    /// strangers' files.
    /// </summary>
    /// <param name="environment">Gives environment variables.</param>
    public static IEnumerable<string> Folders(Func<string, string?> environment) =>
        (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Trim('"')).Where(Path.IsPathFullyQualified);
}
