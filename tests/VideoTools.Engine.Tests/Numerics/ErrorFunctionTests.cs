using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class ErrorFunctionTests
{
    // mpmath 1.3.0 with 40 digits.
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(0.01, 0.98871658444415038)]
    [InlineData(0.1, 0.8875370839817151)]
    [InlineData(0.5, 0.47950012218695346)]
    [InlineData(1, 0.15729920705028513)]
    [InlineData(1.49, 0.035102135156795789)]
    [InlineData(1.5, 0.033894853524689273)]
    [InlineData(2, 0.0046777349810472658)]
    [InlineData(3, 2.2090496998585441e-5)]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.0884875837625448e-45)]
    [InlineData(20, 5.3958656116079009e-176)]
    [InlineData(26, 5.6631924088561428e-296)]
    [InlineData(-0.5, 1.5204998778130465)]
    public void Complement_KnownValues_HasARelativeErrorBelow1E13(double x, double expected) =>
        Assert.InRange(ErrorFunction.Complement(x) / expected, 1 - 1e-13, 1 + 1e-13);

    [Fact]
    public void Complement_FromTheSeriesToTheFraction_HasNoStep()
    {
        var below = ErrorFunction.Complement(Math.BitDecrement(1.5));

        Assert.InRange(ErrorFunction.Complement(1.5) / below, 1 - 1e-13, 1 + 1e-13);
    }

    [Fact]
    public void Complement_OutOfRange_IsItsLimit()
    {
        Assert.Equal(0, ErrorFunction.Complement(40));
        Assert.Equal(0, ErrorFunction.Complement(double.PositiveInfinity));
        Assert.Equal(2, ErrorFunction.Complement(double.NegativeInfinity));
        Assert.Equal(double.NaN, ErrorFunction.Complement(double.NaN));
    }
}
