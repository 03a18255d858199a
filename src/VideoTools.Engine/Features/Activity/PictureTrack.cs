namespace VideoTools.Engine.Features.Activity;

/// <summary>One measure over the whole picture along a video, in a bounded number of bins.</summary>
internal sealed record PictureTrack
{
    /// <summary>Units that a picture's value has for one level in every pixel.</summary>
    public required double UnitsPerLevel { get; init; }

    /// <summary>True for a measure of two frames, false for one of each frame by itself.</summary>
    public required bool IsOfPairs { get; init; }

    /// <summary>Seconds that a PTS unit lasts.</summary>
    public required Rational TimeBase { get; init; }

    /// <summary>Number of the first frame.</summary>
    public required long FirstFrame { get; init; }

    /// <summary>Frames that were measured, at least 1.</summary>
    public required long FrameCount { get; init; }

    /// <summary>Frames a bin holds; the last may hold fewer. 1 for most videos.</summary>
    public required int FramesPerBin { get; init; }

    /// <summary>End of the last frame.</summary>
    public required long EndPts { get; init; }

    /// <summary>How whole the input was.</summary>
    public required RecordStatus Status { get; init; }

    /// <summary>PTS of the first frame of each bin.</summary>
    public required ValueList<long> Starts { get; init; }

    /// <summary>Sum of the values of each bin.</summary>
    public required ValueList<long> Totals { get; init; }

    /// <summary>Frames (of motion: pairs of frames, each with its later one) that the sum is over.</summary>
    public required ValueList<long> Counts { get; init; }
}
