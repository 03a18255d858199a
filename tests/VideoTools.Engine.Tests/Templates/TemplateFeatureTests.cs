using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Features.Visual;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Templates;

public class TemplateFeatureTests
{
    private const string File = "/videos/Abc_owner_score3.5.mp4";
    private static readonly VideoError NoModel = new(VideoErrorId.ModelMissing, "m", "No model.", "Build again.");

    [Fact]
    public void Compose_ThreeScenes_PutsEverythingTogether()
    {
        var template = Compose(Only(), (new SceneOptions(), [Scene(1, 0, 1), Scene(2, 1, 3), Scene(3, 3, 6)]));

        Assert.Equal(("Abc", "Abc_owner_score3.5.mp4", File), (template.VideoId, template.FileName, template.FullName));
        Assert.Equal((320, 180, 25.0, 150L), (template.Width, template.Height, template.FramesPerSecond, template.FrameCount));
        Assert.Equal((6.0, TimeSpan.FromSeconds(6)), (template.DurationSeconds, template.Duration));
        Assert.Equal((3, 2.0, 2.0, 20.0, 1),
            (template.SceneCount, template.MeanSceneSeconds, template.MedianSceneSeconds, template.CutsPerMinute, template.HookCutCount));
        Assert.Equal("0;1;3", template.SceneStarts.ToString());
        Assert.Equal(("#000000", "#010101", 1.0), (template.MeanColor, template.DominantColor, template.DominantColorShare));
        Assert.Equal((RecordStatus.Damaged, 3L), (template.Status, template.DecodeErrorCount));
        Assert.Null(template.Niche);
        Assert.Null(template.TextCount);
        Assert.Null(template.HasSpeech);
    }

    [Fact]
    public void Compose_ScenesSkipped_LeavesThemNull()
    {
        var template = Compose(Only() with { SkipScenes = true });

        Assert.Null(template.SceneCount);
        Assert.Null(template.MeanSceneSeconds);
        Assert.Null(template.CutsPerMinute);
        Assert.Empty(template.SceneStarts);
        Assert.NotNull(template.MeanColor);
    }

    [Fact]
    public void Compose_NoFrame_GivesNothing() => Assert.Empty(Run(Only() with { SkipScenes = true }, [], (new VisualOptions(), [])));

    [Fact]
    public void Compose_TextAndSpeech_FillTheirColumns()
    {
        var text = new VideoText { FullName = File, Index = 1, StartSeconds = 0, EndSeconds = 1.5, Text = "SALE", Zone = TextZone.Top };
        var segment = new TranscriptSegment
        {
            FullName = File, Index = 1, StartSeconds = 1, EndSeconds = 3, Text = "two words", Language = "en", HasSpeech = true,
        };
        var template = Compose(
            new TemplateOptions { SkipScenes = true },
            (new TextOptions(), [text, new TextReadings(7, InferenceDevice.Cpu)]),
            (new SpeechOptions(), [segment]));

        Assert.Equal((1, 25.0, "SALE", "top", "sparse", 7, InferenceDevice.Cpu), (
            template.TextCount, template.TextCoveragePercent, template.TextPhrases!.ToString(), template.TextZone, template.TextPattern,
            template.TextFramesRead, template.Device));
        Assert.Equal((true, "en", "two words", 2, 2.0, 60.0), (
            template.HasSpeech, template.SpeechLanguage, template.Transcript, template.WordCount, template.SpeakingSeconds, template.WordsPerMinute));
    }

    [Fact]
    public void Compose_Faces_FillTheirColumnsOnlyWhereAsked()
    {
        VideoFace Face(double seconds, int index, int count, int track, int person)
        {
            var embedding = new double[128];
            embedding[person] = 1;
            return new VideoFace
            {
                FullName = File, Seconds = seconds, FaceIndex = index, FacesInFrame = count, TrackId = track,
                Embedding = new ValueList<double>(embedding),
            };
        }

        // One person in two tracks, another beside, and a third who was seen once only.
        VideoFace[] faces =
        [
            Face(0, 1, 1, 1, 5), Face(0.5, 1, 2, 1, 5), Face(0.5, 2, 2, 2, 9), Face(1, 1, 2, 1, 5), Face(1, 2, 2, 2, 9),
            Face(2, 1, 1, 3, 5), Face(2.5, 1, 1, 3, 5), Face(3, 1, 1, 4, 77),
        ];
        var options = new TemplateOptions { SkipScenes = true, SkipText = true, SkipSpeech = true, IncludeFaces = true };
        var template = Compose(options, (options.Faces, [.. faces, new FaceReadings(12, InferenceDevice.Cpu)]));

        Assert.Equal((2, 0.5, 2, InferenceDevice.Cpu), (template.FaceCount, template.FaceShare, template.FacePeople, template.Device));
        var none = Compose(options, (options.Faces, [new FaceReadings(12, InferenceDevice.Cpu)]));
        Assert.Equal((0, 0.0, 0), (none.FaceCount, none.FaceShare, none.FacePeople));
        Assert.Null(Compose(options with { IncludeFaces = false }).FaceCount);
        Assert.Contains(options.Faces, new TemplateFeature().Parts(options));
        Assert.DoesNotContain(options.Faces, new TemplateFeature().Parts(options with { IncludeFaces = false }));
    }

