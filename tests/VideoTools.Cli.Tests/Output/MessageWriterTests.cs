using VideoTools.Cli.Output;

namespace VideoTools.Cli.Tests.Output;

public sealed class MessageWriterTests
{
    private static readonly VideoProgress Some = new(1, 4, "/d/clip.mp4", 50, TimeSpan.Zero, TimeSpan.FromSeconds(3));

    [Fact]
    public void Progress_ManyCallsInASecond_WritesAtMostFive()
    {
        var clock = new StepClock();
        using var text = new StringWriter();
        var messages = new MessageWriter(text, showProgress: true, clock);
        for (var i = 0; i < 1000; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            messages.Progress(Some);
        }

        Assert.Equal(5, text.ToString().Split("file 2 of 4: clip.mp4 (50%)").Length - 1);
    }

    [Fact]
    public void Progress_NobodyWatches_WritesNothing()
    {
        var clock = new StepClock();
        using var text = new StringWriter();
        var messages = new MessageWriter(text, showProgress: false, clock);
        clock.Advance(TimeSpan.FromSeconds(9));

        messages.Progress(Some);
        messages.Erase();

        Assert.Equal("", text.ToString());
    }

    [Fact]
    public void Error_ProgressLineShown_ErasesItFirst()
    {
        var clock = new StepClock();
        using var text = new StringWriter();
        var messages = new MessageWriter(text, showProgress: true, clock);
        clock.Advance(TimeSpan.FromSeconds(1));
        messages.Progress(Some);

        messages.Error(new VideoError(VideoErrorId.FileEmpty, "f", "'f' is empty.", "Copy it again."));

        Assert.EndsWith("\r\u001b[Kvideotools: FileEmpty: 'f' is empty. Copy it again." + Environment.NewLine, text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_AdviceForBothShells_NamesTheSwitchAlone()
    {
        using var text = new StringWriter();

        new MessageWriter(text, showProgress: false, TimeProvider.System).Error(
            new VideoError(VideoErrorId.OutputExists, "f", "'f' exists.", "Overwrite it with -Force (--force)."));

        Assert.Equal("videotools: OutputExists: 'f' exists. Overwrite it with --force." + Environment.NewLine, text.ToString());
    }

    private sealed class StepClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan step) => _now += step.Ticks;
    }
}
