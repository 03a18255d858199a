using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features;

/// <summary>
/// Listens to the streams of one decode and emits records as soon as they are known. It opens no file and starts no task. Calls come
/// one after another, from one thread at a time; an instance serves one file, and is disposed when it is disposable.
/// </summary>
internal interface IAnalyzer
{
    /// <summary>Called once, first.</summary>
    void Begin(AnalysisContext context);

    /// <summary>Every frame at analysis size, in order. Keep it with Retain, never by reference alone.</summary>
    void OnFrame(VideoFrame frame)
    {
    }

    /// <summary>A large frame, in order; the small one of the same time has been delivered before.</summary>
    void OnStill(VideoFrame frame)
    {
    }

    /// <summary>Sound, in order.</summary>
    void OnAudio(AudioBlock block)
    {
    }

    /// <summary>
    /// Nothing more is delivered: what is left goes to a lane, without waiting for it, so that the lanes of several analyzers end
    /// side by side. Called once for all analyzers before <see cref="Complete"/> of the first.
    /// </summary>
    void End(DecodeSummary summary)
    {
    }

    /// <summary>
    /// Called once, last, also after a truncated or damaged decode (not after a failed one). Waits, and emits what is left.
    /// </summary>
    void Complete(DecodeSummary summary);
}
