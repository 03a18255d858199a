namespace VideoTools.Engine.Observation.Profiles;

/// <summary>What is asked about every sequence.</summary>
/// <param name="Name">Its name.</param>
/// <param name="System">What the model is told it is; null for nothing.</param>
/// <param name="Questions">The questions, each behind those it depends on.</param>
internal sealed record QueryProfile(string Name, string? System, IReadOnlyList<ProfileQuestion> Questions)
{
    /// <summary>Seconds of a sequence; null leaves it to the caller.</summary>
    public double? IntervalSeconds { get; init; }

    /// <summary>Frames of a sequence; null leaves it to the caller.</summary>
    public int? FramesPerSequence { get; init; }

    /// <summary>Change below which a frame is left out; null leaves it to the caller.</summary>
    public double? ChangeThreshold { get; init; }
}
