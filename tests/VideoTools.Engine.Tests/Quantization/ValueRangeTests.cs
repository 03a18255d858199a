using VideoTools.Engine.Quantization;

namespace VideoTools.Engine.Tests.Quantization;

public class ValueRangeTests
{
    [Theory]
    [InlineData(0, 2.55, 0.01, 0)]
    [InlineData(1, 2.55, 0.01, 0)]
    [InlineData(-2.55, 0, 0.01, 255)]
    [InlineData(-2.55, -1, 0.01, 255)]
    [InlineData(-0.55, 2, 0.01, 55)]
    [InlineData(0, 0, 1, 0)]
    public void Of_AnyRange_HoldsZeroAtALevel(double least, double largest, float scale, byte zero)
    {
        var range = ValueRange.Of(least, largest);

        Assert.Equal(scale, range.Scale, 1e-6f);
        Assert.Equal(zero, range.ZeroPoint);
    }

    [Fact]
    public void Percentile_CutsAFewNumbersFarAway()
    {
        var range = Histogram(CalibrationMethod.Percentile);

        Assert.InRange(range.Scale * 255, 0.99, 1.5);
    }

    [Fact]
    public void MinMax_KeepsThem() => Assert.Equal(100, Histogram(CalibrationMethod.MinMax).Scale * 255, 0.01f);

    [Fact]
    public void Entropy_CutsWhereLeastIsLost()
    {
        // Nearly everything lies below 1: levels for the rest would cost what is there.
        var range = Histogram(CalibrationMethod.Entropy);

        Assert.InRange(range.Scale * 255, 1, 50);
    }

    [Fact]
    public void Histogram_OfNumbersThatAreNone_IsNotSpoiled()
    {
        var histogram = new ValueHistogram();
        float[] values = [float.NaN, 1, 0.5f];
        histogram.Widen(values);
        histogram.Count(values);

        Assert.Equal(1, histogram.Range(CalibrationMethod.MinMax).Scale * 255, 0.01f);
    }

    // A million numbers from 0 to 1 and five at 100.
    private static ValueRange Histogram(CalibrationMethod method)
    {
        var random = new Random(3);
        var values = new float[1_000_000];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i < 5 ? 100 : random.NextSingle();
        }

        var histogram = new ValueHistogram();
        histogram.Widen(values);
        histogram.Count(values);
        return histogram.Range(method);
    }
}
