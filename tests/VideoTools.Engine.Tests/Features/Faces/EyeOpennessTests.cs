using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class EyeOpennessTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0.25)]
    [InlineData(16, 0.4)]
    public void Ratio_OfAnEye_IsHeightOverWidth(double height, double expected) =>
        Assert.Equal(expected, Ratio(40, height, default), 9);

    [Fact]
    public void Ratio_OfATurnedHead_IsThatFromTheFront()
    {
        var seen = Ratio(40 * Math.Cos(Math.PI / 6), 10, new HeadPose(30, 0, 0));

        Assert.Equal(0.25, seen, 9);
        Assert.Equal(0.25, Ratio(40, 10 * Math.Cos(Math.PI / 9), new HeadPose(0, 20, 0)), 9);
    }

    [Fact]
    public void Of_RatiosBetweenTheEnds_RisesEvenly()
    {
        Assert.Equal(0, EyeOpenness.Of(0.05));
        Assert.Equal(0, EyeOpenness.Of(EyeOpenness.ClosedRatio), 9);
        Assert.Equal(0.5, EyeOpenness.Of((EyeOpenness.ClosedRatio + EyeOpenness.OpenRatio) / 2), 9);
        Assert.Equal(1, EyeOpenness.Of(0.5));
    }

    [Fact]
    public void Ratio_EyeWithoutWidth_IsNothing() => Assert.Equal(0, Ratio(0, 10, default));

    private static double Ratio(double width, double height, HeadPose pose)
    {
        FacePoint[] upper = [.. Enumerable.Range(1, 5).Select(i => new FacePoint(width * i / 6, -height / 2, 0))];
        FacePoint[] lower = [.. upper.Select(p => p with { Y = height / 2 })];
        return EyeOpenness.Ratio(default, new FacePoint(width, 0, 0), upper, lower, pose);
    }
}
