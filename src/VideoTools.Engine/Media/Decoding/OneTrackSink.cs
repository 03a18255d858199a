namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Hands on what one of several passes over a file delivers, with the number that its sound track has in the whole plan.
/// </summary>
/// <param name="inner">The listener.</param>
/// <param name="all">The sound tracks of the whole plan.</param>
/// <param name="part">The sound tracks of this pass.</param>
internal sealed class OneTrackSink(IDecodeSink inner, IReadOnlyList<SoundSelection> all, IReadOnlyList<SoundSelection> part) : IDecodeSink
{
    public bool IsSatisfied => inner.IsSatisfied;

    public void OnFrame(VideoFrame frame) => inner.OnFrame(frame);

    public void OnStill(VideoFrame frame, int selection) => inner.OnStill(frame, selection);

    public void OnAudio(AudioBlock block, int track) => inner.OnAudio(block, all.ToList().IndexOf(part[track]));
}
