using System.Globalization;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Decoding.Times;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>The command line alone: no child is started here.</summary>
public sealed class DecoderArgumentsTests
{
    private static readonly ProbeResult _source = new()
    {
        Info = new VideoInfo
        {
            FullName = "/videos/-i %d.mp4",
            Container = "mov,mp4,m4a,3gp,3g2,mj2",
            Width = 1920,
            Height = 1080,
            CodedWidth = 1920,
            CodedHeight = 1080,
            FrameRate = new Rational(24000, 1001),
            FramesPerSecond = 24000 / 1001.0,
            TimeBase = new Rational(1, 24000),
        },
        VideoStreamIndex = 2,
        AudioStreamIndexes = [1, 4],
        Build = new FfmpegBuild("5.1", 5, 1, true),
    };

    private static readonly string _clock = PipeTime.Pictures(new Rational(1, 24000), null, null);

    private static readonly DecodePlan _plan = new() { Source = _source, AnalysisLongSide = 320 };

    [Fact]
    public void Build_InterlacedSource_SmallPicturesTakeOneField()
    {
        var interlaced = _source with { IsInterlaced = true };

        AssertPair(
            Build(_plan with { Source = interlaced }), "-filter:v:0", $"{_clock},field=top,scale=320:180:flags=area:out_range=tv,format=yuv420p,setsar=1");
        AssertPair(
            Build(_plan with { Source = interlaced, AnalysisLongSide = 1920 }),
            "-filter:v:0",
            $"{_clock},scale=1920:1080:flags=area:out_range=tv,format=yuv420p,setsar=1");
    }

    [Fact]
    public void Build_AnyPlan_IsSafeAndExact()
    {
        var arguments = Build(_plan);

        AssertPair(arguments, "-i", "file:/videos/-i %d.mp4");
        AssertPair(arguments, "-protocol_whitelist", "file,pipe");
        AssertPair(arguments, "-fps_mode", "passthrough");
        AssertPair(arguments, "-enc_time_base:v", "1:24000");
        AssertPair(arguments, "-map", "0:2");
        AssertPair(arguments, "-filter:v:0", _clock + ",scale=320:180:flags=area:out_range=tv,format=yuv420p,setsar=1");
        Assert.Contains("-nostdin", arguments);
        Assert.Contains("-noautorotate", arguments);
        Assert.Contains("-copyts", arguments);
        Assert.True(Index(arguments, "-protocol_whitelist") < Index(arguments, "-i"), "options of the input come before it");
        Assert.Equal("pipe:1", arguments[^1]);
    }

    [Theory]
    [InlineData("hls")]
    [InlineData("concat")]
    [InlineData("dash")]
    [InlineData("sdp")]
    [InlineData("image2")]
    [InlineData("lavfi")]
    [InlineData("imf")]
    [InlineData("tty")]
    [InlineData("avisynth")]
    [InlineData("rtsp")]
    [InlineData("webm_dash_manifest")]
    [InlineData("vapoursynth")]
    [InlineData("libgme")]
    [InlineData("ffmetadata")]
    public void FormatWhitelist_FormatThatOpensOthers_IsNotThere(string format) =>
        Assert.DoesNotContain(format, InputSafety.FormatWhitelist.Split(','));

    [Fact]
    public void Build_AllStreams_MapsEachOnceInOrder()
    {
        var arguments = Build(_plan with { Stills = [new StillSelection(960, FrameFormat.Rgb24, 2.5)], AudioTracks = [1] });

        var maps = arguments.Select((a, i) => (a, i)).Where(x => x.a == "-map").Select(x => arguments[x.i + 1]);
        Assert.Equal(["0:2", "0:2", "0:4"], maps);
        var stills = arguments[Index(arguments, "-filter:v:1") + 1];
        Assert.StartsWith(_clock + ",select=", stills, StringComparison.Ordinal);
        Assert.Contains("/2.5)", stills, StringComparison.Ordinal);
        Assert.Contains("scale=960:540:flags=area,format=rgb24", stills, StringComparison.Ordinal);
        AssertPair(arguments, "-c:a", "pcm_s16le");
    }

