using VideoTools.Engine.Features.Activity;

namespace VideoTools.Engine.Tests.Features.Activity;

public sealed class BoundedSeriesTests
{
    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(16, 2)]
    [InlineData(17, 4)]
    [InlineData(1000, 128)]
    public void Add_MoreThanFit_JoinsNeighboursAndLosesNothing(int values, int perBin)
    {
        var series = new BoundedSeries(8);
        for (var i = 0; i < values; i++)
        {
            series.Add(100 + i, i, 2);
        }

        Assert.Equal(perBin, series.ValuesPerBin);
        Assert.True(series.Starts.Count <= 8);
        Assert.Equal(values * (values - 1) / 2, series.Totals.Sum());
        Assert.Equal(2 * values, series.Counts.Sum());
        Assert.Equal(Enumerable.Range(0, series.Starts.Count).Select(i => 100L + (i * perBin)), series.Starts);
        for (var bin = 0; bin < series.Totals.Count; bin++)
        {
            Assert.Equal(Enumerable.Range(0, values).Where(i => i / perBin == bin).Sum(), series.Totals[bin]);
        }
    }
}
