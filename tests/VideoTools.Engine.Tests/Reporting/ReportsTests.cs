using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoTools.Engine.People;
using VideoTools.Engine.Reporting;

namespace VideoTools.Engine.Tests.Reporting;

public sealed partial class ReportsTests : IDisposable
{
    private static readonly Reports Reports = new(new FixedNiches(), new VideoPeople());

    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-report-").FullName;

    private string Target => Path.Combine(_directory, "deep", "report.html");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Save_HostileTexts_StayInsideOfTheirBlocks()
    {
        var template = ReportSampleData.Made(1) with
        {
            FileName = ReportSampleData.Hostile,
            Transcript = ReportSampleData.Hostile,
            SpeechSegments = null,
            TextDetections = new([new TemplateText(0, 1, ReportSampleData.Hostile, 1, 5, 5, TextZone.Top)]),
            TextPhrases = new([ReportSampleData.Hostile]),
        };

        var page = Save(new ReportData { Title = ReportSampleData.Hostile, Templates = [template, ReportSampleData.Made(2)] });

        // Three scripts of ours and no other.
        Assert.Equal(3, Regex.Count(page, "<script"));
        Assert.Equal(3, Regex.Count(page, "</script>"));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(Data(page));
        var video = data.RootElement.GetProperty("videos")[0];
        Assert.Equal(ReportSampleData.Hostile, video.GetProperty("name").GetString());
        Assert.Equal(ReportSampleData.Hostile, video.GetProperty("transcript").GetString());
        Assert.Equal(ReportSampleData.Hostile, video.GetProperty("shown")[0][2].GetString());
        Assert.Equal(ReportSampleData.Hostile, data.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void Save_Policy_AllowsExactlyTheElementsOfThePage()
    {
        var page = Save(ReportSampleData.Of(3));

        var policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        var scripts = Regex.Matches(page, "<script>(.*?)</script>", RegexOptions.Singleline).Select(m => Hash(m.Groups[1].Value)).ToArray();
        Assert.Equal(2, scripts.Length);
        Assert.All(scripts, hash => Assert.Contains($"'sha256-{hash}'", policy, StringComparison.Ordinal));
        var style = Hash(Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value);
        Assert.Contains($"style-src 'sha256-{style}'", policy, StringComparison.Ordinal);

        // Nothing to load, and nothing that the policy would have to stop.
        Assert.DoesNotMatch(@"(?i)<link|<iframe|@import|url\(", page[..page.IndexOf("<script>", StringComparison.Ordinal)]);
    }

    [Fact]
    public void Save_OtherCulture_SameBytes()
    {
        var data = ReportSampleData.Of(5);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("en-US");
            var english = Save(data);
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(english, Save(data, force: true));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Save_FileExists_IsRefusedUnlessForced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.WriteAllText(Target, "mine");

        var error = Assert.Throws<VideoToolsException>(() => Reports.Save(ReportSampleData.Of(1), Target, force: false)).Error;

        Assert.Equal((VideoErrorId.OutputExists, Target), (error.Id, error.FullName));
        Assert.Equal("mine", File.ReadAllText(Target));
        Assert.StartsWith("<!DOCTYPE html>", Save(ReportSampleData.Of(1), force: true), StringComparison.Ordinal);
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Save_DirectoryIsAFile_IsUnwritableAndLeavesNothing()
    {
        File.WriteAllText(Path.Combine(_directory, "deep"), "");

        var error = Assert.Throws<VideoToolsException>(() => Reports.Save(ReportSampleData.Of(1), Target, force: true)).Error;

        Assert.Equal(VideoErrorId.OutputUnwritable, error.Id);
        Assert.Single(Directory.GetFileSystemEntries(_directory));
    }

    [Fact]
    public void Save_NoVideo_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Reports.Save(new ReportData(), Target, force: false));
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Complete_TemplatesWithoutANiche_AreClassified()
    {
        var (known, named, bare) = (ReportSampleData.Made(1), ReportSampleData.Made(2) with { Niche = "finance" }, ReportSampleData.Made(3));
        var data = new ReportData { Niches = [ReportSampleData.Niche(known, 0)], Templates = [known, named, bare] };

        var complete = Reports.Complete(data, _ => { }, CancellationToken.None);

        Assert.Equal([known.FullName, bare.FullName], complete.Niches.Select(n => n.FullName));
        Assert.Equal(FixedNiches.Category, complete.Niches[1].Category);
        Assert.Empty(complete.Clusters);
    }

    [Fact]
    public void Complete_SixVideos_AreClusteredUnlessThereAreClusters()
    {
        var data = ReportSampleData.Of(6) with { Clusters = [] };
        var given = ReportSampleData.Clusters(data.Templates)[0];

        Assert.NotEmpty(Reports.Complete(data, _ => { }, CancellationToken.None).Clusters);
        Assert.Equal([given], Reports.Complete(data with { Clusters = [given] }, _ => { }, CancellationToken.None).Clusters);
    }

    [Fact]
    public void Complete_NoModel_IsReportedAndLeavesTheVideos()
    {
        var errors = new List<VideoError>();
        var reports = new Reports(
            new FixedNiches { Failure = new VideoToolsException(VideoErrorId.ModelMissing, "m", "none.", "Fetch it.") }, new VideoPeople());
        var data = new ReportData { Templates = [ReportSampleData.Made(1)] };

        Assert.Empty(reports.Complete(data, errors.Add, CancellationToken.None).Niches);
        Assert.Equal(VideoErrorId.ModelMissing, Assert.Single(errors).Id);
    }

    [Fact]
    public void Save_AThousandVideos_StaysBelowFiveMegabytes()
    {
        var page = Save(ReportSampleData.Of(1000));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_000_000, 5_000_000);
        using var data = JsonDocument.Parse(Data(page));
        var videos = data.RootElement.GetProperty("videos");
        Assert.Equal(1000, videos.GetArrayLength());
        Assert.All(videos.EnumerateArray(), video => Assert.Equal(CutRate.Parts, video.GetProperty("rate").GetArrayLength()));
    }

    [Fact]
    public void Save_VeryLongVideos_DetailsEndWithTheBudgetAndMeasuresStay()
    {
        var starts = new ValueList<double>(Enumerable.Range(0, 100_000).Select(i => i * 0.5));
        var templates = Enumerable.Range(0, 5).Select(i => ReportSampleData.Made(i) with { SceneStarts = starts, DurationSeconds = 50_000 }).ToArray();

        var page = Save(new ReportData { Templates = templates });

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_000_000, 5_000_000);
        using var data = JsonDocument.Parse(Data(page));
        var videos = data.RootElement.GetProperty("videos").EnumerateArray().ToArray();
        Assert.Equal([true, true, false, false, false], videos.Select(v => v.TryGetProperty("starts", out _)));
        Assert.All(videos, video => Assert.True(video.TryGetProperty("cuts", out _) && video.TryGetProperty("rate", out _)));
    }

