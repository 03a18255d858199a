using System.Text.Json;
using VideoTools.Engine.People;
using VideoTools.Engine.Reporting;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Reporting;

/// <summary>Writes four reports, opens them in headless Chromium once, and keeps what was seen; pictures go to output/test-results.</summary>
public sealed class ReportBrowserFixture : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-browser-").FullName;
    private readonly Lazy<JsonDocument> _seen;

    public ReportBrowserFixture() => _seen = new Lazy<JsonDocument>(Drive);

    public static string Shots => Path.Combine(RepositoryPaths.Root, "output", "test-results");

    /// <summary>What was seen of one page.</summary>
    public JsonElement Page(string name) => _seen.Value.RootElement.GetProperty(name);

    public void Dispose()
    {
        if (_seen.IsValueCreated)
        {
            _seen.Value.Dispose();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private JsonDocument Drive()
    {
        Directory.CreateDirectory(Shots);
        var config = new Dictionary<string, string>
        {
            ["shots"] = Shots,
            ["search"] = "SINTEL_0 light",
            ["many"] = Write("many", Many()),
            ["single"] = Write("single", Single()),
            ["hostile"] = Write("hostile", Hostile()),
            ["thousand"] = Write("thousand", ReportSampleData.Of(1000)),
        };
        return BrowserDriver.Drive("drive.mjs", config, _directory);
    }

    private string Write(string name, ReportData data)
    {
        var path = Path.Combine(_directory, name + ".html");
        new Reports(new FixedNiches(), new VideoPeople()).Save(data, path, force: false);
        return path;
    }

    private static ReportData Many()
    {
        var request = new AnalysisRequest(new TemplateOptions { SkipText = true, SkipSpeech = true });
        var templates = EndToEnd.Sessions.Records<VideoTemplate>(request, [.. ReportSampleData.Clips()])
            .Select(ReportSampleData.WithTextAndSpeech).ToArray();
        var data = new ReportData
        {
            Title = "Short videos of two films",
            Templates = templates,
            Niches = [.. templates.Select(ReportSampleData.Niche)],
            Clusters = ReportSampleData.Clusters(templates),
        };
        return WithStills(data);
    }

    // As a user gets it: nothing skipped, nothing made up.
    private static ReportData Single()
    {
        var collector = new ReportCollector();
        var request = new Reports(new FixedNiches(), new VideoPeople())
            .CreateRequest(1, withPictures: true, withFrames: true, withFaces: true, new EngineOptions());
        foreach (var record in EndToEnd.Sessions.Records<object>(request, RealClips.SintelTrailer!))
        {
            Assert.True(collector.Add(record));
        }

        var data = collector.ToData("One video in detail");
        var people = new VideoPeople().Group(data.Faces, new PeopleOptions()).Persons;
        return WithStills(data with { CropShots = MadeShots(data), CropCandidates = BestCandidates(data), People = people });
    }

    // Of the positions that were measured: a window that moves from the first to the last, then one that stands still.
    private static CropShot[] MadeShots(ReportData data)
    {
        CropPosition[] positions = [.. data.CropPositions.Where(position => position.Aspect == "9:16")];
        var (first, last) = (CropShots.Of(positions[0]), CropShots.Of(positions[^1]));
        return
        [
            first with
            {
                SceneIndex = 1, Mode = CropMode.Follow, EndSeconds = 10, Reason = "The subject moves.",
                Path = new([new CropKey(0, first.X, first.Y), new CropKey(10, last.X, last.Y)]),
            },
            last with { SceneIndex = 2, Mode = CropMode.PerScene, StartSeconds = 10, EndSeconds = 20, Reason = "The subject stands still." },
        ];
    }

    private static IReadOnlyList<CropCandidate> BestCandidates(ReportData data) => Engine.Features.Crop.CropCandidateSelector.Select(
        [.. data.CropPositions.Where(position => position.Aspect == "9:16")], new CandidateOptions { MaximumCount = 4 });

    private static ReportData Hostile()
    {
        const string Text = ReportSampleData.Hostile;
        var templates = Enumerable.Range(0, 6).Select(i => ReportSampleData.Made(i) with
        {
            FileName = Text + i,
            TextPhrases = new([Text]),
            TextDetections = new([new TemplateText(0, 1, Text, 1, 5, 5, TextZone.Top)]),
            SpeechSegments = new([new TemplateSpeech(0, 1, Text)]),
            MeanColor = "url(https://example.invalid/)",
            SpeechLanguage = Text,
        }).ToArray();
        return new ReportData
        {
            Title = Text,
            Templates = templates,
            Niches = [.. templates.Select((t, i) => ReportSampleData.Niche(t, i) with { Category = Text + (i % 2), MicroNiche = Text + i })],
            Clusters = [.. ReportSampleData.Clusters(templates).Select(c => c with { Label = Text, TopNiche = new([Text]), Distinction = new([Text]) })],
        };
    }

    private static ReportData WithStills(ReportData data)
    {
        var reports = new Reports(new FixedNiches(), new VideoPeople());
        var events = EndToEnd.Sessions.Run(reports.CreateStillRequest(data, new EngineOptions()), [.. reports.ChooseStills(data)]);
        return data with { Stills = [.. events.OfType<RecordEvent>().Select(e => (VideoStill)e.Record)] };
    }
}
