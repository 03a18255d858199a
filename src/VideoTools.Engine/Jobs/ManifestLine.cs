namespace VideoTools.Engine.Jobs;

/// <summary>A file of a job.</summary>
internal sealed record ManifestLine
{
    /// <summary>Absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>Size in bytes when it was submitted; 0 for a file that was not there.</summary>
    public long Length { get; init; }

    /// <summary>Time of its last write then; null for a file that was not there.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Its length; null where nobody knew.</summary>
    public double? Seconds { get; init; }

    /// <summary>Width of the picture; null where nobody knew.</summary>
    public int? Width { get; init; }

    /// <summary>Height of the picture; null where nobody knew.</summary>
    public int? Height { get; init; }
}
