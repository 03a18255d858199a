using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Crop;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Files;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Metadata;
using VideoTools.Engine.Niche;
using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Niche.Output;
using VideoTools.Engine.Reporting;
using VideoTools.Engine.Scheduling;
using VideoTools.Engine.Taxonomy;
using VideoTools.Engine.Templates;

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
        RequestValidator.Validate(request, FeatureRegistry.Default);
        var cores = Environment.ProcessorCount;
        var runner = new JobRunner(request, new FfmpegMediaSource(request.Engine), cores, ResultCache.Shared, FeatureRegistry.Default);
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
    public IReadOnlyList<VideoCacheEntry> GetCacheEntries() => ResultCache.Shared.List();

    /// <inheritdoc/>
    public bool RemoveCacheEntry(string key) => ResultCache.Shared.Remove(key);

    /// <inheritdoc/>
    public void UnloadModels() => ModelSessions.DisposeShared();

    /// <inheritdoc/>
    public IReadOnlyList<TaxonomyNode> GetTaxonomy(string? path) => TaxonomyReader.Read(path).Nodes;

    /// <inheritdoc/>
    public void SaveTaxonomy(string? taxonomy, string path, bool force) => FileSet.Save([(path, TaxonomyWriter.Serialize(TaxonomyReader.Read(taxonomy)))], force);

    /// <inheritdoc/>
    public INicheClassifier OpenNicheClassifier(NicheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new NicheClassifier(TaxonomyReader.Read(options.TaxonomyPath), options);
    }

    /// <inheritdoc/>
    public IReadOnlyList<VideoMetadata> ReadMetadata(MetadataOptions options, Action<VideoError> report) =>
        MetadataReader.Read(options, report);

    /// <inheritdoc/>
    public IMetadataIndex OpenMetadata(MetadataOptions options, Action<VideoError> report) => MetadataReader.Open(options, report);

    /// <inheritdoc/>
    public VideoMetadata? ReadMetadataRow(IReadOnlyDictionary<string, object?> row, string source, Action<VideoError> report) =>
        MetadataReader.ReadRow(row, source, report);

    /// <inheritdoc/>
    public string GetMetadataPath(VideoMetadata metadata, string directory) => MetadataWriter.GetPath(metadata, directory);

    /// <inheritdoc/>
    public string SaveMetadata(VideoMetadata metadata, string directory, bool force) => MetadataWriter.Save(metadata, directory, force);

    /// <inheritdoc/>
    public string GetNichesPath(string directory) => NicheOutput.GetClassificationsPath(directory);

    /// <inheritdoc/>
    public string SaveNiches(IReadOnlyList<VideoNiche> niches, string directory, bool force) =>
        NicheOutput.SaveClassifications(niches, directory, force);

    /// <inheritdoc/>
    public INicheAnalysis Niches { get; } = new NicheAnalysis();

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
