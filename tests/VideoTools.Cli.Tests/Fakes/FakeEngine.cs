namespace VideoTools.Tests.Fakes;

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

    public void UnloadModels()
    {
    }

    public IReadOnlyList<TaxonomyNode> GetTaxonomy(string? path) => [];

    public INicheClassifier OpenNicheClassifier(NicheOptions options) => throw new NotSupportedException();

    public IReadOnlyList<VideoMetadata> ReadMetadata(MetadataOptions options, Action<VideoError> report) => [];

    public FakeReporting FakeReports { get; } = new();

    public IReporting Reports => FakeReports;

    public void Dispose() => IsDisposed = true;
}
