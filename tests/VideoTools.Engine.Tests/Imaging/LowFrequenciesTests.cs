using System.Numerics;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class LowFrequenciesTests
{
    private const int Size = 64;

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(0.1, 0.13, 0.93, 0.8)]
    public void Compute_RandomGrid_VectorEqualsScalar(double left, double top, double right, double bottom)
    {
        var random = new Random(5);
        var grid = Enumerable.Range(0, Size * Size).Select(_ => random.NextSingle() * 255).ToArray();
        float[] vector = new float[LowFrequencies.Count], scalar = new float[LowFrequencies.Count];

        new LowFrequencies(Size, Size).Compute(grid, (left, top, right, bottom), vector, vectorised: true);
        new LowFrequencies(Size, Size).Compute(grid, (left, top, right, bottom), scalar, vectorised: false);

        Assert.Equal(scalar, vector);
    }

    [Fact]
    public void Compute_Constant_HasNoFrequencies() =>
        Assert.All(Compute((_, _) => 200), value => Assert.Equal(0, value, 0.001));

    [Fact]
    public void Compute_OneCosine_IsOneCoefficientOfItsDeviation()
    {
        // Amplitude 20: deviation 20 / sqrt 2.
        var coefficients = Compute((x, _) => 100 + (20 * Math.Cos(Math.PI * 3 * x)));

        var largest = coefficients.Index().MaxBy(pair => Math.Abs(pair.Item));
        Assert.Equal(20 / Math.Sqrt(2), largest.Item, 0.05);
        Assert.Equal(3, LowFrequencies.Frequencies[largest.Index]);
        Assert.All(coefficients.Index().Where(pair => pair.Index != largest.Index), pair => Assert.Equal(0, pair.Item, 0.05));
    }

    [Fact]
    public void Compute_MirroredGrid_TurnsTheOddOnes()
    {
        double Picture(double x, double y) => 100 + (30 * x * y) + (25 * Math.Sin((7 * x) + (3 * y)));
        var (plain, mirrored) = (Compute(Picture), Compute((x, y) => Picture(1 - x, y)));

        for (var i = 0; i < LowFrequencies.Count; i++)
        {
            var isOdd = ((LowFrequencies.OddAcross >> i) & 1) == 1;
            Assert.Equal(isOdd ? -plain[i] : plain[i], mirrored[i], 0.01);
        }

        Assert.InRange(BitOperations.PopCount(LowFrequencies.OddAcross), 24, 40);
    }

    [Fact]
    public void Compute_InsideOfBars_IsThatOfThePictureAlone()
    {
        double Picture(double x, double y) => 100 + (60 * Math.Cos(4 * x) * Math.Sin(5 * y));

        // Bars that do not end at the border of a cell.
        const double Bar = 0.151;
        var barred = Compute((x, y) => y < Bar || y > 1 - Bar ? 16 : Picture(x, (y - Bar) / (1 - (2 * Bar))), (0, Bar, 1, 1 - Bar));
        var whole = Compute(Picture);

        Assert.All(whole.Zip(barred), pair => Assert.Equal(pair.First, pair.Second, 2.0));
    }

    private static float[] Compute(Func<double, double, double> picture, (double, double, double, double)? area = null)
    {
        var grid = new float[Size * Size];
        for (var i = 0; i < grid.Length; i++)
        {
            // The mean of a cell from 16 points.
            var sum = 0.0;
            for (var j = 0; j < 16; j++)
            {
                sum += picture(((i % Size) + (((j % 4) + 0.5) / 4)) / Size, ((i / Size) + (((j / 4) + 0.5) / 4)) / Size);
            }

            grid[i] = (float)(sum / 16);
        }

        var coefficients = new float[LowFrequencies.Count];
        new LowFrequencies(Size, Size).Compute(grid, area ?? (0, 0, 1, 1), coefficients, vectorised: true);
        return coefficients;
    }
}
