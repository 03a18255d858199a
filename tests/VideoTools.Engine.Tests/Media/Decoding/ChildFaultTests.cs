using System.Diagnostics;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Ffmpeg;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>What is done to a decoder, or what it does beside its work, is not the file's fault and costs nothing. Unix: its tools are scripts.</summary>
public sealed class ChildFaultTests : DecodingTestBase
{
    private static string Clip() => TestClip.Make("fault.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-c:v", "mpeg4", "-g", "5");

    private static DecodePlan Plan() => new() { Source = Probe(Clip()), AnalysisLongSide = 64 };

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("kill -KILL $$", "SIGKILL")]
    [InlineData("kill -TERM $$", "SIGTERM")]
    [InlineData("exit 137", "SIGKILL")]
    [InlineData("exit 255", "told to end")]
    public void Decode_DecoderThatWasEnded_IsNotBlamedOnTheFile(string script, string how)
    {
        using var fake = new LoggingTools(script, "exit 1");

        var error = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(Plan(), new CollectingSink())).Error;

        Assert.Equal(VideoErrorId.DecoderFailed, error.Id);
        Assert.Contains(how, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", error.Message + error.RecommendedAction, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_DecoderThatWasKilledAmongItsFrames_IsNotBlamedOnTheFile()
    {
        using var fake = new LoggingTools($"'{Tools.Ffmpeg}' \"$@\" | head -c 100000; kill -KILL $$", "exit 1");

        var error = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(Plan(), new CollectingSink())).Error;

        Assert.Contains("SIGKILL", error.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_FfprobeThatWasKilled_IsNotBlamedOnTheFile()
    {
        using var fake = new LoggingTools("exit 1", "kill -KILL $$");

        var error = Assert.Throws<VideoToolsException>(() => new Prober(fake.Tools).Probe(Clip())).Error;

        Assert.Equal(VideoErrorId.DecoderFailed, error.Id);
        Assert.Contains("SIGKILL", error.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void ReadStill_FfmpegThatWasKilled_IsNotBlamedOnTheFile()
    {
        using var fake = new LoggingTools("kill -KILL $$", "exit 1");
        var reader = new StillReader(fake.Tools, TimeSpan.FromSeconds(30));

        var error = Assert.Throws<VideoToolsException>(() => reader.Read(Probe(Clip()), TimeSpan.Zero, 64, CancellationToken.None)).Error;

        Assert.Contains("SIGKILL", error.Message, StringComparison.Ordinal);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("exec cat /dev/urandom")]
    [InlineData("exec cat /dev/zero")]
    [InlineData("exec yes")]
    [InlineData("'FFMPEG' \"$@\"; exec cat /dev/zero")]
    public void Decode_DecoderThatWritesOn_IsEndedAtOnce(string script)
    {
        using var fake = new LoggingTools(script.Replace("FFMPEG", Tools.Ffmpeg, StringComparison.Ordinal), "exit 1");
        var plan = Plan();
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(plan, new CollectingSink())).Error;

        // It waited 10 s for an end that could not come; the bound only tells that from a busy machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed}");
        Assert.Equal(VideoErrorId.DecoderFailed, error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void ReadStill_FfmpegThatWritesOn_IsEndedAtOnce()
    {
        using var fake = new LoggingTools("exec cat /dev/zero", "exit 1");
        var source = Probe(Clip());
        var watch = Stopwatch.StartNew();

        Assert.Throws<VideoToolsException>(
            () => new StillReader(fake.Tools, TimeSpan.FromSeconds(30)).Read(source, TimeSpan.Zero, 64, CancellationToken.None));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(69)]
    [InlineData(128 + 11)]
    [InlineData(128 + 6)]
    [InlineData(null)]
    public void FromOutside_AnEndOfItsOwn_IsNone(int? exitCode) => Assert.Null(ChildEnd.FromOutside(exitCode));

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_TheChildHasALimitOfItsMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Other systems have none that can be set for a child.
        }

        // The script waits until its own limit is there, and says so by how it ends.
        using var fake = new LoggingTools(
            "for i in $(seq 500); do l=$(awk '/^Max data size/ { print $4 }' /proc/$$/limits); [ \"$l\" != unlimited ] && { echo \"limit $l\" >&2; exit 3; }; sleep 0.02; done; exit 4",
            "exit 1");
        var plan = Plan();

        var error = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(plan, new CollectingSink())).Error;

        Assert.Contains(FormattableString.Invariant($"limit {DecoderMemory.Limit(plan)}"), error.Message, StringComparison.Ordinal);
    }
}
