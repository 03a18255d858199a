using System.Text;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Templates;

public sealed class TemplateJsonReaderTests
{
    [Fact]
    public void Parse_FullTemplate_IsWhatWasWritten()
    {
        var template = new VideoTemplate
        {
            FullName = "/videos/clip.mp4", VideoId = "clip", FileName = "clip.mp4", Niche = "tech > coding", Duration = TimeSpan.FromSeconds(12.5), DurationSeconds = 12.5,
            Width = 1080, Height = 1920, FramesPerSecond = 30, FrameCount = 375, SceneCount = 2, MeanSceneSeconds = 6.25, MedianSceneSeconds = 6.25, CutsPerMinute = 4.8,
            SceneStarts = new ValueList<double>([0, 5.25]), MeanColor = "#102030", DominantColor = "#FF8001", DominantColorShare = 0.25,
            BrightnessMean = 101.25, BrightnessDeviation = 7.5, Motion = 1.25, TextCount = 2, TextCoveragePercent = 40.5,
            TextPhrases = new ValueList<string>(["SALE", "你好"]), TextZone = "bottom", TextZones = new ValueList<string>(["bottom", "top"]),
            TextHeat = new ValueList<double>(Enumerable.Range(0, 36).Select(i => i / 100.0)), TextPattern = "sparse", TextFramesRead = 17, FirstTextSeconds = 0.5,
            TextDetections = new ValueList<TemplateText>([new(0.5, 2.25, "SALE", 0.98, 540, 1700, TextZone.Bottom), new(3, 4, "你好", 0.75, 500, 100, TextZone.Top)]),
            HasSpeech = true, SpeechLanguage = "en", Transcript = "Hello there", WordCount = 2, SpeakingSeconds = 1.5, WordsPerMinute = 80, FirstSpeechSeconds = 0.25,
            SpeechSegments = new ValueList<TemplateSpeech>([new(0.25, 1.75, "Hello there")]), HookCutCount = 0, HookTextCount = 1, HookWordCount = 2, SpeechModel = "whisper-base",
            FaceCount = 3, FaceShare = 0.625, FacePeople = 2, Device = InferenceDevice.Cuda, DecodeErrorCount = 3, Status = RecordStatus.Damaged,
            SceneIndex = 2, StartSeconds = 1.5, EndSeconds = 14,
        };

        var read = TemplateJsonReader.Parse(TemplateJson.Serialize(template));

        Assert.All(typeof(VideoTemplate).GetProperties().Where(p => p.Name is not (nameof(VideoTemplate.SpeechSkipReason) or nameof(VideoTemplate.TemplatePath))), p =>
        {
            Assert.NotNull(p.GetValue(template));
            Assert.Equal(p.GetValue(template)!.ToString(), p.GetValue(read)?.ToString());
        });
        Assert.Equal(template.TextDetections, read.TextDetections);
        Assert.Equal(template.SpeechSegments, read.SpeechSegments);
        Assert.Equal(
            SpeechSkipReason.Silence,
            TemplateJsonReader.Parse(TemplateJson.Serialize(template with { SpeechSkipReason = SpeechSkipReason.Silence })).SpeechSkipReason);
    }

    [Fact]
    public void Parse_NothingAnalysed_StaysNull()
    {
        var read = TemplateJsonReader.Parse(TemplateJson.Serialize(new VideoTemplate { FullName = "/a.mp4", VideoId = "a", FileName = "a.mp4" }));

        Assert.True(read is { Niche: null, SceneCount: null, CutsPerMinute: null, TextCount: null, HasSpeech: null, WordCount: null, MeanColor: null, HookCutCount: null, Device: null });
    }

    [Fact]
    public void Serialize_ManyDetections_WritesFifty()
    {
        var texts = Enumerable.Range(0, 60).Select(i => new TemplateText(i, i + 1, "t", 1, 0, 0, TextZone.Top));
        var template = new VideoTemplate { FullName = "/a.mp4", VideoId = "a", FileName = "a.mp4", TextCount = 60, TextDetections = new ValueList<TemplateText>(texts) };

        Assert.Equal(50, TemplateJsonReader.Parse(TemplateJson.Serialize(template)).TextDetections!.Count);
    }

