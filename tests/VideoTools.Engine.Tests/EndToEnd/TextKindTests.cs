using System.Globalization;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Text;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>Kinds of on-screen text that were once lost, split or joined, as small clips.</summary>
public sealed class TextKindTests
{
    private const string Flat = "color=c=0x203040:s=640x360:r=25";

    [RequiresTextFact]
    public void Text_CaptionsThatShareLetters_AreSeparate() => AssertTexts(
        Film("captions", 4.5, Draw("First caption here", 0.5, 2, 600, size: 52), Draw("Second caption here", 2, 3, 600, size: 52),
            Draw("Third caption now", 3.5, 4.5, 600, size: 52)),
        ("First caption here", 0.5, 2), ("Second caption here", 2, 3), ("Third caption now", 3.5, 4.5));

    [RequiresTextFact]
    public void Text_DigitThatChanges_IsANewText() => AssertTexts(
        Plain("digits", 3.6, [.. Enumerable.Range(0, 4).Select(i => Draw($"Score 1 - {i}", i * 0.9, (i * 0.9) + 0.9, 40))]),
        [.. Enumerable.Range(0, 4).Select(i => ($"Score 1 - {i}", i * 0.9, (i * 0.9) + 0.9))]);

    [RequiresTextFact]
    public void Text_NumberThatGetsLonger_IsANewText() => AssertTexts(
        Plain("longer", 3.6, Draw("Score 0", 0, 0.9, 40, x: "40"), Draw("Score 10", 0.9, 1.8, 40, x: "40"), Draw("Score 110", 1.8, 3.6, 40, x: "40")),
        ("Score 0", 0, 0.9), ("Score 10", 0.9, 1.8), ("Score 110", 1.8, 3.6));

    [RequiresTextFact]
    public void Text_LoneDigitThatLooksAlike_IsANewText() => AssertTexts(
        Plain("lone", 3.6, "scale=1280:720", Draw("8", 0, 1.2, 300, size: 56), Draw("9", 1.2, 2.4, 300, size: 56), Draw("10", 2.4, 3.6, 300, size: 56)),
        ("8", 0, 1.2), ("9", 1.2, 2.4), ("10", 2.4, 3.6));

    [RequiresTextFact]
    public void Text_FirstWordThatChanges_IsANewText() => AssertTexts(
        Plain("first-word", 4.5, [.. new[] { "Red", "Blue", "Green" }.Select((w, i) => Draw(w + " team wins", i * 1.5, (i * 1.5) + 1.5, 150, x: "60"))]),
        ("Red team wins", 0, 1.5), ("Blue team wins", 1.5, 3), ("Green team wins", 3, 4.5));

    [RequiresTextFact]
    public void Text_WordsThatAreAdded_AreOneLine()
    {
        string[] words = ["never", "never gonna", "never gonna give", "never gonna give you up"];
        var drawn = words.Select((w, i) => Draw(w, 0.4 + (i * 0.4), i == 3 ? 3 : 0.8 + (i * 0.4), 600, size: 52, x: "120")).ToArray();
        AssertTexts(Film("words", 3.5, drawn), (words[^1], 0.4, 3));
    }

    [RequiresTextFact]
    public void Text_Typewriter_IsOneLine()
    {
        const string Title = "Welcome to my channel";
        var drawn = Title.Select((_, i) => Draw(Title[..(i + 1)], 0.5 + (i * 0.08), i == Title.Length - 1 ? 4 : 0.58 + (i * 0.08), 160, x: "100"));
        AssertTexts(Plain("typewriter", 4.5, [.. drawn]), (Title, 0.5, 4));
    }

    [RequiresTextFact]
    public void Text_Flicker_IsOneLine() => AssertTexts(
        Plain("flicker", 4, Draw("FLICKERING SIGN", 0, 4, 150, enable: "gte(mod(n,10),2)")), ("FLICKERING SIGN", 0, 4));

    [RequiresTextFact]
    public void Text_SeeThroughSignOverTwoScenes_IsThereAllTheTime() => AssertTexts(
        Film("watermark", 6, Draw("@mychannel", 0, 6, 30, size: 40, x: "980", style: "fontcolor=white@0.5")),
        ("@mychannel", 0, 6));

    [RequiresTextFact]
    public void Text_Ticker_IsReadWhole()
    {
        const string News = "BREAKING NEWS the quick brown fox jumps over the lazy dog and runs into the woods";
        var records = Read(Plain("ticker", 11, Draw(News, 0, 11, 320, size: 22, x: "w-180*t")));
        var record = Assert.Single(records);
        Assert.Equal(News, record.Text);
        Assert.True(record.IsMoving);
        Assert.InRange(record.StartSeconds, 0, 0.6);
    }

