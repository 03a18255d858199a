using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Tests.Niche.Measures;

public sealed class NichePathsTests
{
    [Theory]
    [InlineData("tech", true)]
    [InlineData("CODING", true)]
    [InlineData("web_dev", true)]
    [InlineData("tech > coding", true)]
    [InlineData("Tech>Coding>web_dev", true)]
    [InlineData("coding > web_dev", false)]
    [InlineData("tech > coding > web_dev > x", false)]
    [InlineData("tec", false)]
    [InlineData("unknown", false)]
    public void IsOf_Name_IsAKeyOrAPathFromTheTop(string name, bool expected) =>
        Assert.Equal(expected, NichePaths.IsOf(NicheSamples.Video("a"), name));

    [Fact]
    public void IsOf_NoNiche_IsUnknown() => Assert.True(NichePaths.IsOf(new VideoNiche { VideoId = "a" }, "Unknown"));

    [Theory]
    [InlineData(null, "unknown", null)]
    [InlineData("unknown", "unknown", null)]
    [InlineData("tech", "tech", "tech")]
    [InlineData("tech>coding", "tech", "tech > coding")]
    public void WithPath_Text_FillsTheKeys(string? path, string category, string? full)
    {
        var video = NichePaths.WithPath(new VideoNiche { VideoId = "a" }, path);

        Assert.Equal((category, full), (video.Category, video.FullPath));
    }
}
