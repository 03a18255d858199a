using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Finds the scenes of a file and emits one <see cref="VideoScene"/> a scene as soon as its end is known.</summary>
// Flow: frames -> detector -> boundaries -> SceneAssembler -> scenes. With MergeShort one scene is held back, because the next may
// join it; with FallbackLength and no boundary yet nothing can be emitted before the end.
internal sealed class SceneAnalyzer : IAnalyzer
{
    private readonly SceneOptions _options;
    private ISceneDetector? _detector;
    private SceneAssembler? _assembler;

    /// <summary>For one file.</summary>
    /// <param name="options">How scenes are found.</param>
    public SceneAnalyzer(SceneOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public AnalyzerNeeds Needs { get; } = new();

    /// <inheritdoc/>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _detector = SceneDetectorFactory.Create(_options, context.Info.FrameRate);
        _assembler = new SceneAssembler(context.Info, _options, _detector.Name, context.Emit);
    }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        if (_detector is null || _assembler is null)
        {
            throw new InvalidOperationException("Begin has not been called.");
        }

        _assembler.OnFrame(frame);
        _detector.Process(frame, _assembler.OnBoundary);
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        if (_detector is null || _assembler is null)
        {
            throw new InvalidOperationException("Begin has not been called.");
        }

        _detector.Complete(_assembler.OnBoundary);
        _assembler.Complete(summary);
    }
}
