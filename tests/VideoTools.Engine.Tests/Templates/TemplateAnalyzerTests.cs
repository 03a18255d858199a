using VideoTools.Engine.Tests.Features;
using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Templates;

public class TemplateAnalyzerTests
{
    [Fact]
    public void Complete_ThreeScenes_PutsEverythingTogether()
    {
        var info = FramePainter.Info(320, 180, "/videos/Abc_owner_score3.5.mp4");
        var template = Analyze(new FrameCountScenes(25, 75), info, 150);

        Assert.Equal(("Abc", "Abc_owner_score3.5.mp4", info.FullName), (template.VideoId, template.FileName, template.FullName));
        Assert.Equal((320, 180, 25.0, 150L), (template.Width, template.Height, template.FramesPerSecond, template.FrameCount));
        Assert.Equal((6.0, TimeSpan.FromSeconds(6)), (template.DurationSeconds, template.Duration));
        Assert.Equal((3, 2.0, 2.0, 20.0), (template.SceneCount!.Value, template.MeanSceneSeconds!.Value, template.MedianSceneSeconds!.Value, template.CutsPerMinute!.Value));
        Assert.Equal("0;1;3", template.SceneStarts.ToString());
        Assert.Equal(("#000000", "#000000", 1.0), (template.MeanColor, template.DominantColor, template.DominantColorShare!.Value));
        Assert.Equal((0.0, 0.0, 0.0), (template.BrightnessMean!.Value, template.BrightnessDeviation!.Value, template.Motion!.Value));
        Assert.Null(template.Niche);
        Assert.Null(template.TextCount);
        Assert.Null(template.HasSpeech);
    }

    [Fact]
    public void Complete_ScenesSkipped_LeavesThemNull()
    {
        var template = Analyze(null, FramePainter.Info(320, 180), 10);

        Assert.Null(template.SceneCount);
        Assert.Null(template.MeanSceneSeconds);
        Assert.Null(template.CutsPerMinute);
        Assert.Empty(template.SceneStarts);
        Assert.NotNull(template.MeanColor);
    }

    [Fact]
    public void Complete_Range_LastsFromItsFirstFrame()
    {
        var frames = Enumerable.Range(100, 50).Select(i => FramePainter.Flat(32, 18, i, 16));
        var template = (VideoTemplate)Assert.Single(FramePainter.Run(new TemplateAnalyzer(null), FramePainter.Info(32, 18), frames));

        Assert.Equal(2, template.DurationSeconds);
    }

    [Fact]
    public void Complete_DamagedFile_SaysSo()
    {
        var records = FramePainter.Run(
            new TemplateAnalyzer(null), FramePainter.Info(32, 18), [FramePainter.Flat(32, 18, 0, 16)], RecordStatus.Damaged, errors: 3);

        var template = (VideoTemplate)Assert.Single(records);
        Assert.Equal((RecordStatus.Damaged, 3L), (template.Status, template.DecodeErrorCount));
    }

    [Fact]
    public void Complete_NoFrame_EmitsNothing() => Assert.Empty(FramePainter.Run(new TemplateAnalyzer(null), FramePainter.Info(32, 18), []));

    [Fact]
    public void Needs_ScenePartListensToSound_IsAskedForToo() =>
        Assert.Equal(new AnalyzerNeeds(Frames: true, Audio: true), new TemplateAnalyzer(new FrameCountScenes { Needs = new(Frames: false, Audio: true) }).Needs);

