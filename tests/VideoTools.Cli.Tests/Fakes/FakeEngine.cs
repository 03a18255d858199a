using VideoTools.Engine.People;
using VideoTools.Engine.Similar;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>An engine that remembers what it was asked and answers from a script.</summary>
internal sealed class FakeEngine(Func<int, VideoInput, IEnumerable<VideoEvent>> script) : IVideoEngine
{
    public List<VideoRequest> Requests { get; } = [];

    public List<FakeSession> Sessions { get; } = [];

    public bool IsDisposed { get; private set; }

    public Exception? OpenFailure { get; init; }

    public FakeCrops Crops { get; } = new();

    public FakeCropPages CropPages { get; } = new();

    public FakeTemplates Templates { get; } = new();

    public FakeTranscripts Transcripts { get; } = new();

    public FakeCache Cache { get; } = new();

    public FakeMetadata Metadata { get; } = new();

    public FakeNiches Niches { get; } = new();

    public FakeReports Reports { get; } = new();

    public FakeOptimizer Optimizer { get; } = new();

    ICrops IVideoEngine.Crops => Crops;

    ICropPages IVideoEngine.CropPages => CropPages;

    IScenes IVideoEngine.Scenes => throw new NotSupportedException();

    ISimilarVideos IVideoEngine.Similar { get; } = new SimilarVideos();

    IPeople IVideoEngine.People { get; } = new VideoPeople();

    ITemplates IVideoEngine.Templates => Templates;

    ITranscripts IVideoEngine.Transcripts => Transcripts;

    IModels IVideoEngine.Models => throw new NotSupportedException();

    IModelOptimizer IVideoEngine.ModelOptimizer => Optimizer;

    ICache IVideoEngine.Cache => Cache;

    ITaxonomies IVideoEngine.Taxonomies => throw new NotSupportedException();

    IMetadata IVideoEngine.Metadata => Metadata;

    INiches IVideoEngine.Niches => Niches;

    IReports IVideoEngine.Reports => Reports;

    IObservations IVideoEngine.Observations => throw new NotSupportedException();

    IJobs IVideoEngine.Jobs => throw new NotSupportedException();

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

    public void Dispose() => IsDisposed = true;
}
