namespace VideoTools.Engine.Features.Frames;

/// <summary>What is kept of a frame that may be chosen: the best one of its stretch of time.</summary>
/// <param name="Frame">Its number.</param>
/// <param name="Pts">Its time.</param>
/// <param name="Measures">How good it is.</param>
/// <param name="Signature">What it looks like.</param>
internal sealed record FrameNote(long Frame, long Pts, FrameMeasures Measures, FrameSignature Signature)
{
    /// <summary>The quality, computed once.</summary>
    public double Quality { get; } = Measures.Quality;

    /// <summary>Mean activity of its stretch, of all frames in it.</summary>
    public double StretchActivity { get; init; }

    /// <summary>Number of the shot-like run of frames that it is of: another one follows each break.</summary>
    public int Run { get; init; }
}
