using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class MaximumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(33)]
    [InlineData(6625)]
    public void IndexOf_AnyLength_EqualsTheScalarTwin(int length)
    {
        var random = new Random(length);
        for (var i = 0; i < 20; i++)
        {
            var values = Enumerable.Range(0, length).Select(_ => (float)random.Next(-50, 50)).ToArray();

            Assert.Equal(Maximum.IndexOfScalar(values), Maximum.IndexOf(values));
        }
    }

    [Fact]
    public void IndexOf_Nothing_IsMinusOne() => Assert.Equal(-1, Maximum.IndexOf([]));
}