    [Fact]
    public void Compose_ModelsMissing_LeavesColumnsNullAndWarnsOnce()
    {
        List<string> warnings = [];
        var options = new TemplateOptions { SkipScenes = true };
        var results = new Dictionary<FeatureOptions, FeatureResult>
        {
            [new VisualOptions()] = new([Visual], []),
            [new TextOptions()] = new([], [], NoModel),
            [new SpeechOptions()] = new([], [], NoModel),
        };
        var template = (VideoTemplate)Assert.Single(new TemplateFeature().Compose(options, new VideoInput(File), new PartResults(results), warnings.Add));

        Assert.Null(template.TextCount);
        Assert.Null(template.HasSpeech);
        Assert.Equal("The text and speech columns stay empty: No model. Build again.", Assert.Single(warnings));

        // Damage of the video is worse than a part that is missing; each part says its own.
        Assert.Equal((PartStatus.ModelMissing, PartStatus.ModelMissing, PartStatus.NotAsked, RecordStatus.Damaged),
            (template.TextStatus, template.SpeechStatus, template.FaceStatus, template.Status));
    }

    [Theory]
    [InlineData(VideoErrorId.ModelMissing, PartStatus.ModelMissing)]
    [InlineData(VideoErrorId.ModelCorrupt, PartStatus.ModelCorrupt)]
    [InlineData(VideoErrorId.OutOfMemory, PartStatus.OutOfMemory)]
    public void Compose_PartThatCannotBeHad_IsPartialAndSaysWhy(VideoErrorId id, PartStatus expected)
    {
        var options = new TemplateOptions { SkipScenes = true, SkipSpeech = true };
        var results = new Dictionary<FeatureOptions, FeatureResult>
        {
            [new VisualOptions()] = new([Visual with { Status = RecordStatus.Ok }], []),
            [new TextOptions()] = new([], [], new VideoError(id, "m", "No.", "Help.")),
        };
        var input = new VideoInput(File, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), 3) { IsSceneRange = true };

        var template = (VideoTemplate)Assert.Single(new TemplateFeature().Compose(options, input, new PartResults(results), _ => { }));

        Assert.Equal((expected, PartStatus.NotAsked, RecordStatus.Partial), (template.TextStatus, template.SpeechStatus, template.Status));
        Assert.Equal((3, 2.0, 4.0), (template.SceneIndex, template.StartSeconds, template.EndSeconds));
    }

    [Fact]
    public void Parts_OfWhatIsSkipped_AreNone() => Assert.Equal(
        [typeof(VisualOptions)],
        new TemplateFeature().Parts(Only() with { SkipScenes = true }).Select(part => part.GetType()));

    private static VisualSummary Visual { get; } = new()
    {
        FullName = File, Width = 320, Height = 180, FramesPerSecond = 25, FrameCount = 150, Duration = TimeSpan.FromSeconds(6),
        DurationSeconds = 6, StartSeconds = 0, EndSeconds = 6, MeanColor = "#000000", DominantColor = "#010101", DominantColorShare = 1,
        BrightnessMean = 2, BrightnessDeviation = 3, Motion = 4, Status = RecordStatus.Damaged, DecodeErrorCount = 3,
    };

    private static TemplateOptions Only() => new() { SkipText = true, SkipSpeech = true };

    private static VideoScene Scene(int index, double start, double end) => new()
    {
        FullName = File, Index = index, StartSeconds = start, EndSeconds = end, DurationSeconds = end - start,
        Transition = index == 1 ? TransitionKind.None : TransitionKind.Cut,
    };

    private static VideoTemplate Compose(TemplateOptions options, params (FeatureOptions Part, object[] Records)[] parts) =>
        Assert.IsType<VideoTemplate>(Assert.Single(Run(options, [], [(new VisualOptions(), [Visual]), .. parts])));

    private static List<object> Run(TemplateOptions options, List<string> warnings, params (FeatureOptions Part, object[] Records)[] parts) =>
    [
        .. new TemplateFeature().Compose(
            options, new VideoInput(File), new PartResults(parts.ToDictionary(p => p.Part, p => new FeatureResult(p.Records, []))), warnings.Add),
    ];
}
