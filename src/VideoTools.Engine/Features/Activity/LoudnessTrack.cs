namespace VideoTools.Engine.Features.Activity;

/// <summary>How loud the first sound track is along a video, in a bounded number of bins.</summary>
internal sealed record LoudnessTrack
{
    /// <summary>False where the video has no sound track, or one without a sample.</summary>
    public bool HasSound => Starts.Count > 0;

    /// <summary>First sample of each bin, counted at 16 kHz from the start of the video.</summary>
    public required ValueList<long> Starts { get; init; }

    /// <summary>Sum of the squares of the samples of each bin.</summary>
    public required ValueList<long> Energies { get; init; }

    /// <summary>Samples of each bin.</summary>
    public required ValueList<long> SampleCounts { get; init; }
}
