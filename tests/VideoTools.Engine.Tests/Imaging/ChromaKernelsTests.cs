using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class ChromaKernelsTests
{
    [Fact]
    public void Add_EveryColour_VectorEqualsScalarAndTheFormula()
    {
        var u = new byte[65_536];
        var v = new byte[65_536];
        for (var i = 0; i < u.Length; i++)
        {
            (u[i], v[i]) = ((byte)(i >> 8), (byte)i);
        }

        var scalar = new ushort[u.Length];
        var vector = new ushort[u.Length];
        ChromaKernels.AddScalar(u, v, scalar);
        ChromaKernels.AddVector(u, v, vector);

        Assert.Equal(scalar, vector);
        Assert.True(scalar.Max() <= ChromaKernels.MaximumValue);
        for (var i = 0; i < u.Length; i++)
        {
            var exact = Math.Sqrt(Math.Pow(u[i] - 128, 2) + Math.Pow(v[i] - 128, 2));
            Assert.InRange(scalar[i] / (double)ChromaKernels.UnitsPerLevel, exact - 0.0157, exact + 0.0157);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(1001)]
    public void Add_Tails_VectorEqualsScalar(int length)
    {
        var random = new Random(length);
        var u = new byte[length];
        var v = new byte[length];
        random.NextBytes(u);
        random.NextBytes(v);
        var scalar = new ushort[length];
        var vector = new ushort[length];

        ChromaKernels.AddScalar(u, v, scalar);
        ChromaKernels.AddVector(u, v, vector);

        Assert.Equal(scalar, vector);
    }
}
