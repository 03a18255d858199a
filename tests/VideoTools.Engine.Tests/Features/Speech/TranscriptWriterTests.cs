using System.Globalization;
using System.Text.Json;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Transcripts;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class TranscriptWriterTests : IDisposable
{
    private static readonly TranscriptFiles Files = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotools-transcript-");

    private readonly TranscriptSegment[] _segments =
    [
        SubtitleLayoutTests.Segment(1, 1.5, 3.25, "Hello, <world> & all.", true),
        SubtitleLayoutTests.Segment(2, 3725.004, 3727, "Grüße.", true),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Format_Srt_IsExact() => Assert.Equal(
        "1\n00:00:01,500 --> 00:00:03,250\nHello, <world> & all.\n\n2\n01:02:05,004 --> 01:02:07,000\nGrüße.\n\n",
        TranscriptWriter.Format(_segments, TranscriptFormat.Srt));

    [Fact]
    public void Format_Vtt_IsExactAndEscaped() => Assert.Equal(
        "WEBVTT\n\n00:00:01.500 --> 00:00:03.250\nHello, &lt;world&gt; &amp; all.\n\n01:02:05.004 --> 01:02:07.000\nGrüße.\n\n",
        TranscriptWriter.Format(_segments, TranscriptFormat.Vtt));

    [Fact]
    public void Format_Txt_IsALineASegment() =>
        Assert.Equal("Hello, <world> & all.\nGrüße.\n", TranscriptWriter.Format(_segments, TranscriptFormat.Txt));

    [Fact]
    public void Format_GermanCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var formats = Enum.GetValues<TranscriptFormat>();
        var expected = formats.Select(f => TranscriptWriter.Format(_segments, f)).ToArray();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, formats.Select(f => TranscriptWriter.Format(_segments, f)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Format_Json_HoldsSegmentsAndWords()
    {
        using var json = JsonDocument.Parse(TranscriptWriter.Format(_segments, TranscriptFormat.Json));
        var root = json.RootElement;
        Assert.True(root.GetProperty("hasSpeech").GetBoolean());
        Assert.Equal("Hello, <world> & all. Grüße.", root.GetProperty("text").GetString());
        Assert.Equal(5, root.GetProperty("wordCount").GetInt32());
        var segment = root.GetProperty("segments")[0];
        Assert.Equal(1.5, segment.GetProperty("start").GetDouble());
        Assert.Equal(4, segment.GetProperty("words").GetArrayLength());
    }

    [Fact]
    public void Format_NoSpeech_SaysWhy()
    {
        TranscriptSegment[] none = [new() { FullName = "/videos/a.mp4", Index = 0, HasSpeech = false, SkipReason = SpeechSkipReason.NoAudioTrack }];
        using var json = JsonDocument.Parse(TranscriptWriter.Format(none, TranscriptFormat.Json));
        Assert.Equal("NoAudioTrack", json.RootElement.GetProperty("skipReason").GetString());
        Assert.Equal("", TranscriptWriter.Format(none, TranscriptFormat.Srt));
        Assert.Equal("WEBVTT\n\n", TranscriptWriter.Format(none, TranscriptFormat.Vtt));
    }

    [Fact]
    public void Save_ExistingFile_NeedsForce()
    {
        var path = Path.Combine(_folder.FullName, "talk.srt");
        Files.Save(_segments, path, TranscriptFormat.Srt, force: false);
        var error = Assert.Throws<VideoToolsException>(() => Files.Save(_segments[..1], path, TranscriptFormat.Srt, force: false));
        Assert.Equal(VideoErrorId.OutputExists, error.Error.Id);
        Assert.Contains("Grüße", File.ReadAllText(path), StringComparison.Ordinal);
        Files.Save(_segments[..1], path, TranscriptFormat.Srt, force: true);
        Assert.DoesNotContain("Grüße", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void Save_DirectoryInTheWay_IsUnwritableAndLeavesNothing()
    {
        var path = Path.Combine(_folder.FullName, "talk.srt");
        Directory.CreateDirectory(path);
        var error = Assert.Throws<VideoToolsException>(() => Files.Save(_segments, path, TranscriptFormat.Srt, force: true));
        Assert.Equal(VideoErrorId.OutputUnwritable, error.Error.Id);
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData("/videos/my.talk.mp4", null, "/videos/my.talk.srt")]
    [InlineData("/videos/talk.mp4", "/out", "/out/talk.srt")]
    public void GetPath_Video_IsBesideItOrInTheDirectory(string video, string? directory, string expected) =>
        Assert.Equal(expected, Files.GetPath(video, TranscriptFormat.Srt, directory).Replace('\\', '/'));
}
