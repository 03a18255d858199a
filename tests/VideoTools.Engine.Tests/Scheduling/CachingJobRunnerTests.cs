using VideoTools.Engine.Caching;
using VideoTools.Engine.Scheduling;
using VideoTools.Engine.Tests.Caching;

namespace VideoTools.Engine.Tests.Scheduling;

public sealed class CachingJobRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ResultCache _cache;
    private readonly string _file;
    private int _runs;

    public CachingJobRunnerTests()
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

        Assert.Equal(1, _runs);
        Assert.Equal(first.Records, second.Records);
        Assert.Equal([$"'{_file}' is damaged"], second.Warnings);
    }

    [Fact]
    public void Run_AMovedFile_GivesItsNewName()
    {
        Run(Scenes());
        var moved = Path.Combine(_folder.Path, "b [2].mp4");
        File.Move(_file, moved);

        var second = Run(Scenes(), moved);

        Assert.Equal(1, _runs);
        Assert.All(second.Records, r => Assert.Equal(moved, ((VideoScene)r).FullName));
        Assert.Equal([$"'{moved}' is damaged"], second.Warnings);
    }

    [Theory]
    [InlineData(CacheMode.Off)]
    [InlineData(CacheMode.Refresh)]
    public void Run_OffOrRefresh_WorksAgain(CacheMode mode)
    {
        Run(Scenes());
        Run(Scenes(mode));

        Assert.Equal(2, _runs);
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
        Run(Scenes() with { Scenes = new SceneOptions { Threshold = 20 } });

        Assert.Equal(2, _runs);
        Assert.Equal(2, _cache.List().Count);
    }

    [Fact]
    public void Run_AFailingFile_StoresNothing()
    {
        Assert.Throws<VideoToolsException>(() => Run(Scenes(), work: (_, _) =>
            throw new VideoToolsException(VideoErrorId.InvalidVideo, _file, "no", "no")));

        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_Cancelled_StoresNothing()
    {
        Assert.Throws<OperationCanceledException>(() => Run(Scenes(), work: (emit, _) =>
        {
            emit(Scene(_file));
            throw new OperationCanceledException();
        }));

        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_AFileThatChangesMeanwhile_StoresNothing()
    {
        Run(Scenes(), work: (emit, _) =>
        {
            emit(Scene(_file));
            File.AppendAllText(_file, "more");
        });

        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_ATemplateWithoutTheColumnsAskedFor_StoresNothing()
    {
        var request = new TemplateRequest { Engine = new EngineOptions { Cache = CacheMode.Use }, Template = new TemplateOptions { SkipSpeech = true } };
        var template = new VideoTemplate { FullName = _file, VideoId = "a", FileName = "a.mp4" };

        Run(request, work: (emit, _) => emit(template));
        Assert.Empty(_cache.List());
    }

    [Fact]
    public void Run_ACompleteTemplate_IsStored_WithTheMovedFilesName()
    {
        var options = new TemplateOptions { SkipSpeech = true, SkipText = true };
        var request = new TemplateRequest { Engine = new EngineOptions { Cache = CacheMode.Use }, Template = options };
        Run(request, work: (emit, _) => emit(new VideoTemplate { FullName = _file, VideoId = "a", FileName = "a.mp4" }));
        var moved = Path.Combine(_folder.Path, "id9_owner_score2.5.mp4");
        File.Move(_file, moved);

        var template = (VideoTemplate)Assert.Single(Run(request, moved).Records);

        Assert.Equal((moved, "id9", "id9_owner_score2.5.mp4"), (template.FullName, template.VideoId, template.FileName));
    }

    [Fact]
    public void Run_TheSameWarningForTwoFiles_IsSaidOnce()
    {
        var runner = new CachingJobRunner(Scenes(CacheMode.Off), new FakeRunner((_, warn) => warn("no such device")), _cache);
        var warnings = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            runner.Run(new Job(i, new VideoInput(_file)), _ => { }, warnings.Add, () => 1, default);
        }

        Assert.Equal(["no such device"], warnings);
    }

    [Fact]
    public void Run_AMissingFile_IsLeftToTheRunner()
    {
        var missing = Path.Combine(_folder.Path, "missing.mp4");
        Run(Scenes(), missing);

        Assert.Equal(1, _runs);
        Assert.Empty(_cache.List());
    }

    private static SceneRequest Scenes(CacheMode mode = CacheMode.Use) => new() { Engine = new EngineOptions { Cache = mode } };

    private static VideoScene Scene(string path) => (VideoScene)SampleRecords.Of(typeof(VideoScene)) with { FullName = path };

    private (List<object> Records, List<string> Warnings) Run(VideoRequest request, string? path = null, Action<Action<object>, Action<string>>? work = null)
    {
        path ??= _file;
        var (records, warnings) = (new List<object>(), new List<string>());
        var fake = new FakeRunner((emit, warn) =>
        {
            _runs++;
            if (work is not null)
            {
                work(emit, warn);
                return;
            }

            emit(Scene(path));
            warn($"'{path}' is damaged");
        });
        new CachingJobRunner(request, fake, _cache).Run(new Job(0, new VideoInput(path)), records.Add, warnings.Add, () => 1, default);
        return (records, warnings);
    }

    private sealed class FakeRunner(Action<Action<object>, Action<string>> work) : IJobRunner
    {
        public void Run(Job job, Action<object> emit, Action<string> warn, Func<int> decoderThreads, CancellationToken cancellationToken) => work(emit, warn);
    }
}
