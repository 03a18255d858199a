namespace VideoTools.PowerShell;

/// <summary>Turns -Path and -LiteralPath into absolute paths of files. Whatever is no file becomes an error, not an exception.</summary>
internal sealed class PathResolver(PSCmdlet cmdlet, Action<VideoError> report)
{
    /// <summary>Name of the provider whose paths are files.</summary>
    internal const string FileSystemProvider = "FileSystem";

    /// <summary>True where a directory stands for what it holds; otherwise it is an error.</summary>
    public bool TakesDirectories { get; init; }

    private string CommandName => cmdlet.MyInvocation.MyCommand?.Name ?? "Get-VideoInfo";

    /// <summary>Expands a pattern. Directories that it matches beside files are passed over.</summary>
    public IEnumerable<string> Expand(string pattern)
    {
        if (IsEmpty(pattern))
        {
            return [];
        }

        var isPattern = WildcardPattern.ContainsWildcardCharacters(pattern);
        ProviderInfo? provider = null;
        if (!isPattern)
        {
            return Name(pattern) is { } name ? [name] : [];
        }

        var matches = Try(pattern, () => cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out provider));
        if (matches is null || !IsFileSystem(pattern, provider))
        {
            return [];
        }

        var files = matches.Where(match => TakesDirectories || !Directory.Exists(match)).ToArray();
        if (files.Length > 0)
        {
            return files;
        }

        report(matches.Count == 0
            ? NotFound(pattern, isPattern)
            : IsDirectory(pattern, $"'{pattern}' matches only directories."));
        return [];
    }

    // A pattern that stands for one name: as it is written, or with what is escaped in it taken as it is.
    private string? Name(string pattern)
    {
        var plain = FileNames.Unescape(pattern);
        var isThere = plain == pattern || Exists(pattern);
        if (Literal(isThere ? pattern : plain) is not { } name)
        {
            return null;
        }

        if (!File.Exists(name) && !Directory.Exists(name))
        {
            report(NotFound(isThere ? pattern : plain, isPattern: false));
            return null;
        }

        return name;
    }

    private bool Exists(string path)
    {
        try
        {
            return File.Exists(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
        }
        catch (Exception exception) when (exception is RuntimeException and not PipelineStoppedException or ArgumentException
            or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Takes a path as it is written. Whether the file exists is for the engine to say, in its turn.</summary>
    public string? Literal(string path)
    {
        if (IsEmpty(path))
        {
            return null;
        }

        ProviderInfo? provider = null;
        var fullName = Try(path, () => cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _));
        if (fullName is null || !IsFileSystem(path, provider))
        {
            return null;
        }

        if (!TakesDirectories && Directory.Exists(fullName))
        {
            report(IsDirectory(fullName, null));
            return null;
        }

        return fullName;
    }

    /// <summary>The files that a piped object stands for: a pattern, a file of Get-ChildItem, or whatever else names one.</summary>
    /// <param name="item">What was piped.</param>
    /// <param name="refuse">Takes what names no file, and why.</param>
    public IEnumerable<string> Of(object item, Action<object, string> refuse)
    {
        if (FlexibleValue.Unwrap(item) is string pattern)
        {
            return Expand(pattern);
        }

        if (FileNames.Of(PSObject.AsPSObject(item)) is { } name)
        {
            return Literal(name) is { } file ? [file] : [];
        }

        refuse(item, FileNames.Refusal);
        return [];
    }

    // An unset variable of a script: PowerShell takes it for the current directory.
    private bool IsEmpty(string path)
    {
        if (path.Length > 0)
        {
            return false;
        }

        report(new VideoError(
            VideoErrorId.FileNotFound, path, "The path is empty: no file is named.", "Check the variable that it comes from."));
        return true;
    }

    private T? Try<T>(string path, Func<T> resolve)
        where T : class
    {
        try
        {
            return resolve();
        }
        catch (ItemNotFoundException exception)
        {
            report(NotFound(path, isPattern: false) with { Exception = exception });
        }
        catch (Exception exception) when (exception is not PipelineStoppedException
            && exception is RuntimeException or ArgumentException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            report(new VideoError(
                VideoErrorId.FileNotFound, path, $"'{path}' cannot be resolved: {exception.Message}", "Correct the path.")
            {
                Exception = exception,
            });
        }

        return null;
    }

    private bool IsFileSystem(string path, ProviderInfo? provider)
    {
        if (provider is null || provider.Name == FileSystemProvider)
        {
            return true;
        }

        report(new VideoError(
            VideoErrorId.NotAFile,
            path,
            $"'{path}' belongs to the provider {provider.Name}; only files can be analysed.",
            "Give the path of a file."));
        return false;
    }

    private VideoError IsDirectory(string path, string? message) => new(
        VideoErrorId.NotAFile,
        path,
        message ?? $"'{path}' is a directory.",
        $"Pipe its files: Get-ChildItem -LiteralPath '{path.Replace("'", "''", StringComparison.Ordinal)}' -File | {CommandName}");

    private static VideoError NotFound(string path, bool isPattern) => isPattern
        ? new(
            VideoErrorId.FileNotFound,
            path,
            $"Nothing matches '{path}'.",
            "Correct the pattern, or use -LiteralPath if the name itself has [, ], * or ? in it.")
        : new(VideoErrorId.FileNotFound, path, $"There is no file '{path}'.", "Correct the path.");
}
