using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>Files with sound only: what they say of themselves, every sample at its time, exact ranges, clear errors.</summary>
public sealed class SoundFileTests : DecodingTestBase
{
    private const double Seconds = 4;
    private const int Rate = 16000;

    // A beep from second 2 to 3 shows where the samples are.
    private static readonly string[] Beep =
        ["-f", "lavfi", "-i", "aevalsrc='if(between(t,2,3),0.5*sin(2*PI*440*t),0)':s=44100:d=4"];

    // Name of the file, and what ffmpeg is told before it.
    public static TheoryData<string, string[]> Files => new()
    {
        { "beep.wav", [.. Beep] },
        { "beep.flac", [.. Beep] },
        { "beep.m4a", [.. Beep, "-c:a", "aac"] },
        { "beep.mp3", [.. Beep, "-c:a", "libmp3lame"] },
        { "beep.ogg", [.. Beep, "-c:a", "libvorbis"] },
        { "beep.opus", [.. Beep, "-c:a", "libopus"] },
        { "beep.mka", [.. Beep, "-c:a", "flac"] },
        { "beep.mp4", [.. Beep, "-c:a", "aac"] },
        { "beep.webm", [.. Beep, "-c:a", "libopus"] },
        { "beep.ts", [.. Beep, "-c:a", "mp2"] },
        { "covered.mp3", [.. Beep, .. Cover, "-c:a", "libmp3lame", "-c:v", "copy"] },
        { "covered-song.m4a", [.. Beep, .. Cover, "-c:a", "aac", "-c:v", "copy", "-disposition:v:0", "attached_pic"] },
    };

    private static string[] Cover =>
    [
        "-i", TestClip.Make("song-cover.jpg", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1"), "-map", "0", "-map", "1",
    ];

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Files))]
    public void Probe_WhereSoundIsAccepted_TellsLengthTracksAndCovers(string name, string[] arguments)
    {
        var probe = Accept(TestClip.Make(name, arguments));

        Assert.False(probe.HasVideo);
        Assert.Equal(Seconds, probe.Info.DurationSeconds!.Value, 0.1);
        Assert.Equal((1, 0, (string?)null), (probe.Info.AudioTrackCount, probe.Info.Width, probe.Info.VideoCodec));
        Assert.Equal(name.StartsWith("covered", StringComparison.Ordinal) ? 1 : 0, probe.Info.CoverPictureCount);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Files))]
    public void Decode_SoundOnly_HasEverySampleAtItsTime(string name, string[] arguments)
    {
        var (sink, summary) = Listen(TestClip.Make(name, arguments));

        Assert.Equal(RecordStatus.Ok, summary.Status);
        Assert.Equal(Seconds, (double)sink.Samples.Count / Rate, 0.1);
        Assert.Equal(Seconds, summary.EndSeconds, 0.1);
        AssertBeep(sink, 2, 3);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Files))]
    public void Decode_RangeOfSoundOnly_IsCutToTheSample(string name, string[] arguments)
    {
        var (sink, _) = Listen(
            TestClip.Make(name, arguments), p => p with { From = TimeSpan.FromSeconds(1.5), To = TimeSpan.FromSeconds(2.5) });

        Assert.Equal(1.0, (double)sink.Samples.Count / Rate, 0.001);
        AssertBeep(sink, 0.5, 1);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Files))]
    public void Decode_RangeBehindTheSound_IsOneClearError(string name, string[] arguments)
    {
        var path = TestClip.Make(name, arguments);

        var error = Assert.Throws<VideoToolsException>(() => Listen(path, p => p with { From = TimeSpan.FromSeconds(60) })).Error;

        Assert.Equal(VideoErrorId.RangeOutsideVideo, error.Id);
        Assert.Contains("has no sound from", error.Message, StringComparison.Ordinal);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Files))]
    public void Probe_WhereAVideoIsWanted_SaysWhoTakesSound(string name, string[] arguments)
    {
        var path = TestClip.Make(name, arguments);

        var error = Assert.Throws<VideoToolsException>(() => Probe(path)).Error;

        Assert.Equal(VideoErrorId.NoVideoStream, error.Id);
        Assert.Contains("Get-VideoTranscript", error.RecommendedAction, StringComparison.Ordinal);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("cut.wav")]
    [InlineData("cut.flac")]
    public void Decode_SoundThatWasCutOff_IsTruncatedAndTellsItsEnd(string name)
    {
        var whole = File.ReadAllBytes(TestClip.Make("whole-" + name, "-f", "lavfi", "-i", "anoisesrc=d=8:a=0.3"));
        var path = TestClip.Write(name, whole[..(whole.Length / 2)]);

        var (sink, summary) = Listen(path);

        Assert.Equal(RecordStatus.Truncated, summary.Status);
        Assert.Equal((double)sink.Samples.Count / Rate, summary.EndSeconds, 0.1);
        Assert.InRange(summary.EndSeconds, 2, 6);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_EncryptedSound_SaysSo()
    {
        var path = TestClip.Make(
            "encrypted.m4a", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", "-f", "mp4", "-encryption_scheme", "cenc-aes-ctr",
            "-encryption_key", "00112233445566778899aabbccddeeff", "-encryption_kid", "00112233445566778899aabbccddee00");

        Assert.Equal(VideoErrorId.VideoEncrypted, Assert.Throws<VideoToolsException>(() => Accept(path)).Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_SubtitlesOnly_HaveNeitherVideoNorSound()
    {
        var text = TestClip.Write("lines.srt", "1\n00:00:00,000 --> 00:00:01,000\nHello\n"u8.ToArray());
        var path = TestClip.Make("lines.mkv", "-i", text, "-c:s", "srt");

        Assert.Equal(VideoErrorId.NoVideoStream, Assert.Throws<VideoToolsException>(() => Accept(path)).Error.Id);
    }

    private static ProbeResult Accept(string path) => new Prober(Tools).Probe(path, countFrames: false, AcceptedMedia.VideoOrSound, default);

    private static (CollectingSink Sink, DecodeSummary Summary) Listen(string path, Func<DecodePlan, DecodePlan>? change = null)
    {
        var plan = new DecodePlan { Source = Accept(path), AudioTracks = [0] };
        var sink = new CollectingSink();
        return (sink, new MediaDecoder(Tools).Decode(change is null ? plan : change(plan), sink));
    }

    private static void AssertBeep(CollectingSink sink, double start, double end)
    {
        var loud = sink.Samples.Index().Where(s => Math.Abs((int)s.Item) > 3000).Select(s => (double)s.Index / Rate).ToArray();
        Assert.Equal(start, loud[0], 0.06);
        Assert.Equal(end, loud[^1], 0.06);
    }
}
