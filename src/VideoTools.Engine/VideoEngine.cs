using VideoTools.Engine.Caching;
using VideoTools.Engine.Choosing;
using VideoTools.Engine.Exporting;
using VideoTools.Engine.Features;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Jobs;
using VideoTools.Engine.Metadata;
using VideoTools.Engine.Niche;
using VideoTools.Engine.Observation;
using VideoTools.Engine.People;
using VideoTools.Engine.Previews;
using VideoTools.Engine.Quantization;
using VideoTools.Engine.Reporting;
using VideoTools.Engine.Scheduling;
using VideoTools.Engine.Similar;
using VideoTools.Engine.Taxonomy;
using VideoTools.Engine.Templates;
using VideoTools.Engine.Transcripts;
using VideoTools.Engine.Work;

namespace VideoTools.Engine;

/// <summary>The engine over ffmpeg: opens sessions and holds the facets. Thread-safe; disposing it ends every session it opened.</summary>
public sealed class VideoEngine : IVideoEngine
{
    private readonly object _gate = new();
    private readonly List<WeakReference<VideoSession>> _sessions = [];
    private readonly FeatureRegistry _registry;
    private readonly ResultCache? _cache;
    private readonly Niches _niches;
    private readonly Reports _reports;
    private bool _disposed;

    private VideoEngine(FeatureRegistry registry, ResultCache? cache)
    {
        _registry = registry;
        _cache = cache;
        Niches = _niches = new Niches(
            Templates, (name, shape, vectors) => new KeptVectors(Results, TaxonomyLocator.LearnedFolder).Get(name, shape, vectors));
        Reports = _reports = new Reports(Niches, People);
        CropPages = new CropPages(registry, Crops, Open);
        Jobs = new VideoJobs(registry, request => OpenSession(request, keepsRetired: true));
    }

    /// <inheritdoc/>
    public IScenes Scenes { get; } = new Exporting.Scenes();

    /// <inheritdoc/>
    public ICrops Crops { get; } = new Crops();

    /// <inheritdoc/>
    public ICropPages CropPages { get; }

    /// <inheritdoc/>
    public ISimilarVideos Similar { get; } = new SimilarVideos();

    /// <inheritdoc/>
    public IPeople People { get; } = new VideoPeople();

    /// <inheritdoc/>
    public ITemplates Templates { get; } = new TemplateFiles();

    /// <inheritdoc/>
    public ITranscripts Transcripts { get; } = new TranscriptFiles();

    /// <inheritdoc/>
    public IModels Models { get; } = new Models();

    /// <inheritdoc/>
    public IModelOptimizer ModelOptimizer { get; } = new ModelOptimizer();

    /// <inheritdoc/>
    public ICache Cache => Results;

    /// <inheritdoc/>
    public ITaxonomies Taxonomies { get; } = new TaxonomyFiles();

    /// <inheritdoc/>
    public IMetadata Metadata { get; } = new MetadataStore();

    /// <inheritdoc/>
    public INiches Niches { get; }

    /// <inheritdoc/>
    public IReports Reports { get; }

    /// <inheritdoc/>
    public IObservations Observations { get; } = new Observations();

    /// <inheritdoc/>
    public IJobs Jobs { get; }

    // The user's own may be moved by the environment while a shell runs.
    private ResultCache Results => _cache ?? ResultCache.Shared;

    /// <summary>Creates an engine; starting one costs nothing.</summary>
    public static IVideoEngine Create() => Create(FeatureRegistry.Default);

    /// <summary>The argument that tells the command line to do <see cref="TryDevice"/> and nothing else.</summary>
    public const string TryDeviceArgument = DeviceProbe.Argument;

    /// <summary>
    /// Runs a model on a device, in a process of its own: a child of the one that wants to know. See docs/decisions/0029.
    /// </summary>
    /// <param name="device">Name of the device.</param>
    /// <returns>The exit code: 0 when it works; otherwise the reason is on the standard output.</returns>
    public static int TryDevice(string device) => DeviceTrial.Run(device, Console.Out);

    /// <summary>Creates an engine with other features than the built-in ones, and a cache of its own.</summary>
    internal static IVideoEngine Create(FeatureRegistry registry, ResultCache? cache = null) => new VideoEngine(registry, cache);

    /// <inheritdoc/>
    public IVideoSession Open(VideoRequest request) => OpenSession(request, keepsRetired: false);

    private VideoSession OpenSession(VideoRequest request, bool keepsRetired)
    {
        RequestValidator.Validate(request, _registry);
        var cores = GivenCores.Count;
        IJobRunner Analysis(VideoRequest wanted) => new JobRunner(wanted, new FfmpegMediaSource(wanted.Engine), cores, Results, _registry);
        IJobRunner Sequences(AnalysisRequest wanted)
        {
            RequestValidator.Validate(wanted, _registry);
            return Analysis(wanted);
        }

        var runner = Analysis(request);
        if (request is CropExportRequest export)
        {
            ExportValidator.Validate(export.Options, _registry);
            runner = new CropExporter(export, Analysis);
        }

        if (request is CropPreviewRequest preview)
        {
            PreviewValidator.Validate(preview.Options, _registry, Crops);
            runner = new CropPreviewer(preview, Crops, Analysis);
        }

        if (request is SceneExportRequest scenes)
        {
            Exporting.Scenes.Validate(scenes.Options);
            RequestValidator.Validate(scenes.Options.Scenes, _registry);
            runner = new SceneExporter(
                scenes,
                new FfmpegMediaSource(request.Engine),
                Analysis(new AnalysisRequest(scenes.Options.Scenes) { Engine = request.Engine }));
        }

        if (request is FrameExportRequest frames)
        {
            FrameExporter.Validate(frames.Options);
            RequestValidator.Validate(frames.Options.Frames, _registry);
            runner = new FrameExporter(frames, Analysis(new AnalysisRequest(frames.Options.Frames) { Engine = request.Engine }));
        }

        if (request is CaptureRequest capture)
        {
            LiveCapturer.Validate(capture.Options);
            runner = new LiveCapturer(capture);
        }

        if (request is QueryRequest query)
        {
            runner = Observation.Observations.CreateRunner(query, Sequences, Results);
        }

        var session = new VideoSession(new SceneAtRunner(runner), request.Engine, cores) { KeepsRetired = keepsRetired };
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _sessions.RemoveAll(s => !s.TryGetTarget(out _));
            _sessions.Add(new WeakReference<VideoSession>(session));
        }

        return session;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        List<WeakReference<VideoSession>> sessions;
        lock (_gate)
        {
            _disposed = true;
            sessions = [.. _sessions];
            _sessions.Clear();
        }

        foreach (var reference in sessions)
        {
            if (reference.TryGetTarget(out var session))
            {
                session.Dispose();
            }
        }

        _reports.Dispose();
        _niches.Dispose();
    }
}