    [Fact]
    public void Build_GermanCulture_ChangesNothing()
    {
        var plan = _plan with { Stills = [new StillSelection(960, FrameFormat.Rgb24, 2.5)], From = TimeSpan.FromSeconds(7.25), To = TimeSpan.FromSeconds(9.5), AudioTracks = [0] };
        var expected = Build(plan);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, Build(plan));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Build_Range_SeeksBeforeItAndTrimsExactly()
    {
        var arguments = Build(_plan with { From = TimeSpan.FromSeconds(10), To = TimeSpan.FromSeconds(20) });

        AssertPair(arguments, "-ss", "9.500000");
        Assert.Contains("-noaccurate_seek", arguments);
        // Two seconds more: the frame behind the range tells how long its last one stands.
        Assert.StartsWith(
            PipeTime.Pictures(new Rational(1, 24000), 240000, 480000) + ",trim=start_pts=240000:end_pts=528000,",
            arguments[Index(arguments, "-filter:v:0") + 1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OldFfmpeg_GetsTheOldOption()
    {
        var arguments = Build(_plan with { Source = _source with { Build = new FfmpegBuild("4.4", 4, 4, true) } });

        AssertPair(arguments, "-vsync", "passthrough");
        Assert.DoesNotContain("-fps_mode", arguments);
    }

    [Theory]
    [InlineData(SpeedMode.Exact, false)]
    [InlineData(SpeedMode.Fast, true)]
    public void Build_Speed_ShortcutsOnlyWhereAllowed(SpeedMode speed, bool expected) =>
        Assert.Equal(expected, Build(_plan with { Speed = speed }).Contains("-skip_loop_filter"));

    [Fact]
    public void Build_WhatElseIsAskedFor_ChangesNoOptionOfTheDecoder()
    {
        var alone = Build(_plan);
        var inCompany = Build(_plan with { Stills = [new StillSelection(960, FrameFormat.Rgb24, 1)], AudioTracks = [0] });

        Assert.Equal(alone.TakeWhile(a => a != "-map"), inCompany.TakeWhile(a => a != "-map"));
        Assert.Equal(alone[Index(alone, "-filter:v:0") + 1], inCompany[Index(inCompany, "-filter:v:0") + 1]);
    }

    [Fact]
    public void Build_DistinctStillsAndTracks_AreStreamsOfTheirOwn()
    {
        StillSelection[] stills = [new(960, FrameFormat.Rgb24, 2.5), new(640, FrameFormat.Yuv420P, 0)];
        var arguments = Build(_plan with { Stills = stills, AudioTracks = [1, 0] });

        Assert.Equal(["0:2", "0:2", "0:2", "0:4", "0:1"], arguments.Where((_, i) => i > 0 && arguments[i - 1] == "-map"));
        Assert.StartsWith(_clock + ",scale=640:360:", arguments[Index(arguments, "-filter:v:2") + 1], StringComparison.Ordinal);
        Assert.Contains("-filter:a:1", arguments);
    }

    [Fact]
    public void Build_HardwareAndThreads_AreInputOptions()
    {
        var arguments = Build(_plan with { HardwareAcceleration = HardwareAcceleration.Cuda, Threads = 3 });

        AssertPair(arguments, "-hwaccel", "cuda");
        AssertPair(arguments, "-threads", "3");
        Assert.True(Index(arguments, "-threads") < Index(arguments, "-i"), "threads of the decoder");
        Assert.DoesNotContain("-hwaccel", Build(_plan));
    }

    [Theory]
    [InlineData(90, "transpose=clock")]
    [InlineData(180, "hflip,vflip")]
    [InlineData(270, "transpose=cclock")]
    public void Build_Rotation_ComesAfterTheScaling(int rotation, string filter)
    {
        var upright = rotation == 180 ? (1920, 1080) : (1080, 1920);
        var source = _source with { Info = _source.Info with { Rotation = rotation, Width = upright.Item1, Height = upright.Item2 } };

        var chain = Build(_plan with { Source = source }).First(a => a.StartsWith("setpts=", StringComparison.Ordinal));

        Assert.StartsWith(_clock + ",scale=320:180:", chain, StringComparison.Ordinal);
        Assert.Contains(",format=yuv420p," + filter, chain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000_000, 24000)]
    [InlineData(417083, 1001)] // 1001/24000 s = 0.0417083333, as VideoFrame.Time rounds it.
    [InlineData(417084, 1002)]
    [InlineData(834167, 2002)] // 0.0834166667, rounded up.
    [InlineData(0, 0)]
    public void FirstPtsAt_Time_IsTheFirstFrameNotBefore(long ticks, long expected) =>
        Assert.Equal(expected, DecodeLayout.FirstPtsAt(new TimeSpan(ticks), new Rational(1, 24000)));

    [Fact]
    public void Map_RefinedTimeBase_IsTakenBackExactly()
    {
        var mapper = new PipeTime(new Rational(1, 48000), new Rational(1001, 24000), 3600, 0);

        Assert.Equal(0, mapper.Map(3600 * 48000));
        Assert.Equal(1, mapper.Map((3600 * 48000) + 2002));
        Assert.Equal(7, mapper.Map((3600 * 48000) + (7 * 2002)));
    }

    [Fact]
    public void Map_RepeatedOrEarlierTime_MovesToTheNextUnit()
    {
        var mapper = new PtsMapper(new PipeTime(new Rational(1, 64000), new Rational(1, 1000), 3600, 5000));
        long At(long ms, int ticks = 0) => mapper.Map(((3_605_000 + ms) * 64) + ticks);

        Assert.Equal([-20, 40, 41, 42, 80], [At(-20), At(40), At(40, 1), At(40, 2), At(80)]);
    }

    [Fact]
    public void Number_StillsBeforeAndAfterTheirFrames_HaveTheirNumber()
    {
        var numbering = new StillNumbering();
        Assert.False(numbering.IsKnown(0));
        for (var i = 0; i < 10; i++)
        {
            numbering.Add(i * 40, i * 40, i);
        }

        Assert.True(numbering.IsKnown(360));
        Assert.False(numbering.IsKnown(400));
        Assert.Equal((0, 0), numbering.Find(0));
        Assert.Equal((200, 5), numbering.Find(200));
        Assert.Equal((360, 9), numbering.Find(360));
    }

    [Theory]
    [InlineData("yuv420p", 8)]
    [InlineData("yuv420p10le", 10)]
    [InlineData("yuva444p12be", 12)]
    [InlineData("p010le", 10)]
    [InlineData("gray16le", 16)]
    [InlineData("gbrp14le", 14)]
    [InlineData("rgb48be", 16)]
    [InlineData("rgb24", 8)]
    [InlineData("nv12", 8)]
    [InlineData("pal8", 8)]
    [InlineData("nv16", 8)]
    [InlineData("yuv410p", 8)]
    public void BitDepth_PixelFormat_FromItsName(string format, int expected) => Assert.Equal(expected, PixelFormats.BitDepth(format, null));

    [Theory]
    [InlineData("[h264 @ 0x1] [error] error while decoding MB 3 4, bytestream -5", 1, false)]
    [InlineData("[error] Error while decoding stream #0:0: Invalid data found when processing input", 0, false)]
    [InlineData("[mov,mp4 @ 0x1] [error] stream 0, offset 0x3029: partial file", 0, true)]
    [InlineData("[matroska,webm @ 0x1] [error] File ended prematurely at pos. 5", 0, true)]
    public void Add_Line_CountsErrorsNotEchoes(string line, int errors, bool truncated)
    {
        var log = new DecoderLog();

        log.Add(line);

        Assert.Equal((errors, truncated), (log.ErrorCount, log.IsTruncated));
        Assert.Equal(line.Replace(" @ 0x1", "", StringComparison.Ordinal), log.Tail);
    }

    [Fact]
    public void Map_HdrCurve_GrowsFromBlackToWhite()
    {
        foreach (var isPq in new[] { true, false })
        {
            var values = Enumerable.Range(0, 101).Select(i => HdrCurve.Map(i / 100.0, isPq)).ToArray();

            Assert.Equal(0, values[0], 3);
            Assert.Equal(1, values[^1], 2);
            Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second >= pair.First));
        }
    }

    private static IReadOnlyList<string> Build(DecodePlan plan) => DecoderArguments.Build(plan, DecodeLayout.Create(plan));

    private static int Index(IReadOnlyList<string> arguments, string name) => arguments.ToList().IndexOf(name);

    private static void AssertPair(IReadOnlyList<string> arguments, string name, string value) =>
        Assert.Contains(value, arguments.Select((a, i) => (a, i)).Where(x => x.a == name).Select(x => arguments[x.i + 1]));
}
