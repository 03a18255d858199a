using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Reads pictures.</summary>
internal interface ITextReader
{
    /// <summary>What the models run on.</summary>
    InferenceDevice Device { get; }

    /// <summary>Loads the models, so that a missing one is reported before anything is decoded.</summary>
    /// <param name="warn">Takes what the user should know.</param>
    void Prepare(Action<string> warn);

    /// <summary>The lines of text in each picture, those of all pictures read in common batches.</summary>
    /// <param name="stills"><see cref="FrameFormat.Rgb24"/> pictures of one size.</param>
    IReadOnlyList<IReadOnlyList<TextLine>> Read(IReadOnlyList<VideoFrame> stills);
}
