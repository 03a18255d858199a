namespace VideoTools.Engine.Features.Frames;

/// <summary>What was chosen so far: how many, and what it looks like.</summary>
/// <param name="limits">How alike, how many.</param>
internal sealed class KeptFrames(FrameLimits limits)
{
    private readonly List<FrameSignature> _signatures = [];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>True when no more may be chosen.</summary>
    public bool IsFull => Count >= limits.MaximumCount;

    /// <summary>True when a picture resembles none that was chosen.</summary>
    public bool IsNew(FrameSignature signature) =>
        limits.Similarity <= 0 || !_signatures.Exists(kept => kept.Resembles(signature, limits.Similarity));

    /// <summary>Notes one that was chosen.</summary>
    public void Add(FrameSignature signature)
    {
        Count++;
        if (limits.Similarity > 0)
        {
            _signatures.Add(signature);
        }
    }
}
