using System.Diagnostics;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;
using VideoTools.Engine.Scheduling;
using VideoTools.Engine.Tests.Scheduling;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>The idea itself: one child a file, the same answers however the work is divided, nothing left behind.</summary>
public class OneDecodeTests
{
    private static readonly AnalysisRequest Everything = new(
        new SceneOptions(), new CropOptions { Aspect = new AspectRatio(9, 16), Grid = 5 }, new TemplateOptions());

    [RequiresFact(Needs.Ffmpeg)]
    public void Composite_ThreeAnalyses_CostOneChildAndGiveWhatEachAloneGives()
    {
        var file = BadMedia.Create(BadMediaKind.NoAudio);
        var together = Sessions.Records<object>(Everything, file);
        foreach (var feature in Everything.Features)
        {
            var alone = Sessions.Records<object>(new AnalysisRequest(feature), file);
            Assert.Equal(alone.Select(Text), together.Where(r => r.GetType() == alone[0].GetType()).Select(Text));
        }
    }

    [Fact]
    public void Composite_ThreeAnalyses_DecodeOnce()
    {
        var media = new FakeMedia();
        var runner = new JobRunner(Everything, media, cores: 2, new ResultCache("unused", 0), FeatureRegistry.Default);
        runner.Run(new JobHost(new Job(0, new VideoInput("made up")), _ => { }, _ => { }, () => 0, CancellationToken.None));
        Assert.Equal((1, 1), (media.Probes, media.Decodes));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Template_AnyThrottle_SameRecordsInInputOrder(int throttle)
    {
        string[] files =
        [
            BadMedia.Create(BadMediaKind.LongGop), BadMedia.Create(BadMediaKind.NoAudio), BadMedia.Create(BadMediaKind.Rotated90),
            BadMedia.Create(BadMediaKind.WebM), BadMedia.Create(BadMediaKind.OneFrame), BadMedia.Create(BadMediaKind.TenBit),
        ];
        var request = new AnalysisRequest(new TemplateOptions()) { Engine = new EngineOptions { ThrottleLimit = throttle } };
        var templates = Sessions.Records<VideoTemplate>(request, files);
        Assert.Equal(files, templates.Select(t => t.FullName));
        Assert.Equal(files.Select(f => Text(Sessions.Records<VideoTemplate>(new AnalysisRequest(new TemplateOptions()), f)[0])), templates.Select(Text));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Crop_OfOneSceneByNumber_EqualsCropOfItsRange()
    {
        var file = BadMedia.Create(BadMediaKind.LongGop);
        var scene = Sessions.Records<VideoScene>(new AnalysisRequest(new SceneOptions()), file)[0];
        var request = new AnalysisRequest(new CropOptions());
        var byNumber = Sessions.Run(request, new VideoInput(file, SceneIndex: 1)).OfType<RecordEvent>().Select(e => (CropPosition)e.Record).ToArray();
        var byRange = Sessions.Run(request, new VideoInput(file, scene.Start, scene.End)).OfType<RecordEvent>().Select(e => (CropPosition)e.Record);

        Assert.All(byNumber, position => Assert.Equal(1, position.SceneIndex));
        Assert.Equal(byRange.Select(Text), byNumber.Select(position => Text(position with { SceneIndex = 0 })));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Dispose_InTheMiddleOfADecode_LeavesNoChild()
    {
        var file = BadMedia.Create(BadMediaKind.LongGop);
        using var engine = VideoEngine.Create();
        var session = engine.Open(new AnalysisRequest(new SceneOptions { FallbackLength = TimeSpan.FromSeconds(1) }));
        session.Add(new VideoInput(file));
        Assert.True(SpinWait.SpinUntil(() => ChildrenDecoding(file).Count > 0, TimeSpan.FromSeconds(30)) || session.IsFinished);
        session.Dispose();
        Assert.Empty(ChildrenDecoding(file));
    }

    // ffmpeg processes that have this very file on their command line; other tests run beside this one.
    private static List<int> ChildrenDecoding(string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        return [.. Process.GetProcessesByName("ffmpeg").Where(p => CommandLine(p.Id).Contains(file, StringComparison.Ordinal)).Select(p => p.Id)];
    }

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    // Records print all of their values; lists print theirs joined.
    private static string Text(object record) => record.ToString()!;
}
