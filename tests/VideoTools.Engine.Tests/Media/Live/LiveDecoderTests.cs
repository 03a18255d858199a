using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Live;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Live;

namespace VideoTools.Engine.Tests.Media.Live;

/// <summary>Pictures that show their number, through a pipe and through RTSP: what arrives, when, and what becomes of a cut.</summary>
public sealed class LiveDecoderTests
{
    private const int Rate = 25;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(60);

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Pipe_GivesFramesInOrderWithTheirTimes()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // mkfifo.
        }

        using var fifo = new Fifo();
        using var source = ToPipe(fifo);
        var sink = new NumberSink { Wanted = 50 };

        var summary = Decode(LiveSource.Parse(fifo.FullName), sink, _ => { });

        Assert.Equal(Enumerable.Range(sink.Numbers[0], sink.Numbers.Count), sink.Numbers);
        Assert.True(summary.FrameCount >= 50);
        Assert.All(sink.Times.Zip(sink.Times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SlowWork_DropsFramesAndGoesOnWithTheNewest()
    {
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, server.Feed);
        var (seen, fresh) = (0, 0);
        NumberSink? sink = null;
        sink = new NumberSink
        {
            Wanted = 60,
            OnNumber = number =>
            {
                if (++seen == 10)
                {
                    // Work that lasts as long as a hundred frames, however fast the machine is.
                    Assert.True(SpinWait.SpinUntil(() => source.Newest >= number + 100, Enough));
                    fresh = source.Newest;
                }
            },
        };

        Decode(LiveSource.Parse(server.Address()), sink, _ => { });

        // At most the places and what is on its way are behind: not the hundred that were made meanwhile.
        Assert.InRange(sink.Numbers[10], fresh - 50, fresh + 50);
        Assert.Equal(sink.Numbers.Order(), sink.Numbers);
        Assert.True(sink.Counts!().Dropped >= 50);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(true)]
    [InlineData(false)]
    public void Decode_SourceCutAndBack_GoesOnAndTellsTheGap(bool isPipe)
    {
        if (isPipe && OperatingSystem.IsWindows())
        {
            return;
        }

        using var fifo = OperatingSystem.IsWindows() ? null : new Fifo();
        using var server = new RtspServer();
        List<string> said = [];
        NumberedSource? source = null;
        var sink = new NumberSink { Wanted = 60 };
        var reconnected = 0;
        void Start() => source = isPipe ? ToPipe(fifo!) : new NumberedSource(Rate, server.Feed);
        sink.OnNumber = _ =>
        {
            if (sink.Numbers.Count == 25)
            {
                server.Cut();
                source!.Dispose();
                Task.Run(() =>
                {
                    // Back as soon as it was missed.
                    SpinWait.SpinUntil(() => Said(said, "was cut"), Enough);
                    server.Return();
                    reconnected = server.Connections;
                    Start();
                });
            }
        };

        Start();
        Decode(LiveSource.Parse(isPipe ? fifo!.FullName : server.Address()), sink, message =>
        {
            lock (said)
            {
                said.Add(message);
            }
        });
        source!.Dispose();

        Assert.True(sink.Numbers.Count >= 60);
        Assert.Equal(2, said.Count);
        Assert.Contains("was cut at", said[0], StringComparison.Ordinal);
        Assert.Contains("is back at", said[1], StringComparison.Ordinal);
        Assert.All(sink.Times.Zip(sink.Times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.True(isPipe || server.Connections > reconnected);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_AddressWithAPassword_ShowsItNowhere()
    {
        const string Secret = "pa55-word";
        using var server = new RtspServer("admin:" + Secret);
        using var source = new NumberedSource(Rate, server.Feed);
        List<string> lines = [];
        var sink = new NumberSink { Wanted = 20, OnNumber = _ => lines.AddRange(CommandLines()) };

        Decode(LiveSource.Parse(server.Address("admin:" + Secret)), sink, lines.Add);
        var wrong = Assert.Throws<VideoToolsException>(
            () => Decode(LiveSource.Parse(server.Address("admin:other-" + Secret)), new NumberSink(), lines.Add)).Error;
        var nowhere = Assert.Throws<VideoToolsException>(
            () => Decode(LiveSource.Parse(server.Address("admin:" + Secret, "/nothing")), new NumberSink(), lines.Add)).Error;

        Assert.True(!OperatingSystem.IsLinux() || lines.Exists(line => line.Contains("pipe:0", StringComparison.Ordinal)));
        Assert.All(lines.Append($"{wrong}").Append($"{nowhere}"), line => Assert.DoesNotContain(Secret, line, StringComparison.Ordinal));
        Assert.Equal((VideoErrorId.SourceUnreachable, VideoErrorId.SourceUnreachable), (wrong.Id, nowhere.Id));
        Assert.Contains("401", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("user and password", wrong.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("404", nowhere.Message, StringComparison.Ordinal);
        Assert.All([wrong, nowhere], error => Assert.DoesNotContain('\n', error.Message));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Cancelled_EndsAtOnceAlsoWhileTheSourceIsAway()
    {
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, server.Feed);
        using var stop = new CancellationTokenSource();
        var sink = new NumberSink { Wanted = int.MaxValue, OnNumber = _ => server.Cut() };

        Assert.ThrowsAny<OperationCanceledException>(() => Decode(
            LiveSource.Parse(server.Address()), sink, message => stop.Cancel(), cancellationToken: stop.Token));

        Assert.NotEmpty(sink.Numbers);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Duration_EndsIt()
    {
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, server.Feed);
        var sink = new NumberSink { Wanted = int.MaxValue };

        var summary = Decode(LiveSource.Parse(server.Address()), sink, _ => { }, TimeSpan.FromSeconds(4));

        Assert.NotEmpty(sink.Numbers);
        Assert.True(summary.EndSeconds >= 4);
        Assert.All(sink.Times, time => Assert.InRange(time.TotalSeconds, 0, summary.EndSeconds));
    }

    private static NumberedSource ToPipe(Fifo fifo) => new(Rate, "-f", "mpegts", "-muxdelay", "0", fifo.FullName);

    private static bool Said(List<string> said, string text)
    {
        lock (said)
        {
            return said.Exists(line => line.Contains(text, StringComparison.Ordinal));
        }
    }

    // Of every process of this machine: whoever is logged in can read them.
    private static IEnumerable<string> CommandLines()
    {
        foreach (var folder in OperatingSystem.IsLinux() ? Directory.GetDirectories("/proc") : [])
        {
            if (int.TryParse(Path.GetFileName(folder), out _) && TryRead(Path.Combine(folder, "cmdline")) is { } line)
            {
                yield return line;
            }
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path).Replace('\0', ' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static DecodeSummary Decode(
        LiveSource source, NumberSink sink, Action<string> warn, TimeSpan? duration = null, CancellationToken cancellationToken = default)
    {
        using var connection = new LiveConnection(new EngineOptions(), source, warn, TimeProvider.System);
        var decoder = new LiveDecoder(connection);
        sink.Counts = () => decoder.Counts;
        var probe = decoder.Probe(cancellationToken);
        Assert.Equal((320, 180), (probe.Info.Width, probe.Info.Height));
        Assert.Equal(source.Name, probe.Info.FullName);
        return decoder.Decode(new DecodePlan { Source = probe, AnalysisLongSide = 320, To = duration }, sink, cancellationToken);
    }

    /// <summary>Reads the numbers of frames.</summary>
    private sealed class NumberSink : IDecodeSink
    {
        public int Wanted { get; init; } = 1;

        public Action<int> OnNumber { get; set; } = _ => { };

        public Func<(long Received, long Dropped)>? Counts { get; set; }

        public List<int> Numbers { get; } = [];

        public List<TimeSpan> Times { get; } = [];

        public bool IsSatisfied => Numbers.Count >= Wanted;

        public void OnFrame(VideoFrame frame)
        {
            Numbers.Add(BarCode.Read(frame.Y, frame.Width));
            Times.Add(frame.Time);
            OnNumber(Numbers[^1]);
        }

        public void OnStill(VideoFrame frame, int selection) => Assert.Fail("None was asked for.");

        public void OnAudio(AudioBlock block, int track) => Assert.Fail("None was asked for.");
    }
}
