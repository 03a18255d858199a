
namespace VideoTools.PowerShell.Tests.Binding;

public sealed class NicheBatchTests
{
    private readonly Clock _clock = new();
    private readonly List<int> _sizes = [];

    [Fact]
    public void Add_FastEvidence_IsClassifiedInFullBatchesInOrder()
    {
        var batch = Batch();

        var ready = Enumerable.Range(0, 70).SelectMany(i => batch.Add(new NicheEvidence { Text = $"{i}" })).ToList();

        Assert.Equal([32, 32], _sizes);
        Assert.Equal(Enumerable.Range(0, 70).Select(i => $"{i}"), ready.Concat(batch.Flush()).Select(n => n.VideoId));
        Assert.Empty(batch.Flush());
    }

    [Fact]
    public void Add_SlowEvidence_IsClassifiedAsItComes()
    {
        var batch = Batch();
        for (var i = 0; i < 3; i++)
        {
            _clock.Now += NicheBatch.Patience * 2;
            Assert.Equal($"{i}", Assert.Single(batch.Add(new NicheEvidence { Text = $"{i}" })).VideoId);
        }
    }

    [Fact]
    public void Add_SlowClassification_DoesNotCountAsSlowEvidence()
    {
        var batch = new NicheBatch(
            evidence =>
            {
                _clock.Now += NicheBatch.Patience * 10;
                _sizes.Add(evidence.Count);
                return [];
            },
            _clock);
        for (var i = 0; i < 64; i++)
        {
            batch.Add(new NicheEvidence { Text = "x" });
        }

        Assert.Equal([32, 32], _sizes);
    }

    private NicheBatch Batch() => new(
        evidence =>
        {
            _sizes.Add(evidence.Count);
            return [.. evidence.Select(e => new VideoNiche { VideoId = e.Text! })];
        },
        _clock);

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
