using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Finds the scenes of a file and emits one <see cref="VideoScene"/> for each as soon as its end is known.</summary>
/// <param name="options">How scenes are found.</param>
// Flow: frames -> detector -> boundaries -> SceneAssembler -> scenes. With MergeShort one scene is held back, because the next may
// join it; with FallbackLength and no boundary yet nothing can be emitted before the end.
internal sealed class SceneAnalyzer(SceneOptions options) : IAnalyzer
{
    private ISceneDetector _detector = null!;
    private SceneAssembler _assembler = null!;

    public void Begin(AnalysisContext context)
    {
        _detector = SceneDetectorFactory.Create(options, context.Info.FrameRate ?? default);
        _assembler = new SceneAssembler(context.Info, options, context.Emit);
    }

    public void OnFrame(VideoFrame frame)
    {
        _assembler.OnFrame(frame);
        _detector.Process(frame, _assembler.OnBoundary);
    }

    public void Complete(DecodeSummary summary)
    {
        _detector.Complete(_assembler.OnBoundary);
        _assembler.Complete(summary);
    }
}
