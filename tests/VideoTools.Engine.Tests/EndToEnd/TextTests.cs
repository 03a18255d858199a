using VideoTools.TestMedia;
using VideoTools.TestMedia.Text;

namespace VideoTools.Engine.Tests.EndToEnd;

public sealed class TextTests
{
    private static readonly string[] Wanted = ["Wait for it", "www.example.com/start", "$1,299.00"];

    [RequiresTextFact]
    public void Text_OverlaysOnARealPicture_AreReadWithTheirTimes()
    {
        var clip = TextClipBuilder.Build(Spec("text-end-to-end", 1280, 720,
        [
            Overlay(Wanted[0], 12, 50, 72, "(w-tw)/2", "60"),
            Overlay(Wanted[1], 20, 72, 32, "w*0.06", "620"),
            Overlay(Wanted[2], 55, 96, 48, "(w-tw)/2", "330"),
        ]));

        var records = Read(clip.Path, new AnalysisRequest(new TextOptions()));

        var score = TextScore.Of(clip.Truth, [.. records.Select(r => new TextReading(r.Text, r.StartSeconds, r.EndSeconds))], 0.1);
        Assert.Equal((3, 3, 0), (score.Found, score.Exact, score.Extra));
        Assert.Equal([TextZone.Top, TextZone.Bottom, TextZone.Middle], records.OrderBy(r => r.StartSeconds).Select(r => r.Zone));
        Assert.All(records, r => Assert.InRange(r.Confidence, 0.8, 1));
        Assert.All(records, r => Assert.InRange(r.FramesRead, 3, 24));
        var address = records.Single(r => r.Text == Wanted[1]);
        Assert.InRange(address.X, 60, 80);
        Assert.InRange(address.Y + (address.Height / 2), 620, 660);
    }

    [RequiresTextFact]
    public void Text_RangeOfTheFile_KeepsTheTimesOfTheFile()
    {
        var clip = TextClipBuilder.Build(Spec("text-end-to-end", 1280, 720,
        [
            Overlay(Wanted[0], 12, 50, 72, "(w-tw)/2", "60"),
            Overlay(Wanted[1], 20, 72, 32, "w*0.06", "620"),
            Overlay(Wanted[2], 55, 96, 48, "(w-tw)/2", "330"),
        ]));

        var records = Read(clip.Path, new AnalysisRequest(new TextOptions()), TimeSpan.FromSeconds(2.5));

        Assert.Equal(["$1,299.00", "www.example.com/start"], records.Select(r => r.Text).Order(StringComparer.Ordinal));
        Assert.Equal(2.5, records.Single(r => r.Text == Wanted[1]).StartSeconds, 0.05);
        Assert.Equal(55 / 24.0, records.Single(r => r.Text == Wanted[2]).StartSeconds, 0.3);
    }

    [RequiresTextFact]
    public void Text_SameFileTwice_GivesTheSameRecords()
    {
        var clip = TextClipBuilder.Build(Spec("text-twice", 640, 360, [Overlay("Same again", 10, 40, 36, "(w-tw)/2", "150")]));

        var (first, second) = (Read(clip.Path, new AnalysisRequest(new TextOptions())), Read(clip.Path, new AnalysisRequest(new TextOptions())));

        Assert.Equal(first.Select(r => r with { Quad = ValueList<int>.Empty }), second.Select(r => r with { Quad = ValueList<int>.Empty }));
        Assert.Equal("Same again", Assert.Single(first).Text);
    }

    [RequiresTextFact]
    public void Text_SidewaysPhoneClip_IsReadUprightWithDisplayedPlaces()
    {
        var upright = TextClipBuilder.Build(Spec("text-portrait", 720, 1280,
        [
            Overlay("Swipe up now", 10, 60, 64, "(w-tw)/2", "150"),
            Overlay("Link in bio", 30, 90, 56, "(w-tw)/2", "1080"),
        ]));
        var sideways = MediaCache.GetOrCreate("text-sideways", "sideways.mp4", "2", path =>
        {
            var turned = path + ".turned.mp4";
            Ffmpeg.Run("-i", upright.Path, "-vf", "transpose=1", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", turned);
            Ffmpeg.Run("-i", turned, "-c", "copy", "-metadata:s:v:0", "rotate=90", path);
            File.Delete(turned);
        });

        var records = Read(sideways, new AnalysisRequest(new TextOptions())).OrderBy(r => r.StartSeconds).ToList();

        Assert.Equal(["Swipe up now", "Link in bio"], records.Select(r => r.Text));
        Assert.Equal([TextZone.Top, TextZone.Bottom], records.Select(r => r.Zone));
        Assert.All(records, r => Assert.InRange(r.X + (r.Width / 2), 340, 380));
        Assert.InRange(records[1].Y, 1040, 1100);
    }

    [RequiresTextFact]
    public void Template_Overlays_FillTheColumnsOfText()
    {
        var clip = TextClipBuilder.Build(Spec("text-end-to-end", 1280, 720,
        [
            Overlay(Wanted[0], 12, 50, 72, "(w-tw)/2", "60"),
            Overlay(Wanted[1], 20, 72, 32, "w*0.06", "620"),
            Overlay(Wanted[2], 55, 96, 48, "(w-tw)/2", "330"),
        ]));

        var template = Assert.Single(Sessions.Records<VideoTemplate>(
            new AnalysisRequest(new TemplateOptions { SkipSpeech = true }), clip.Path));

        Assert.Equal((3, 3), (template.TextCount!.Value, template.HookTextCount!.Value));
        Assert.Equal(Wanted, template.TextDetections!.Select(d => d.Text));
        Assert.Equal(0.5, template.FirstTextSeconds!.Value, 0.3);
        Assert.InRange(template.TextFramesRead!.Value, 3, 24);
        Assert.Equal(["bottom", "middle", "top"], template.TextZones!.Order(StringComparer.Ordinal));
        Assert.Equal(36, template.TextHeat!.Count);
        Assert.InRange(template.TextHeat!.Take(6).Max(), 0.3, 0.5);
        Assert.Equal(InferenceDevice.Cpu, template.Device);
        Assert.Equal(template.SceneCount - 1, template.HookCutCount);
    }

    [RequiresTextFact]
    public void Text_TextFreeFilm_GivesNothing() =>
        Assert.Empty(Read(TextClipBuilder.Build(Spec("text-none", 1280, 720, [])).Path, new AnalysisRequest(new TextOptions())));

    private static TextClipSpec Spec(string name, int width, int height, IReadOnlyList<TextOverlay> overlays) =>
        new(name, RealClips.BigBuckBunny!, 6.5, width, height, 24, 96, overlays);

    private static TextOverlay Overlay(string text, int start, int end, int size, string x, string y) =>
        new(text, start, end, size, Fonts.Latin[0], OverlayStyle.Outline, "white", x, y, "caption");

    private static List<VideoText> Read(string path, AnalysisRequest request, TimeSpan? from = null)
    {
        using var engine = VideoEngine.Create();
        using var session = engine.Open(request);
        session.Add(new VideoInput(path, from));
        session.CompleteAdding();
        var records = new List<VideoText>();
        while (!session.IsFinished)
        {
            switch (session.Take(TimeSpan.FromSeconds(5)))
            {
                case RecordEvent { Record: VideoText text }:
                    records.Add(text);
                    break;
                case FailureEvent failure:
                    throw new VideoToolsException(failure.Error);
            }
        }

        return records;
    }
}
