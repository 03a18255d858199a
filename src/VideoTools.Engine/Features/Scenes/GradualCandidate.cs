namespace VideoTools.Engine.Features.Scenes;

/// <summary>A possible gradual transition.</summary>
// Stamps and numbers are copied from the features, because the ring reuses those.
internal sealed class GradualCandidate(FrameFeatures start, FrameFeatures middle, FrameFeatures end)
{
    private readonly (FrameStamp Start, FrameStamp Middle, FrameStamp End) _stamps = (start.Stamp, middle.Stamp, end.Stamp);

    /// <summary>Number of the last frame of the old shot.</summary>
    public long Start { get; } = start.Number;

    /// <summary>Number of the frame in the middle of the window.</summary>
    public long Middle { get; } = middle.Number;

    /// <summary>Number of the first frame of the new shot.</summary>
    public long End { get; } = end.Number;

    /// <summary>Number of the first frame of the window.</summary>
    public required long First { get; init; }

    /// <summary>Number of the last frame of the window.</summary>
    public required long Last { get; init; }

    /// <summary>Dissolve or wipe.</summary>
    public required TransitionKind Kind { get; init; }

    /// <summary>Unlikeness of both ends less what speaks against a transition.</summary>
    public required double Quality { get; init; }

    /// <summary>Quality in proportion to what is needed at the threshold 1.</summary>
    public required double Ratio { get; init; }

    /// <summary>Unlikeness of both ends, 0 to 1.</summary>
    public required double Unlikeness { get; init; }

    /// <summary>The transition as it is reported.</summary>
    public SceneBoundary ToBoundary() => new()
    {
        Frame = _stamps.Middle,
        TransitionStart = _stamps.Start,
        TransitionEnd = _stamps.End,
        Kind = Kind,
        Score = Unlikeness,
        Confidence = Scenes.Confidence.Of(Kind, Ratio),
    };
}
