using VideoTools.Engine.Niche;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>An engine that remembers what it was asked and answers from a script.</summary>
internal sealed class FakeEngine(Func<int, VideoInput, IEnumerable<VideoEvent>> script) : IVideoEngine
{
    public List<VideoRequest> Requests { get; } = [];

    public List<FakeSession> Sessions { get; } = [];

    public List<(string Directory, bool Force)> Saves { get; } = [];

    public List<CandidateOptions> CandidateOptions { get; } = [];

    public bool IsDisposed { get; private set; }

    public Exception? OpenFailure { get; init; }

    public VideoToolsException? SaveFailure { get; init; }

    public IVideoSession Open(VideoRequest request)
    {
        Requests.Add(request);
        if (OpenFailure is not null)
        {
            throw OpenFailure;
        }

        var session = new FakeSession(script);
        Sessions.Add(session);
        return session;
    }

    public IReadOnlyList<CropCandidate> SelectCropCandidates(IReadOnlyList<CropPosition> positions, CandidateOptions options)
    {
        CandidateOptions.Add(options);
        return
        [
            .. positions.OrderByDescending(p => p.Motion).Take(options.MaximumCount).Select((p, i) => new CropCandidate
            {
                FullName = p.FullName, Number = i + 1, X = p.X, Y = p.Y, Width = p.Width, Height = p.Height, Strategy = "Balanced",
            }),
        ];
    }

    public IReadOnlyList<CropStrategyInfo> GetCropStrategies() =>
    [
        new() { Name = "Balanced", Motion = 0.25, Detail = 0.25, Edges = 0.25, Saturation = 0.25, Description = "d", UseCase = "u" },
        new() { Name = "Motion Priority", Motion = 0.5, Detail = 0.15, Edges = 0.25, Saturation = 0.1, Description = "d", UseCase = "u" },
    ];

    public string GetTemplatePath(VideoTemplate template, string directory) => Path.Combine(directory, template.VideoId + "_template.json");

    public string SaveTemplate(VideoTemplate template, string directory, bool force)
    {
        Saves.Add((directory, force));
        return SaveFailure is null ? GetTemplatePath(template, directory) : throw SaveFailure;
    }

    public List<(string Path, TranscriptFormat Format, int Count)> Transcripts { get; } = [];

    public string GetTranscriptPath(string fullName, TranscriptFormat format, string? directory) =>
        Path.Combine(directory ?? "", Path.GetFileNameWithoutExtension(fullName) + "." + format.ToString().ToLowerInvariant());

    public void SaveTranscript(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force)
    {
        if (SaveFailure is not null)
        {
            throw SaveFailure;
        }

        Transcripts.Add((path, format, segments.Count));
    }

    public IReadOnlyList<ModelInfo> GetModels() => [];

    public ModelInfo LoadModel(string name, InferenceDevice device, Action<string> warn) => new() { Name = name };

    public List<VideoCacheEntry> CacheEntries { get; } = [];

    public IReadOnlyList<VideoCacheEntry> GetCacheEntries() => [.. CacheEntries];

    public bool RemoveCacheEntry(string key) => CacheEntries.RemoveAll(e => e.Key == key) > 0;

    public void UnloadModels()
    {
    }

    public IReadOnlyList<TaxonomyNode> GetTaxonomy(string? path) => [];

    public List<NicheOptions> NicheOptions { get; } = [];

    public FakeClassifier Classifier { get; } = new();

    public List<MetadataOptions> MetadataOptions { get; } = [];

    public List<VideoMetadata> Metadata { get; } = [];

    public VideoError? MetadataFailure { get; init; }

    public List<string> SavedMetadata { get; } = [];

    public List<(string Path, int Count, bool Force)> SavedNiches { get; } = [];

    public void SaveTaxonomy(string? taxonomy, string path, bool force) => File.WriteAllText(path, "{}");

    public INicheClassifier OpenNicheClassifier(NicheOptions options)
    {
        NicheOptions.Add(options);
        return OpenFailure is null ? Classifier : throw OpenFailure;
    }

    public IReadOnlyList<VideoMetadata> ReadMetadata(MetadataOptions options, Action<VideoError> report)
    {
        MetadataOptions.Add(options);
        if (MetadataFailure is not null)
        {
            report(MetadataFailure);
        }

        return Metadata;
    }

    public IMetadataIndex OpenMetadata(MetadataOptions options, Action<VideoError> report) => new FakeIndex(ReadMetadata(options, report));

    public VideoMetadata? ReadMetadataRow(IReadOnlyDictionary<string, object?> row, string source, Action<VideoError> report) =>
        throw new NotSupportedException();

    public string GetMetadataPath(VideoMetadata metadata, string directory) => Path.Combine(directory, metadata.VideoId + ".json");

    public string SaveMetadata(VideoMetadata metadata, string directory, bool force)
    {
        SavedMetadata.Add(force + " " + GetMetadataPath(metadata, directory));
        return SaveFailure is null ? GetMetadataPath(metadata, directory) : throw SaveFailure;
    }

    public string GetNichesPath(string directory) => Path.Combine(directory, "video_classifications.csv");

    public string SaveNiches(IReadOnlyList<VideoNiche> niches, string directory, bool force)
    {
        SavedNiches.Add((GetNichesPath(directory), niches.Count, force));
        return SaveFailure is null ? GetNichesPath(directory) : throw SaveFailure;
    }

    // What it does is pure and opens only the files it is given: the real one serves.
    public INicheAnalysis Niches { get; } = new NicheAnalysis();

    public FakeReporting FakeReports { get; } = new();

    public IReporting Reports => FakeReports;

    public void Dispose() => IsDisposed = true;
}
