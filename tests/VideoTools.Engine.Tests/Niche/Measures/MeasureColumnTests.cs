using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Niche.Measures;

public sealed class MeasureColumnTests
{
    // R: quantile(c(1, 2, 3, 4), c(.25, .5, .75), type = 7) is 1.75 2.50 3.25; of five values the quartiles are values.
    [Theory]
    [InlineData(new[] { 4.0, 1, 3, 2 }, 2.5, 2.5, 1.75, 3.25)]
    [InlineData(new[] { 10.0, 50, 30, 20, 40 }, 30, 30, 20, 40)]
    [InlineData(new[] { 7.0 }, 7, 7, 7, 7)]
    [InlineData(new[] { 1.0, 4 }, 2.5, 2.5, 1.75, 3.25)]
    [InlineData(new[] { 3.0, 3, 3 }, 3, 3, 3, 3)]
    public void Spread_Values_IsMeanMedianAndTypeSevenQuartiles(double[] values, double mean, double median, double lower, double upper) =>
        Assert.Equal(new MeasureSpread(mean, median, lower, upper), Column(values).Spread());

    [Fact]
    public void Spread_NoValueOrOnlyMissing_IsNull()
    {
        var column = new MeasureColumn();
        column.Add(null);

        Assert.Equal(new MeasureSpread(null, null, null, null), column.Spread());
        Assert.Equal((0, null, null, null), (column.Count, column.Minimum, column.Maximum, column.Median()));
    }

    [Fact]
    public void Spread_AskedInBetween_IsThatOfAllValues()
    {
        var random = new DeterministicRandom(7);
        var values = Enumerable.Range(0, 501).Select(_ => Math.Round(random.NextDouble() * 50)).ToArray();
        var asked = new MeasureColumn();
        for (var i = 0; i < values.Length; i++)
        {
            asked.Add(values[i]);
            Assert.Equal(Column(values[..(i + 1)]).Spread(), i % 7 == 0 ? asked.Spread() : Column(values[..(i + 1)]).Spread());
        }

        Assert.Equal(Column([.. values.Reverse()]).Spread(), asked.Spread());
        Assert.Equal((values.Min(), values.Max(), 501), (asked.Minimum, asked.Maximum, asked.Count));
    }

    private static MeasureColumn Column(double[] values)
    {
        var column = new MeasureColumn();
        Array.ForEach(values, v => column.Add(v));
        return column;
    }
}
