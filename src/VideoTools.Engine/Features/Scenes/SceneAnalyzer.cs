using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Finds the scenes of a file and emits one <see cref="VideoScene"/> a scene as soon as its end is known.</summary>
// Flow: frames -> detector -> boundaries -> SceneAssembler -> scenes. With MergeShort one scene is held back, because the next may
// join it; with FallbackLength and no boundary yet nothing can be emitted before the end.
internal sealed class SceneAnalyzer : IAnalyzer
{
    private readonly SceneOptions _options;
    private readonly bool _emit;
    private ISceneDetector? _detector;
    private SceneAssembler? _assembler;
    private AnalysisContext? _context;
    private Action<SceneBoundary>? _onBoundary;

    /// <summary>For one file.</summary>
    /// <param name="options">How scenes are found.</param>
    /// <param name="emit">False only raises the events: another analyzer wants the scenes, the user doesn't.</param>
    public SceneAnalyzer(SceneOptions options, bool emit = true)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _emit = emit;
    }

    /// <summary>Raised for each transition that is reported, in order, before the scene it ends.</summary>
    public event Action<SceneBoundary>? BoundaryFound;

    /// <summary>Raised for each finished scene, in order.</summary>
    public event Action<VideoScene>? SceneFound;

    /// <inheritdoc/>
    public AnalyzerNeeds Needs { get; } = new();

    /// <inheritdoc/>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _detector = SceneDetectorFactory.Create(_options, context.Info.FrameRate);
        _assembler = new SceneAssembler(context.Info, _options, _detector.Name, Publish);
        _onBoundary = boundary =>
        {
            BoundaryFound?.Invoke(boundary);
            _assembler.OnBoundary(boundary);
        };
    }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        if (_detector is null || _assembler is null || _onBoundary is null)
        {
            throw new InvalidOperationException("Begin has not been called.");
        }

        _assembler.OnFrame(frame);
        _detector.Process(frame, _onBoundary);
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        if (_detector is null || _assembler is null || _onBoundary is null)
        {
            throw new InvalidOperationException("Begin has not been called.");
        }

        _detector.Complete(_onBoundary);
        _assembler.Complete(summary);
    }

    private void Publish(VideoScene scene)
    {
        SceneFound?.Invoke(scene);
        if (_emit)
        {
            _context?.Emit(scene);
        }
    }
}
