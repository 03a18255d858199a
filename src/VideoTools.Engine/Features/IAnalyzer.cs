using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features;

/// <summary>
/// A feature: listens to the streams of one decode and emits records as soon as they are known. It opens no file and starts no
/// task. Calls come one after another, from one thread at a time; an instance serves one file.
/// </summary>
internal interface IAnalyzer
{
    /// <summary>What it listens to; asked before <see cref="Begin"/>.</summary>
    AnalyzerNeeds Needs { get; }

    /// <summary>Called once, first.</summary>
    void Begin(AnalysisContext context);

    /// <summary>Every frame at analysis size, in order. Keep it with Retain, never by reference alone.</summary>
    void OnFrame(VideoFrame frame);

    /// <summary>A large frame, in order.</summary>
    void OnStill(VideoFrame frame)
    {
    }

    /// <summary>Sound, in order.</summary>
    void OnAudio(AudioBlock block)
    {
    }

    /// <summary>Called once, last, also after a truncated or damaged decode (not after a failed one). Emits what is left.</summary>
    void Complete(DecodeSummary summary);
}
