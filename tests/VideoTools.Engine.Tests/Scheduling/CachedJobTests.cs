using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Activity;
using VideoTools.Engine.Scheduling;
using VideoTools.Engine.Tests.Caching;

namespace VideoTools.Engine.Tests.Scheduling;

/// <summary>What was analysed once is not analysed again, feature by feature.</summary>
public sealed class CachedJobTests : IDisposable
{
    private static readonly TemplateOptions Looks = new() { SkipText = true, SkipSpeech = true };

    private readonly TemporaryFolder _folder = new();
    private readonly FakeMedia _media = new() { Status = RecordStatus.Damaged };
    private readonly ResultCache _cache;
    private readonly string _file;

    public CachedJobTests()
    {
        _cache = new ResultCache(Path.Combine(_folder.Path, "cache"), 1 << 20);
        _file = _folder.File("a.mp4");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_ASecondTime_GivesTheSameRecordsAndWarningsWithoutWork()
    {
        var first = Run(Scenes());
        var second = Run(Scenes());

        Assert.Equal((1, 1), (_media.Probes, _media.Decodes));
        Assert.Equal(first.Records, second.Records);
        Assert.Equal(first.Warnings, second.Warnings);
        Assert.Contains("is damaged", Assert.Single(second.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AMovedFile_GivesItsNewName()
    {
        var first = Run(new AnalysisRequest(new SceneOptions(), Looks) { Engine = Use });
        var moved = Path.Combine(_folder.Path, "id9_owner_score2.5.mp4");
        File.Move(_file, moved);

        var second = Run(new AnalysisRequest(new SceneOptions(), Looks) { Engine = Use }, moved);

        Assert.Equal(1, _media.Decodes);
        Assert.Equal(moved, second.Records.OfType<VideoScene>().Single().FullName);
        var template = second.Records.OfType<VideoTemplate>().Single();
        Assert.Equal((moved, "id9", "id9_owner_score2.5.mp4"), (template.FullName, template.VideoId, template.FileName));
        Assert.Equal(first.Warnings.Select(w => w.Replace(_file, moved, StringComparison.Ordinal)), second.Warnings);
    }

    [Theory]
    [InlineData(CacheMode.Off)]
    [InlineData(CacheMode.Refresh)]
    public void Run_OffOrRefresh_WorksAgain(CacheMode mode)
    {
        Run(Scenes());
        Run(Scenes(mode));

        Assert.Equal(2, _media.Decodes);
    }

    [Fact]
    public void Run_KeptRecordsThatNoAnalysisGives_AreFoundAnew()
    {
        var request = new AnalysisRequest(new ActivityOptions()) { Engine = Use };
        var first = Run(request);
        foreach (var entry in _cache.List().Where(entry => entry.Analysis == new LoudnessTrackFeature().Name))
        {
            var kept = _cache.Find(entry.Key, [typeof(LoudnessTrack)])!;
            _cache.Store(entry.Key, kept with { Records = [kept.Records[0], kept.Records[0]] });
        }

        Assert.Equal(first.Records, Run(request).Records);
        Assert.Equal(2, _media.Decodes);
        Assert.Equal(first.Records, Run(request).Records);
        Assert.Equal(2, _media.Decodes);
    }

    [Fact]
    public void Run_Off_StoresNothing()
    {
        Run(Scenes(CacheMode.Off));

        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_OtherOptions_WorksAgain()
    {
        Run(Scenes());
        Run(new AnalysisRequest(new SceneOptions { Threshold = 20 }) { Engine = Use });

        Assert.Equal(2, _media.Decodes);
        Assert.Equal(2, _cache.List().Count);
    }

    [Fact]
    public void Run_AfterATemplate_ItsPartsNeedNoDecode()
    {
        var template = Run(new AnalysisRequest(Looks) { Engine = Use });

        var scenes = Run(Scenes());
        var looks = Run(new AnalysisRequest(Looks with { SkipScenes = true }) { Engine = Use });

        Assert.Equal((1, 1), (_media.Probes, _media.Decodes));
        Assert.Single(scenes.Records);
        var whole = (VideoTemplate)Assert.Single(template.Records);
        Assert.Equal((whole.MeanColor, (int?)null), (((VideoTemplate)looks.Records[0]).MeanColor, ((VideoTemplate)looks.Records[0]).SceneCount));
    }

    [Fact]
    public void Run_ARequestOfWhichAPartIsKept_DecodesForTheRestOnly()
    {
        Run(Scenes());

        var records = Run(new AnalysisRequest(new SceneOptions(), new CropOptions { Grid = 1 }) { Engine = Use }).Records;

        Assert.Equal(2, _media.Decodes);
        Assert.Equal([typeof(VideoScene), typeof(CropPosition)], records.Select(r => r.GetType()));
        Assert.Equal(["Crop", "Scene"], _cache.List().Select(e => e.Analysis).Order());
    }

    [Fact]
    public void Run_AFailingFile_StoresNothing()
    {
        _media.Meanwhile = () => throw new VideoToolsException(VideoErrorId.InvalidVideo, _file, "no", "no");

        Assert.Throws<VideoToolsException>(() => Run(Scenes()));

        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_Cancelled_StoresNothing()
    {
        _media.Meanwhile = () => throw new OperationCanceledException();

        Assert.Throws<OperationCanceledException>(() => Run(Scenes()));

        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_AFileThatChangesMeanwhile_StoresNothing()
    {
        _media.Meanwhile = () => File.AppendAllText(_file, "more");

        Run(Scenes());

        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_TwoFilesWithTheSameWarning_SayItOnce()
    {
        var runner = new JobRunner(Scenes(CacheMode.Off), _media, 2, _cache, FeatureRegistry.Default);
        var warnings = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            runner.Run(new JobHost(new Job(i, new VideoInput(_file)), _ => { }, warnings.Add, () => 1, default));
        }

        Assert.Single(warnings);
    }

    [Fact]
    public void Run_AMissingFile_IsLeftToTheMediaSource()
    {
        var missing = Path.Combine(_folder.Path, "missing.mp4");
        Run(Scenes(), missing);

        Assert.Equal(1, _media.Probes);
        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_ScenesByNumber_AreLookedUpOnceForTheSession()
    {
        var runner = new JobRunner(new AnalysisRequest(new CropOptions { Grid = 1 }), _media, 2, _cache, FeatureRegistry.Default);
        List<object> records = [];
        for (var i = 0; i < 2; i++)
        {
            runner.Run(new JobHost(new Job(i, new VideoInput(_file, SceneIndex: 1)), records.Add, _ => { }, () => 1, default));
        }

        // One decode that finds the scene, one for each crop of its range.
        Assert.Equal(3, _media.Decodes);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(0.4)), (_media.Plan!.From, _media.Plan.To));
        Assert.Equal(2, records.Count);
    }

    [Fact]
    public void Run_SceneThatIsNotThere_SaysSo()
    {
        var runner = new JobRunner(new AnalysisRequest(new CropOptions()), _media, 2, _cache, FeatureRegistry.Default);

        var failure = Assert.Throws<VideoToolsException>(() =>
            runner.Run(new JobHost(new Job(0, new VideoInput(_file, SceneIndex: 2)), _ => { }, _ => { }, () => 1, default)));

        Assert.Equal(VideoErrorId.RangeOutsideVideo, failure.Error.Id);
    }

    private static EngineOptions Use { get; } = new() { Cache = CacheMode.Use };

    private static AnalysisRequest Scenes(CacheMode mode = CacheMode.Use) =>
        new(new SceneOptions()) { Engine = new EngineOptions { Cache = mode } };

    private (List<object> Records, List<string> Warnings) Run(VideoRequest request, string? path = null)
    {
        var (records, warnings) = (new List<object>(), new List<string>());
        var runner = new JobRunner(request, _media, 2, _cache, FeatureRegistry.Default);
        runner.Run(new JobHost(new Job(0, new VideoInput(path ?? _file)), records.Add, warnings.Add, () => 1, default));
        return (records, warnings);
    }
}
