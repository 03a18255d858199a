using VideoTools.Engine.Analysis.Crop;
using VideoTools.Engine.Analysis.Speech;
using VideoTools.Engine.Analysis.Templates;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Reporting;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine;

/// <summary>The engine over ffmpeg. Thread-safe; disposing it ends every session it opened.</summary>
public sealed class VideoEngine : IVideoEngine
{
    private readonly object _gate = new();
    private readonly List<WeakReference<VideoSession>> _sessions = [];
    private bool _disposed;

    private VideoEngine()
    {
    }

    /// <summary>Creates an engine; starting one costs nothing.</summary>
    public static IVideoEngine Create() => new VideoEngine();

    /// <inheritdoc/>
    public IVideoSession Open(VideoRequest request)
    {
        RequestValidator.Validate(request);
        var cores = Environment.ProcessorCount;
        var runner = new JobRunner(request, new FfmpegMediaSource(request.Engine), cores);
        var session = new VideoSession(runner, request.Engine, cores);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _sessions.RemoveAll(s => !s.TryGetTarget(out _));
            _sessions.Add(new WeakReference<VideoSession>(session));
        }

        return session;
    }

    /// <inheritdoc/>
    public IReadOnlyList<CropCandidate> SelectCropCandidates(IReadOnlyList<CropPosition> positions, CandidateOptions options) =>
        CropCandidateSelector.Select(positions, options);

    /// <inheritdoc/>
    public IReadOnlyList<CropStrategyInfo> GetCropStrategies() => CropStrategies.All;

    /// <inheritdoc/>
    public string GetTemplatePath(VideoTemplate template, string directory) => TemplateWriter.GetPath(template, directory);

    /// <inheritdoc/>
    public string SaveTemplate(VideoTemplate template, string directory, bool force) => TemplateWriter.Save(template, directory, force);

    /// <inheritdoc/>
    public string GetTranscriptPath(string fullName, TranscriptFormat format, string? directory) =>
        TranscriptWriter.GetPath(fullName, format, directory);

    /// <inheritdoc/>
    public void SaveTranscript(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force) =>
        TranscriptWriter.Save(segments, path, format, force);

    /// <inheritdoc/>
    public IReadOnlyList<ModelInfo> GetModels() => ModelSessions.Shared.List();

    /// <inheritdoc/>
    public ModelInfo LoadModel(string name, InferenceDevice device, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(warn);
        if (ModelSessions.Resolve(device).Warning is { } warning)
        {
            warn(warning);
        }

        return ModelSessions.Shared.Load(name, device);
    }

    /// <inheritdoc/>
    public void UnloadModels() => ModelSessions.DisposeShared();

    /// <inheritdoc/>
    public IReadOnlyList<TaxonomyNode> GetTaxonomy(string? path) => throw new NotSupportedException();

    /// <inheritdoc/>
    public INicheClassifier OpenNicheClassifier(NicheOptions options) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IReadOnlyList<VideoMetadata> ReadMetadata(MetadataOptions options, Action<VideoError> report) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IReporting Reports { get; } = new Reports();

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
    }
}