    [Fact]
    public void Save_Paths_AreNotInThePage() =>
        Assert.DoesNotContain("/videos/", Save(ReportSampleData.Of(3)), StringComparison.Ordinal);

    [Fact]
    public void Save_Still_IsInThePage()
    {
        var data = ReportSampleData.Of(2);
        byte[] bytes = [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9];

        var page = Save(data with { Stills = [new VideoStill { FullName = data.Templates[1].FullName, Jpeg = bytes }] });

        using var json = JsonDocument.Parse(Data(page));
        Assert.False(json.RootElement.GetProperty("videos")[0].TryGetProperty("still", out _));
        Assert.Equal(bytes, json.RootElement.GetProperty("videos")[1].GetProperty("still").GetBytesFromBase64());
    }

    [Fact]
    public void Licences_OfTheLibraries_AreInThePage() =>
        Assert.Matches("(?s)Mike Bostock.*Observable, Inc", Save(ReportSampleData.Of(1)).Split("<pre>")[1].Split("</pre>")[0]);

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Data(string page) => DataBlock().Match(page).Groups[1].Value;

    private string Save(ReportData data, bool force = false)
    {
        Reports.Save(data, Target, force);
        return File.ReadAllText(Target);
    }

    [GeneratedRegex("<script type=\"application/json\" id=\"report-data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataBlock();
}
