namespace VideoTools.Engine.Jobs;

/// <summary>A part of a job: files that follow one another in a manifest.</summary>
internal sealed record PartLine
{
    /// <summary>Its number: 1 for the most work.</summary>
    public int Part { get; init; }

    /// <summary>Number of its first file in the manifest, from 0.</summary>
    public int First { get; init; }

    /// <summary>How many files it has.</summary>
    public int Count { get; init; }

    /// <summary>Where the line of its first file begins in the manifest, in bytes.</summary>
    public long Offset { get; init; }

    /// <summary>Its work, in seconds of 1080p video.</summary>
    public double Work { get; init; }

    /// <summary>The round that it belongs to; not written, the file's name says it.</summary>
    [NoColumn]
    public int Round { get; init; }
}
