using System.Globalization;
using VideoTools.Engine.Tests.Media.Tesseract;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Text;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>Text in languages whose letters PP-OCR lacks, with Tesseract, with a bad one, and without.</summary>
public sealed class TextLanguageTests
{
    private static readonly string[] German = ["Größe und Fußball", "Überraschung für Öl", "Plain English words"];

    [RequiresTesseractFact]
    public void Auto_LinesWithLettersThatPaddleLacks_AreReadByTesseract()
    {
        var records = Read(new TextOptions());

        Assert.Equal(German.Order(StringComparer.Ordinal), records.Select(r => r.Text).Order(StringComparer.Ordinal));
        Assert.Equal(TextEngine.PPOcr, records.Single(r => r.Text == German[2]).Engine);
        Assert.All(records.Where(r => r.Text != German[2]), r => Assert.Equal(TextEngine.Tesseract, r.Engine));
    }

    [RequiresTesseractFact]
    public void TesseractAlone_ReadsEveryLine() => Assert.All(
        Read(new TextOptions { Engine = TextEngine.Tesseract, Language = "de" }), r => Assert.Equal(TextEngine.Tesseract, r.Engine));

    [RequiresTextFact]
    public void Auto_NoTesseract_IsAWarningAndLessConfidence()
    {
        using var fake = new FakeTesseract("exit 1");
        var events = Run(new TextOptions { TesseractPath = fake.Path });

        var records = events.OfType<RecordEvent>().Select(r => (VideoText)r.Record).ToList();
        Assert.All(records.Where(r => r.Text != German[2]), r => Assert.InRange(r.Confidence, 0.5, 0.7));
        Assert.InRange(records.Single(r => r.Text == German[2]).Confidence, 0.9, 1);
        Assert.Contains(events.OfType<WarningEvent>(), w => w.Message.Contains("Tesseract cannot be used", StringComparison.Ordinal));
    }

    [RequiresTextFact]
    public void Tesseract_NotThere_IsAnError()
    {
        var failure = Assert.Single(Run(new TextOptions { Engine = TextEngine.Tesseract, TesseractPath = "/no/such/place" }).OfType<FailureEvent>());

        Assert.Equal(VideoErrorId.ModelMissing, failure.Error.Id);
        Assert.Contains("-TesseractPath", failure.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [RequiresTextFact]
    public void NamedLanguage_WithoutItsData_IsAWarning()
    {
        using var fake = new FakeTesseract("exit 1");

        var warning = Assert.Single(Run(new TextOptions { Language = "el", TesseractPath = fake.Path }).OfType<WarningEvent>());

        Assert.Contains("tesseract-ocr-ell", warning.Message, StringComparison.Ordinal);
    }

    [RequiresTextFact]
    public void PPOcr_AsksNobody()
    {
        var records = Read(new TextOptions { Engine = TextEngine.PPOcr });

        Assert.All(records, r => Assert.Equal(TextEngine.PPOcr, r.Engine));
    }

    private static List<VideoEvent> Run(TextOptions options) => Sessions.Run(new AnalysisRequest(options), Clip());

    private static List<VideoText> Read(TextOptions options) => Sessions.Records<VideoText>(new AnalysisRequest(options), Clip());

    private static string Clip()
    {
        var filters = string.Join(',', German.Select((line, i) =>
        {
            var file = MediaCache.GetOrCreate("text-kind-line", "line.txt", line, target => File.WriteAllText(target, line));
            return string.Create(CultureInfo.InvariantCulture,
                $"drawtext=fontfile='{Fonts.Latin[1]}':textfile='{file}':expansion=none:fontsize=56:x=(w-tw)/2:y={80 + (i * 160)}:fontcolor=white");
        }));
        return MediaCache.GetOrCreate("text-language", "german.mp4", filters, target => Ffmpeg.Run(
            "-f", "lavfi", "-i", "color=c=0x203040:s=1280x720:r=25:d=1", "-vf", filters, "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", target));
    }
}
