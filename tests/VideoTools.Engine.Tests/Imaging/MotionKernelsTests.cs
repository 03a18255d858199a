using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class MotionKernelsTests
{
    public static TheoryData<int> Lengths => [0, 1, 15, 31, 32, 33, 64, 97, 4095, 4096, 4129, 57_600];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Add_VectorAndScalar_GiveTheSameBits(int length)
    {
        var random = new Random(length);
        foreach (var change in new LumaChange[] { default, new(0, 17), new(-64, 255), new(64, -255), new(13, -5) })
        {
            var (previous, current) = (Bytes(random, length), Bytes(random, length));
            var start = new ushort[length + 8];
            for (var i = 0; i < start.Length; i++)
            {
                start[i] = (ushort)random.Next(65_536);
            }

            ushort[] scalar = [.. start];
            ushort[] vector = [.. start];
            var expected = MotionKernels.AddScalar(previous, current, change, scalar);
            var actual = MotionKernels.AddVector(previous, current, change, vector);

            Assert.Equal(expected, actual);
            Assert.Equal(scalar, vector);
            MotionKernels.Subtract(previous, current, change, vector);
            Assert.Equal(start, vector);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Sums_VectorAndScalar_AreEqual(int length)
    {
        var random = new Random(length);
        var (previous, current) = (Bytes(random, length), Bytes(random, length));

        Assert.Equal(current.Sum(value => (long)value), MotionKernels.Sum(current));
        Assert.Equal(
            MotionKernels.SumAbsoluteDifferenceScalar(previous, current), MotionKernels.SumAbsoluteDifferenceVector(previous, current));
    }

    [Fact]
    public void Sums_Extremes_DoNotOverflow()
    {
        var black = new byte[500_000];
        var white = new byte[500_000];
        Array.Fill(white, (byte)255);

        Assert.Equal(255L * 500_000, MotionKernels.Sum(white));
        Assert.Equal(255L * 500_000, MotionKernels.SumAbsoluteDifference(white, black));
        Assert.Equal(255L * 500_000, MotionKernels.Add(black, white, default, new ushort[500_000]));
    }

    [Fact]
    public void Add_GlobalChange_IsTakenOutButNeverAddsMotion()
    {
        byte[] previous = [100, 100, 100, 200];
        byte[] current = [110, 100, 120, 235];
        var sums = new ushort[4];

        var total = MotionKernels.Add(previous, current, new LumaChange(26, 0), sums);

        // Expected 110, 110, 110, 220 (10 %): as predicted, unchanged, 10 and 15 brighter, less the tolerance of 1.
        Assert.Equal([0, 0, 9, 14], sums);
        Assert.Equal(23, total);
    }

    [Fact]
    public void Add_DifferentSizes_Throws() =>
        Assert.Throws<ArgumentException>(() => MotionKernels.AddVector(new byte[32], new byte[64], default, new ushort[64]));

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
