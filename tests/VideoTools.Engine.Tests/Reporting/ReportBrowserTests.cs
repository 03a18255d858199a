using System.Text.Json;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Reporting;

/// <summary>Reports as a browser shows them.</summary>
public sealed class ReportBrowserTests(ReportBrowserFixture browser) : IClassFixture<ReportBrowserFixture>
{
    private const Needs Everything = Needs.Browser | Needs.Ffmpeg | Needs.RealClips;

    [RequiresTheory(Everything)]
    [InlineData("many", 9)]
    [InlineData("dark", 9)]
    [InlineData("phone", 9)]
    [InlineData("single", 2)]
    [InlineData("hostile", 9)]
    [InlineData("thousand", 9)]
    public void Page_Opened_DrawsItsChartsAndNothingFails(string page, int leastPlots)
    {
        var seen = browser.Page(page);

        Assert.Empty(Texts(seen, "problems"));
        Assert.Empty(Texts(seen, "requests"));
        Assert.True(Number(seen, "plots") >= leastPlots, $"{Number(seen, "plots")} charts");
        Assert.Equal(0, Number(seen, "unnamed"));
        Assert.Equal(0, Number(seen, "broken"));
        Assert.Equal(0, Number(seen, "overflow"));
    }

    [RequiresFact(Everything)]
    public void Page_OfSeveralVideos_HasItsSectionsAndPictures()
    {
        Assert.Equal(
            ["Short videos of two films", "Niches at a glance", "How the videos compare", "Cut rate along the video", "Where text stands", "Speech", "Clusters", "Typical videos", "All videos"],
            Texts(browser.Page("many"), "headings"));
        Assert.True(Number(browser.Page("many"), "pictures") >= 8);
    }

    [RequiresFact(Everything)]
    public void Table_SearchAndNiche_Filter()
    {
        var seen = browser.Page("many");

        Assert.Equal(14, Rows(seen, "allRows").Length);
        var found = Rows(seen, "foundRows");
        Assert.InRange(found.Length, 1, 7);
        Assert.All(found, row => Assert.StartsWith("sintel_0", row[0], StringComparison.Ordinal));
        Assert.StartsWith($"{found.Length} video", seen.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("of 14", seen.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.InRange(Rows(seen, "nicheRows").Length, 1, 13);
        Assert.Single(Rows(seen, "nicheRows").Select(row => row[1].Split(" › ")[0]).Distinct());
    }

    [RequiresFact(Everything)]
    public void Table_ClickOnAHeading_SortsBothWays()
    {
        var seen = browser.Page("many");
        var down = Rows(seen, "sortedDown").Select(row => double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var up = Rows(seen, "sortedUp").Select(row => double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(down.OrderDescending(), down);
        Assert.Equal(up.Order(), up);
        Assert.True(up[^1] > up[0]);
        Assert.Single(Texts(seen, "sort"), "ascending");
    }

    [RequiresFact(Everything)]
    public void Page_Controls_GroupAndOpenVideosByKeyboard()
    {
        var seen = browser.Page("many");

        Assert.Equal(4, Number(seen, "moreGroups"));
        Assert.EndsWith(".mp4", seen.GetProperty("dialog").GetString(), StringComparison.Ordinal);
        Assert.True(seen.GetProperty("closed").GetBoolean());
    }

    [RequiresFact(Everything)]
    public void Theme_OfTheSystemOrTheSwitch_IsFollowed()
    {
        var light = browser.Page("many").GetProperty("light").GetString();
        var dark = browser.Page("dark").GetProperty("ground").GetString();

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, browser.Page("many").GetProperty("switchedDark").GetString());
    }

    [RequiresFact(Everything)]
    public void Page_OfOneVideo_ShowsTimelineAndCrops()
    {
        var seen = browser.Page("single");

        Assert.Equal(
            ["One video in detail", "The video", "From start to end", "Where text stands", "People", "Frames", "The crop", "Where to crop"],
            Texts(seen, "headings"));
        Assert.True(Number(seen, "rects") > 15);
        Assert.True(Number(seen, "crops") >= 81);
    }

    [RequiresFact(Everything)]
    public void Page_OfOneVideo_ShowsItsPeopleAndFrames()
    {
        var seen = browser.Page("single");

        Assert.InRange(Number(seen, "people"), 2, 12);
        Assert.Equal(Number(seen, "people"), Number(seen, "peopleRows"));
        Assert.InRange(Number(seen, "frames"), 6, 24);
        Assert.Equal(0, Number(seen, "broken"));
    }

    [RequiresFact(Everything)]
    public void Crop_OverTime_FollowsTheSlider()
    {
        var moments = browser.Page("single").GetProperty("moments").EnumerateArray().ToArray();

        // At the start at the left, half-way in the middle, at the end at the right, on three frames; then the scene that stands still.
        var places = moments.Select(moment => double.Parse(moment.GetProperty("x").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(0, places[0], 1);
        Assert.InRange(places[1] / places[3], 0.48, 0.52);
        Assert.InRange(places[2] / places[3], 0.95, 0.99);
        Assert.Equal(4, moments.Select(moment => moment.GetProperty("frame").GetString()).Distinct().Count());
        Assert.Contains("scene 1", moments[0].GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Contains("stands still", moments[3].GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, Number(browser.Page("single"), "candidates"));
    }

    [RequiresFact(Everything)]
    public void HostileTexts_AreShownAndNeverRun()
    {
        Assert.Equal(0, Number(browser.Page("hostile"), "injected"));
        Assert.Contains(ReportSampleData.Hostile, browser.Page("hostile").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [RequiresFact(Everything)]
    public void AThousandVideos_OpenInPortions()
    {
        var seen = browser.Page("thousand");

        Assert.Equal("1,000 videos, the first 50 shown", seen.GetProperty("status").GetString());
        Assert.Equal((50, 100), (Number(seen, "rows"), Number(seen, "moreRows")));
        Assert.InRange(Number(seen, "milliseconds"), 1, 30_000);
    }

    [RequiresTheory(Everything)]
    [InlineData("report-light.png")]
    [InlineData("report-dark.png")]
    [InlineData("report-phone.png")]
    [InlineData("report-video.png")]
    public void Picture_IsKept(string name)
    {
        _ = browser.Page("many");

        Assert.InRange(new FileInfo(Path.Combine(ReportBrowserFixture.Shots, name)).Length, 10_000, 2_000_000);
    }

    private static int Number(JsonElement seen, string name) => seen.GetProperty(name).GetInt32();

    private static string[] Texts(JsonElement seen, string name) => [.. seen.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    private static string[][] Rows(JsonElement seen, string name) =>
        [.. seen.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray())];
}
