using System.Diagnostics;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Ffmpeg;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>Damage, cuts, stalls, cancellation and missing tools. The fake tools are shell scripts, so those tests are for Unix.</summary>
public sealed class FailureTests : DecodingTestBase
{
    private static string Clip() => TestClip.Make(
        "long.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=8", "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-movflags", "+faststart");

    private static string LongClip() => TestClip.Make(
        "longer.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=120", "-c:v", "libx264", "-preset", "ultrafast", "-g", "250");

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_DamagedFile_GoesOnAndCounts()
    {
        var bytes = File.ReadAllBytes(Clip());
        var random = new Random(3);
        for (var i = 0; i < 400; i++)
        {
            bytes[random.Next(bytes.Length / 3, 2 * bytes.Length / 3)] = (byte)random.Next(256);
        }

        var (sink, summary) = Decode(TestClip.Write("damaged.mp4", bytes));

        Assert.Equal(RecordStatus.Damaged, summary.Status);
        Assert.True(summary.DecodeErrorCount > 0);
        Assert.InRange(sink.Frames.Count, 130, 200);
        Assert.Equal(199 * 512, sink.Frames[^1].Pts);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Mp4CutOff_IsTruncated()
    {
        var bytes = File.ReadAllBytes(Clip());

        var (sink, summary) = Decode(TestClip.Write("cut.mp4", bytes[..(bytes.Length / 2)]));

        Assert.Equal(RecordStatus.Truncated, summary.Status);
        Assert.InRange(sink.Frames.Count, 40, 160);
        Assert.InRange(summary.EndSeconds, 1.6, 6.4);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_MatroskaCutOff_IsTruncated()
    {
        var bytes = File.ReadAllBytes(TestClip.Make("long.mkv", "-i", Clip(), "-c", "copy"));

        var (_, summary) = Decode(TestClip.Write("cut.mkv", bytes[..(bytes.Length / 2)]));

        Assert.Equal(RecordStatus.Truncated, summary.Status);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_WholeFile_IsOk()
    {
        var (_, summary) = Decode(TestClip.Make("long.mkv", "-i", Clip(), "-c", "copy"));

        Assert.Equal((RecordStatus.Ok, 0L), (summary.Status, summary.DecodeErrorCount));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_FileWithoutOneFrame_NoFrames()
    {
        var bytes = File.ReadAllBytes(TestClip.Make("short.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=0.2", "-c:v", "libx264", "-movflags", "+faststart"));
        var data = bytes.AsSpan().IndexOf("mdat"u8) + 4;
        bytes.AsSpan(data).Clear();
        var path = TestClip.Write("noframes.mp4", bytes);

        var e = Assert.Throws<VideoToolsException>(() => Decode(path));

        Assert.Equal(VideoErrorId.NoFrames, e.Error.Id);
        Assert.Equal(path, e.Error.FullName);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_FileGoneAfterTheProbe_IsAnErrorOfTheFile()
    {
        var path = TestClip.Write("gone.mp4", File.ReadAllBytes(Clip()));
        var plan = new DecodePlan { Source = Probe(path), AnalysisLongSide = 64 };
        File.Delete(path);

        var e = Assert.Throws<VideoToolsException>(() => new MediaDecoder(Tools).Decode(plan, new CollectingSink()));

        Assert.Equal(VideoErrorId.NoFrames, e.Error.Id);
        Assert.Contains("No such file", e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Cancelled_EndsAtOnceAndLeavesNoChild()
    {
        using var log = new LoggingTools(Tools);
        using var cancel = new CancellationTokenSource();
        var plan = new DecodePlan { Source = Probe(LongClip()), AnalysisLongSide = 320 };
        var watch = new Stopwatch();
        var sink = new CollectingSink
        {
            KeepPictures = false,
            EachFrame = () =>
            {
                if (!cancel.IsCancellationRequested)
                {
                    watch.Start();
                    cancel.Cancel();
                }
            },
        };

        Assert.ThrowsAny<OperationCanceledException>(() => new MediaDecoder(log.Tools).Decode(plan, sink, cancel.Token));

        // The aim is 200 ms; the bound only catches a hang on a busy machine.
        Assert.True(watch.ElapsedMilliseconds < 3000, $"{watch.ElapsedMilliseconds} ms");
        AssertGone(log);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public async Task Decode_CancelledWhileTheChildIsSilent_EndsAtOnce()
    {
        using var fake = new LoggingTools("echo $$ >> \"$(dirname \"$0\")/starts\"\nsleep 60", "exit 1");
        using var cancel = new CancellationTokenSource();
        var plan = new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64 };
        var decode = Task.Run(() => new MediaDecoder(fake.Tools).Decode(plan, new CollectingSink(), cancel.Token));
        while (fake.StartCount == 0)
        {
            await Task.Delay(10);
        }

        var watch = Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decode);

        Assert.True(watch.ElapsedMilliseconds < 3000, $"{watch.ElapsedMilliseconds} ms");
        AssertGone(fake);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_CancelledBefore_StartsNothing()
    {
        using var log = new LoggingTools(Tools);
        var plan = new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64 };

        Assert.ThrowsAny<OperationCanceledException>(
            () => new MediaDecoder(log.Tools).Decode(plan, new CollectingSink(), new CancellationToken(true)));

        Assert.Equal(0, log.StartCount);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SinkThrows_LeavesNoChild()
    {
        using var log = new LoggingTools(Tools);
        var plan = new DecodePlan { Source = Probe(LongClip()), AnalysisLongSide = 320 };
        var sink = new CollectingSink { EachFrame = () => throw new InvalidDataException("of the sink") };

        var e = Assert.Throws<InvalidDataException>(() => new MediaDecoder(log.Tools).Decode(plan, sink));

        Assert.Equal("of the sink", e.Message);
        AssertGone(log);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SatisfiedSink_LeavesNoChild()
    {
        using var log = new LoggingTools(Tools);
        var plan = new DecodePlan { Source = Probe(LongClip()), AnalysisLongSide = 320 };

        new MediaDecoder(log.Tools).Decode(plan, new CollectingSink { StopAfter = 1 });

        AssertGone(log);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SilentChild_IsStalled()
    {
        using var fake = new LoggingTools("echo $$ >> \"$(dirname \"$0\")/starts\"\nsleep 60", "exit 1");
        var plan = new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64, StallTimeout = TimeSpan.FromMilliseconds(300) };

        var e = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(plan, new CollectingSink()));

        Assert.Equal(VideoErrorId.DecoderStalled, e.Error.Id);
        AssertGone(fake);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SlowSink_IsNoStall()
    {
        var waited = false;
        var sink = new CollectingSink
        {
            EachFrame = () =>
            {
                if (!waited)
                {
                    waited = true;
                    Thread.Sleep(3500);
                }
            },
        };
        var plan = new DecodePlan { Source = Probe(LongClip()), AnalysisLongSide = 320, StallTimeout = TimeSpan.FromMilliseconds(3000) };

        var summary = new MediaDecoder(Tools).Decode(plan, sink);

        Assert.Equal(3000, summary.FrameCount);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("echo broken >&2; exit 3")]
    [InlineData("echo this is not NUT; exit 0")]
    [InlineData("kill -SEGV $$")]
    public void Decode_ChildThatMisbehaves_IsAnErrorOfTheFile(string script)
    {
        using var fake = new LoggingTools(script, "exit 1");
        var plan = new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64 };

        var e = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(plan, new CollectingSink()));

        Assert.True(e.Error.Id is VideoErrorId.NoFrames or VideoErrorId.DecoderFailed, e.Message);
        Assert.Equal(plan.Source.Info.FullName, e.Error.FullName);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_ChildThatDiesInTheMiddle_DecoderFailed()
    {
        // The first 300,000 bytes of the real output, then a crash.
        using var fake = new LoggingTools($"'{Tools.Ffmpeg}' \"$@\" | head -c 300000; kill -SEGV $$", "exit 1");
        var plan = new DecodePlan { Source = Probe(LongClip()), AnalysisLongSide = 320 };

        var e = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(plan, new CollectingSink()));

        Assert.Equal(VideoErrorId.DecoderFailed, e.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_EndlessMessages_AreBounded()
    {
        using var fake = new LoggingTools("yes 'a line of rubbish' | head -c 20000000 >&2; yes | tr -d '\\n' | head -c 5000000 >&2; exit 1", "exit 1");
        var plan = new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64 };

        var e = Assert.Throws<VideoToolsException>(() => new MediaDecoder(fake.Tools).Decode(plan, new CollectingSink()));

        Assert.True(e.Message.Length < 20000);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_SilentFfprobe_ProbeTimeout()
    {
        using var fake = new LoggingTools("exit 1", "echo $$ >> \"$(dirname \"$0\")/starts\"\nsleep 60");

        var e = Assert.Throws<VideoToolsException>(() => new Prober(fake.Tools, TimeSpan.FromMilliseconds(300)).Probe(Clip()));

        Assert.Equal(VideoErrorId.ProbeTimeout, e.Error.Id);
        AssertGone(fake);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public async Task Probe_Cancelled_EndsAtOnce()
    {
        using var fake = new LoggingTools("exit 1", "echo $$ >> \"$(dirname \"$0\")/starts\"\nsleep 60");
        using var cancel = new CancellationTokenSource();
        var probe = Task.Run(() => new Prober(fake.Tools).Probe(Clip(), cancellationToken: cancel.Token));
        while (fake.StartCount == 0)
        {
            await Task.Delay(10);
        }

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);
        AssertGone(fake);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_AnswerThatIsNoJson_InvalidVideo()
    {
        using var fake = new LoggingTools("exit 1", "echo '{ \"streams\": [ {'");

        var e = Assert.Throws<VideoToolsException>(() => new Prober(fake.Tools).Probe(Clip()));

        Assert.Equal(VideoErrorId.InvalidVideo, e.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_EndlessAnswer_IsRefused()
    {
        using var fake = new LoggingTools("exit 1", "yes");

        var e = Assert.Throws<VideoToolsException>(() => new Prober(fake.Tools).Probe(Clip()));

        Assert.Equal(VideoErrorId.InvalidVideo, e.Error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Start_ToolThatCannotRun_DecoderMissing()
    {
        var path = TestClip.Write("notexecutable", [1, 2, 3]);
        var plan = new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64 };

        var e = Assert.Throws<VideoToolsException>(() => new MediaDecoder(new FfmpegTools(path, path)).Decode(plan, new CollectingSink()));

        Assert.Equal(VideoErrorId.DecoderMissing, e.Error.Id);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(HardwareAcceleration.Auto)]
    [InlineData(HardwareAcceleration.Cuda)]
    [InlineData(HardwareAcceleration.D3D11VA)]
    public void Decode_HardwareThatMayBeMissing_FallsBack(HardwareAcceleration acceleration)
    {
        var (sink, summary) = Decode(Clip(), p => p with { HardwareAcceleration = acceleration });

        Assert.Equal(200, sink.Frames.Count);
        Assert.Equal(RecordStatus.Ok, summary.Status);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SoundThatKeepsFfmpegWaiting_IsDeliveredByASecondChild()
    {
        // As ffmpeg behaves when a stream begins too late: it fails before it has written a byte.
        using var fake = new LoggingTools(
            "echo $$ >> \"$(dirname \"$0\")/starts\"\ncase \"$*\" in *rawvideo*pcm_s16le*) echo '[fatal] Too many packets buffered for output stream 0:0.' >&2; exit 1;; esac\n"
                + $"exec '{Tools.Ffmpeg}' \"$@\"",
            "exit 1");
        var path = TestClip.Make(
            "with-sound.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2", "-c:v", "libx264", "-c:a", "aac");
        var sink = new CollectingSink();

        var summary = new MediaDecoder(fake.Tools).Decode(new DecodePlan { Source = Probe(path), AnalysisLongSide = 64, AudioTracks = [0] }, sink);

        Assert.Equal(3, fake.StartCount);
        Assert.Equal(50, summary.FrameCount);
        Assert.Equal(50, sink.Frames.Count);
        Assert.InRange(sink.Samples.Count, 31000, 33000);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SoundOnlyOfAWholeFile_IsNotCalledTruncated()
    {
        var path = TestClip.Make(
            "with-sound.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2", "-c:v", "libx264", "-c:a", "aac");
        var (sink, summary) = Decode(path, p => p with { AnalysisLongSide = 0, AudioTracks = [0] });
        Assert.Equal((RecordStatus.Ok, 0), (summary.Status, sink.Frames.Count));
        Assert.InRange(sink.Samples.Count, 31000, 33000);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("mp4")]
    [InlineData("mkv")]
    [InlineData("ts")]
    public void Decode_FuzzedFile_EndsWithFramesOrANamedError(string extension)
    {
        var whole = File.ReadAllBytes(TestClip.Make(
            "fuzz." + extension, "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "libx264", "-c:a", "aac"));
        var random = new Random(11);
        for (var round = 0; round < 8; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = 0; i < 30; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            // Headers are where the dangerous numbers are.
            bytes[random.Next(Math.Min(bytes.Length, 600))] ^= 0xFF;
            var path = TestClip.Write($"fuzz-{round}.{extension}", bytes);
            var found = Record.Exception(() => Decode(path, p => p with { AudioTracks = p.Source.AudioStreamIndexes.Count > 0 ? [0] : [] }));
            Assert.True(found is null or VideoToolsException { Error.Id: not VideoErrorId.InternalError }, $"round {round}: {found}");
        }
    }

    private static void AssertGone(LoggingTools log)
    {
        Assert.Equal(1, log.StartCount);
        if (OperatingSystem.IsLinux())
        {
            // A zombie would still have its folder; the decoder must have collected it.
            Assert.False(Directory.Exists($"/proc/{log.Started[0]}"), $"process {log.Started[0]} is left");
        }
    }
}