    // The layout of earlier writers: objects for phrases, zones as names, times of detections, no rates, colours or hook.
    [Fact]
    public void Parse_OlderLayout_WorksOutWhatIsMissing()
    {
        var read = Parse("""
            { "video_id": "x1", "filename": "x1_me_score3.mp4", "niche": "tech", "duration": 30.0,
              "scenes": { "total_scenes": 4, "scene_list": [[0, 2], [2, 9], [9, 20], [20, 30]], "avg_scene_length": 7.5, "median_scene_length": 10 },
              "text_overlays": { "total_detections": 2, "text_coverage_percent": 50.0, "common_phrases": [{ "text": "Hi", "count": 2 }],
                "common_zones": ["middle", "top"], "overlay_timing_pattern": "frequent",
                "detections": [{ "timestamp": 1.5, "text": "Hi", "confidence": 0.9, "position": { "x": 10, "y": 20 } }] },
              "audio": { "full_transcription": "a b c", "word_count": 3, "speaking_time_seconds": 1.5, "segments": [{ "start": 0.5, "end": 2.0, "text": "a b c" }] },
              "visual": { "avg_brightness": 90.5, "brightness_variance": 3.25 } }
            """);

        Assert.Equal(("x1_me_score3.mp4", "x1", "tech", 30.0), (read.FullName, read.VideoId, read.Niche, read.DurationSeconds));
        Assert.Equal((4, 6.0, "0;2;9;20"), (read.SceneCount, read.CutsPerMinute, read.SceneStarts.ToString()));
        Assert.Equal(("Hi", "middle", 1.5), (read.TextPhrases!.Single(), read.TextZone, read.FirstTextSeconds));
        Assert.Equal((true, 120.0, 0.5), (read.HasSpeech, read.WordsPerMinute, read.FirstSpeechSeconds));
        Assert.Equal((90.5, 3.25, null), (read.BrightnessMean, read.BrightnessDeviation, read.DominantColor));
    }

    [Fact]
    public void Parse_OlderLayoutWithoutCut_IsOneScene()
    {
        var read = Parse("""{ "filename": "a.mp4", "niche": "unknown", "duration": 8, "scenes": { "total_scenes": 0, "scene_list": [], "avg_scene_length": 8, "median_scene_length": 8 }, "visual": { "error": "no frames" } }""");

        Assert.Equal((1, 0.0, null, "a"), (read.SceneCount, read.CutsPerMinute, read.Niche, read.VideoId));
    }

    [Fact]
    public void Parse_NoLength_HasNoRate() =>
        Assert.Null(Parse("""{ "filename": "a.mp4", "duration": 0, "scenes": { "total_scenes": 3 } }""").CutsPerMinute);

    [Theory]
    [InlineData("""{ "filename": "a.mp4" }""")]
    [InlineData("""{ "duration": 3 }""")]
    [InlineData("""{ "filename": "a.mp4", "duration": -1 }""")]
    [InlineData("""{ "filename": "a.mp4", "duration": 1e300 }""")]
    [InlineData("""[1]""")]
    public void Parse_NoTemplate_SaysWhy(string json) => Assert.NotEmpty(Assert.Throws<FormatException>(() => Parse(json)).Message);

    [Fact]
    public void Parse_TypesThatDoNotFit_AreMissing()
    {
        var read = Parse("\uFEFF" + """{ "filename": "a.mp4", "duration": 3, "scenes": [1], "text_overlays": { "total_detections": "many" }, "audio": 5, "visual": { "mean_color_rgb": [1, 2], "dominant_color_rgb": "red", "motion": null }, "status": "Splendid" }""");

        Assert.True(read is { SceneCount: null, TextCount: null, WordCount: null, MeanColor: null, DominantColor: null, Motion: null, Status: RecordStatus.Ok });
    }

    private static VideoTemplate Parse(string json) => TemplateJsonReader.Parse(Encoding.UTF8.GetBytes(json));
}
