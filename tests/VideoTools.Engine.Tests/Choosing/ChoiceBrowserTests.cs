using System.Text.Json;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.Engine.Tests.Reporting;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Choosing;

/// <summary>The page in a real browser: choose, change a speed, encode, see the file.</summary>
public sealed class ChoiceBrowserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-choose-browser-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RequiresFact(Needs.Browser | Needs.Ffmpeg)]
    public void Page_Chosen_WritesTheVideoWithItsSpeeds()
    {
        var path = Path.Combine(_folder, "from the page.mp4");
        Directory.CreateDirectory(ReportBrowserFixture.Shots);
        using var page = new OpenPage(new CropPageOptions { Export = new CropExportOptions { Destination = path, Preset = "ultrafast" } });

        using var document = BrowserDriver.Drive(
            "choose.mjs", new() { ["url"] = page.Page.Url, ["shots"] = ReportBrowserFixture.Shots }, _folder);

        var seen = document.RootElement;
        Assert.Empty(seen.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()));
        Assert.Empty(seen.GetProperty("strangers").EnumerateArray().Select(request => request.GetString()));
        Assert.True(seen.GetProperty("candidates").GetInt32() > 1);
        Assert.Equal((0, 2, 0), (Number(seen, "broken"), Number(seen, "scenes"), Number(seen, "overflow")));
        Assert.Equal("2", seen.GetProperty("chosen").GetString());
        Assert.True(seen.GetProperty("refused").GetBoolean());
        Assert.Contains("from the page.mp4", seen.GetProperty("result").GetString(), StringComparison.Ordinal);
        var choice = page.Choice();
        Assert.Equal(2, choice.Candidate.Number);
        var written = Assert.Single(Sessions.Records<VideoInfo>(new InfoRequest(), path));
        Assert.Equal((choice.Video!.Length, path), (written.Length, choice.Video.FullName));

        // Of fewer than three scenes stretches are segments: five seconds at twice the speed, one as it was.
        Assert.InRange(written.DurationSeconds!.Value, 3.4, 3.6);
    }

    private static int Number(JsonElement seen, string name) => seen.GetProperty(name).GetInt32();
}
