namespace VideoTools.TestMedia.Rendering;

/// <summary>Something that happens inside a shot and is NOT a transition.</summary>
public abstract record FrameEffect
{
    /// <summary>Changes frame <paramref name="index"/> of a shot of <paramref name="count"/> frames in place.</summary>
    public abstract void Apply(RawFrame frame, int index, int count);
}