    [RequiresTextFact]
    public void Text_FastTickerThatEntersLate_IsOneRecord()
    {
        const string News = "Breaking news: the river has risen by two metres and the old bridge is closed to all traffic until Monday";
        var record = Assert.Single(Read(Plain("ticker-fast", 10, "scale=1280:720",
            Draw(News, 0, 10, 660, size: 44, x: "w-t*330"))));
        Assert.Equal(News, record.Text);
    }

    [RequiresTextFact]
    public void Text_RowAndColumns_AreTold() => AssertTexts(
        Plain("rows", 1, Draw("Total", 0, 1, 40, x: "40"), Draw("19.99 EUR", 0, 1, 40, x: "150"),
            Draw("Apples", 0, 1, 150, x: "40"), Draw("12", 0, 1, 150, x: "200"), Draw("Pears", 0, 1, 200, x: "40"), Draw("48", 0, 1, 200, x: "200")),
        ("Total 19.99 EUR", 0, 1), ("Apples", 0, 1), ("12", 0, 1), ("Pears", 0, 1), ("48", 0, 1));

    [RequiresTextFact]
    public void Text_RunningDown_IsRead() => AssertTexts(
        Plain("turned", 1, Draw("SIDEWAYS 42", 0, 1, 300, size: 40, x: "100"), "transpose=1"), ("SIDEWAYS 42", 0, 1));

    [RequiresTextFact]
    public void Text_LettersBelowEachOther_AreRead() => AssertTexts(
        Plain("stacked", 1, "scale=1280:720", Draw("V\nE\nR\nT\nI\nC\nA\nL", 0, 1, 60, size: 64)), ("VERTICAL", 0, 1));

    [RequiresTextFact]
    public void Text_MasksAndTags_AreAsTheyStand() => AssertTexts(
        Plain("signs", 1.5, Draw("********", 0, 1.5, 30, size: 34), Draw("#MondayMotivation", 0, 1.5, 110, size: 34),
            Draw("info@my-site.co.uk", 0, 1.5, 190, size: 34), Draw("25 °C", 0, 1.5, 270, size: 34)),
        ("********", 0, 1.5), ("#MondayMotivation", 0, 1.5), ("info@my-site.co.uk", 0, 1.5), ("25 °C", 0, 1.5));

    [RequiresTextFact]
    public void Text_OverNoise_IsOneRecord() => AssertTexts(
        Plain("noise", 3, Draw("LOST SIGNAL", 0, 3, 150, size: 40), "noise=alls=60:allf=t"), ("LOST SIGNAL", 0, 3));

    private static void AssertTexts(string path, params (string Text, double Start, double End)[] expected)
    {
        var records = Read(path);
        Assert.Equal(expected.Select(e => e.Text).Order(StringComparer.Ordinal), records.Select(r => r.Text).Order(StringComparer.Ordinal));
        foreach (var (text, start, end) in expected)
        {
            var record = records.Single(r => r.Text == text);
            Assert.InRange(record.StartSeconds, start - 0.2, start + 0.2);
            Assert.InRange(record.EndSeconds, end - 0.2, end + 0.2);
        }
    }

    private static List<VideoText> Read(string path) => [.. Sessions.Records<VideoText>(new AnalysisRequest(new TextOptions()), path)];

    private static string Plain(string name, double seconds, params string[] filters) =>
        Make(name, ["-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"{Flat}:d={seconds}")], seconds, filters);

    private static string Film(string name, double seconds, params string[] filters) =>
        Make(name, ["-ss", "8", "-i", RealClips.BigBuckBunny!], seconds, ["scale=1280:720", .. filters]);

    private static string Make(string name, string[] input, double seconds, string[] filters) =>
        MediaCache.GetOrCreate("text-kind-" + name, name + ".mp4", string.Join(',', filters), target => Ffmpeg.Run(
            [.. input, "-an", "-vf", string.Join(',', filters), "-t", seconds.ToString(CultureInfo.InvariantCulture),
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", target]));

    private static string Draw(
        string text, double start, double end, int y, int size = 30, string x = "(w-tw)/2", string style = "fontcolor=white:borderw=2",
        string? enable = null)
    {
        // A file, because drawtext's own escapes are three layers deep; the cache's key holds its name, which holds the text.
        var file = MediaCache.GetOrCreate("text-kind-line", "line.txt", text, target => File.WriteAllText(target, text));
        var shown = enable ?? string.Create(CultureInfo.InvariantCulture, $"between(t,{start},{end - 0.001})");
        return $"drawtext=fontfile='{Fonts.Latin[1]}':textfile='{file}':expansion=none:fontsize={size}:x={x}:y={y}:{style}:enable='{shown}'";
    }
}
