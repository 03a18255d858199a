using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Scheduling;

/// <summary>
/// Hands every delivery of one decode to every analyzer that wants it, on the reader's thread. The kernels take about a tenth of
/// the time the decoder needs for a frame and the pipe buffers a dozen frames, so a queue between them would only cost.
/// </summary>
internal sealed class FanOut : IDecodeSink
{
    private readonly IAnalyzer[] _frames;
    private readonly IAnalyzer[] _stills;
    private readonly IAnalyzer[] _audio;
    private readonly Action<VideoFrame> _onFrame;

    /// <summary>Sorts the analyzers by what they need.</summary>
    public FanOut(IReadOnlyList<IAnalyzer> analyzers, Action<VideoFrame> onFrame)
    {
        _frames = [.. analyzers.Where(a => a.Needs.Frames)];
        _stills = [.. analyzers.Where(a => a.Needs.Stills is not null)];
        _audio = [.. analyzers.Where(a => a.Needs.Audio)];
        _onFrame = onFrame;
    }

    /// <inheritdoc/>
    public bool IsSatisfied { get; set; }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        _onFrame(frame);
        foreach (var analyzer in _frames)
        {
            analyzer.OnFrame(frame);
        }
    }

    /// <inheritdoc/>
    public void OnStill(VideoFrame frame)
    {
        foreach (var analyzer in _stills)
        {
            analyzer.OnStill(frame);
        }
    }

    /// <inheritdoc/>
    public void OnAudio(AudioBlock block)
    {
        foreach (var analyzer in _audio)
        {
            analyzer.OnAudio(block);
        }
    }
}
