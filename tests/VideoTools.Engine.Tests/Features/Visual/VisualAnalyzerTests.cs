using System.Globalization;
using VideoTools.Engine.Features.Visual;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Visual;

public class VisualAnalyzerTests
{
    private const int Width = 320;
    private const int Height = 180;

    [Fact]
    public void Complete_NoFrame_EmitsNothing() => Assert.Null(Analyze([]));

    [Fact]
    public void Complete_RedFrames_AreRedNotBlue()
    {
        // BT.601 red; the replaced system swapped red and blue.
        var summary = Analyze(Enumerable.Range(0, 3).Select(i => FramePainter.Flat(Width, Height, i, 81, 90, 240)))!;

        var (r, g, b) = Parse(summary.MeanColor);
        Assert.True(r >= 253 && g <= 2 && b <= 2, summary.MeanColor);
        Assert.Equal(summary.MeanColor, summary.DominantColor);
        Assert.Equal(1, summary.DominantColorShare);
        Assert.Equal(3, summary.FrameCount);
    }

    [Fact]
    public void Complete_HdVideo_UsesBt709()
    {
        var summary = Analyze([FramePainter.Flat(Width, Height, 0, 63, 102, 240)], FramePainter.Info(1920, 1080))!;

        var (r, g, b) = Parse(summary.MeanColor);
        Assert.True(r >= 253 && g <= 2 && b <= 2, summary.MeanColor);
    }

    [Fact]
    public void Complete_ColoursInDifferentFrames_DominantIsOverTheWholeVideo()
    {
        // Ten dark frames first, twenty bright ones later: a sample of the first frames would say black.
        var frames = Enumerable.Range(0, 30).Select(i => FramePainter.Flat(Width, Height, i, i < 10 ? 16 : 235));

        var summary = Analyze(frames)!;

        Assert.Equal("#FFFFFF", summary.DominantColor);
        Assert.Equal(0.666667, summary.DominantColorShare, 6);
        Assert.Equal("#AAAAAA", summary.MeanColor);
    }

    [Fact]
    public void Complete_Brightness_IsMeanAndDeviationOfTheFrames()
    {
        var summary = Analyze(Enumerable.Range(0, 4).Select(i => FramePainter.Flat(Width, Height, i, i % 2 == 0 ? 16 : 235)))!;

        Assert.Equal(127.5, summary.BrightnessMean, 6);
        Assert.Equal(127.5, summary.BrightnessDeviation, 6);
    }

    [Fact]
    public void Complete_Motion_IsTheMeanChangeInsideScenes()
    {
        // 2 levels a pair, and one cut of 100 levels.
        var summary = Analyze(Enumerable.Range(0, 20).Select(i => FramePainter.Flat(Width, Height, i, (i < 10 ? 60 : 160) + (i % 2 * 2))))!;

        Assert.Equal(2, summary.Motion, 6);
    }

    [Fact]
    public void Complete_SingleFrame_HasNoMotion() => Assert.Equal(0, Analyze([FramePainter.Flat(Width, Height, 0, 99)])!.Motion);

    private static (int R, int G, int B) Parse(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (value >> 16, (value >> 8) & 255, value & 255);
    }

    private static VisualSummary? Analyze(IEnumerable<VideoFrame> frames, VideoInfo? info = null) =>
        (VisualSummary?)FramePainter.Run(new VisualAnalyzer(), info ?? FramePainter.Info(Width, Height), frames).SingleOrDefault();

    [Fact]
    public void Complete_Range_LastsFromItsFirstFrame()
    {
        var summary = Analyze(Enumerable.Range(100, 50).Select(i => FramePainter.Flat(Width, Height, i, 16)))!;

        Assert.Equal((2.0, 4.0, 6.0), (summary.DurationSeconds, summary.StartSeconds, summary.EndSeconds));
    }
}