    [Fact]
    public void Complete_TextAndSpeech_FillTheirColumns()
    {
        var text = new Scripted(context => context.Emit(new VideoText
        {
            FullName = context.Info.FullName, Index = 1, StartSeconds = 0, EndSeconds = 1, Text = "SALE", Zone = TextZone.Top,
        }));
        var speech = new Scripted(context => context.Emit(new TranscriptSegment
        {
            FullName = context.Info.FullName, Index = 1, StartSeconds = 1, EndSeconds = 3, Text = "two words", Language = "en", HasSpeech = true,
        }));
        var template = Assert.IsType<VideoTemplate>(Assert.Single(Run(new TemplateAnalyzer(null, text, speech), [])));

        Assert.Equal((1, 25.0, "SALE", "top", "sparse"), (
            template.TextCount, template.TextCoveragePercent, template.TextPhrases!.ToString(), template.TextZone, template.TextPattern));
        Assert.Equal((true, "en", "two words", 2, 2.0, 60.0), (
            template.HasSpeech, template.SpeechLanguage, template.Transcript, template.WordCount, template.SpeakingSeconds, template.WordsPerMinute));
    }

    [Fact]
    public void Complete_ModelsMissing_LeavesColumnsNullAndWarnsOnce()
    {
        static void Fail(AnalysisContext context) => throw new VideoToolsException(VideoErrorId.ModelMissing, "m", "No model.", "Build again.");
        List<string> warnings = [];
        var template = Assert.IsType<VideoTemplate>(Assert.Single(Run(new TemplateAnalyzer(null, new Scripted(Fail), new Scripted(Fail)), warnings)));

        Assert.Null(template.TextCount);
        Assert.Null(template.HasSpeech);
        Assert.Equal("The text and speech columns stay empty: No model. Build again.", Assert.Single(warnings));
    }

    [Fact]
    public void Complete_OtherFaultOfAPart_IsNotSwallowed() => Assert.Throws<InvalidOperationException>(
        () => Run(new TemplateAnalyzer(null, null, new Scripted(_ => throw new InvalidOperationException("broken"))), []));

    private static List<object> Run(TemplateAnalyzer analyzer, List<string> warnings)
    {
        List<object> records = [];
        var info = FramePainter.Info(32, 18);
        using (analyzer)
        {
            analyzer.Begin(new AnalysisContext(info, null, null, records.Add) { Warn = warnings.Add });
            for (var i = 0; i < 100; i++)
            {
                analyzer.OnFrame(FramePainter.Flat(32, 18, i, 16));
            }

            analyzer.Complete(new DecodeSummary(100, 100, new Rational(1, 25), 0, RecordStatus.Ok));
        }

        return records;
    }

    /// <summary>Does its work at the end.</summary>
    private sealed class Scripted(Action<AnalysisContext> complete) : IAnalyzer
    {
        private AnalysisContext? _context;

        public AnalyzerNeeds Needs { get; } = new();

        public void Begin(AnalysisContext context) => _context = context;

        public void OnFrame(VideoFrame frame)
        {
        }

        public void Complete(DecodeSummary summary) => complete(_context!);
    }

    private static VideoTemplate Analyze(IAnalyzer? scenes, VideoInfo info, int frames)
    {
        var records = FramePainter.Run(
            new TemplateAnalyzer(scenes), info, Enumerable.Range(0, frames).Select(i => FramePainter.Flat(info.Width, info.Height, i, 16)));
        return Assert.IsType<VideoTemplate>(Assert.Single(records));
    }

    /// <summary>Cuts at given frame numbers.</summary>
    private sealed class FrameCountScenes(params long[] cuts) : IAnalyzer
    {
        private AnalysisContext? _context;
        private int _index;
        private double _start;

        public AnalyzerNeeds Needs { get; init; } = new();

        public void Begin(AnalysisContext context) => _context = context;

        public void OnFrame(VideoFrame frame)
        {
            if (cuts.Contains(frame.Index))
            {
                Emit(frame.Seconds);
            }
        }

        public void Complete(DecodeSummary summary) => Emit(summary.EndSeconds);

        private void Emit(double end)
        {
            _context!.Emit(new VideoScene
            {
                FullName = _context.Info.FullName,
                Index = ++_index,
                StartSeconds = _start,
                EndSeconds = end,
                DurationSeconds = end - _start,
                Transition = _index == 1 ? TransitionKind.None : TransitionKind.Cut,
            });
            _start = end;
        }
    }
}
