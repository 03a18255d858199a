using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Scheduling;

/// <summary>
/// Hands every delivery of one decode to the features that subscribed to that very stream, on the reader's thread. The kernels take
/// about a tenth of the time the decoder needs for a frame and the pipe buffers a dozen frames, so a queue between them would only cost.
/// </summary>
internal sealed class FanOut : IDecodeSink
{
    private readonly FeatureRun[] _frames;
    private readonly FeatureRun[][] _stills;
    private readonly FeatureRun[][] _audio;
    private readonly Action<VideoFrame> _onFrame;

    /// <summary>Sorts the features by what they subscribed to.</summary>
    /// <param name="runs">The features.</param>
    /// <param name="plan">The streams, in the order they are numbered.</param>
    /// <param name="onFrame">Sees every small frame first.</param>
    public FanOut(IReadOnlyList<FeatureRun> runs, DecodePlan plan, Action<VideoFrame> onFrame)
    {
        _frames = [.. runs.Where(run => run.Needs.Frames)];
        _stills = [.. plan.Stills.Select(stills => runs.Where(run => run.Needs.Stills == stills).ToArray())];
        _audio = [.. plan.AudioTracks.Select(track => runs.Where(run => run.Needs.AudioTrack == track).ToArray())];
        _onFrame = onFrame;
    }

    public bool IsSatisfied { get; set; }

    public void OnFrame(VideoFrame frame)
    {
        _onFrame(frame);
        foreach (var run in _frames)
        {
            run.Do(analyzer => analyzer.OnFrame(frame));
        }
    }

    public void OnStill(VideoFrame frame, int selection)
    {
        foreach (var run in _stills[selection])
        {
            run.Do(analyzer => analyzer.OnStill(frame));
        }
    }

    public void OnAudio(AudioBlock block, int track)
    {
        foreach (var run in _audio[track])
        {
            run.OnAudio(block);
        }
    }
}
