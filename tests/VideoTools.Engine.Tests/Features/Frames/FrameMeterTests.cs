using VideoTools.Engine.Features.Frames;

namespace VideoTools.Engine.Tests.Features.Frames;

public class FrameMeterTests
{
    private static readonly Func<int, int, int> Texture = FramePainter.Texture(1, 60, 180);

    [Fact]
    public void Measure_FlatPictureBetweenBars_HasNeitherContrastNorSharpness()
    {
        using var meter = new FrameMeter();

        var measures = meter.Measure(FramePainter.Paint(160, 90, 0, (_, y) => y is < 12 or >= 78 ? 16 : 126));

        Assert.Equal((0, 0), (measures.Contrast, measures.Sharpness));
        Assert.Equal((126 - 16) * 255 / 219.0, measures.Brightness, 1e-9);
    }

    [Fact]
    public void Measure_PictureBetweenBars_IsMeasuredAsItself()
    {
        using var meter = new FrameMeter();

        var cut = meter.Measure(FramePainter.Paint(160, 66, 0, (x, y) => Texture(x, y + 12)));
        using var barred = new FrameMeter();
        var measures = barred.Measure(FramePainter.Paint(160, 90, 0, (x, y) => y is < 12 or >= 78 ? 16 : Texture(x, y)));

        Assert.Equal(cut, measures);
    }

    [Fact]
    public void Measure_DarkFrameOfALetterboxedFilm_KeepsItsBars()
    {
        using var meter = new FrameMeter();
        meter.Measure(FramePainter.Paint(160, 90, 0, (x, y) => y is < 12 or >= 78 ? 16 : Texture(x, y)));

        var dark = meter.Measure(FramePainter.Paint(160, 90, 1, (_, y) => y is < 12 or >= 78 ? 16 : 26));

        Assert.Equal((26 - 16) * 255 / 219.0, dark.Brightness, 1e-9);
        Assert.Equal(0, dark.Contrast);
    }

    [Fact]
    public void Measure_Cut_IsABreakAndNoActivity()
    {
        using var meter = new FrameMeter();
        meter.Measure(FramePainter.Paint(160, 90, 0, Texture));

        Assert.Equal(0, meter.Measure(FramePainter.Paint(160, 90, 1, Texture)).Activity);
        Assert.False(meter.IsBreak);
        Assert.Equal(0, meter.Measure(FramePainter.Paint(160, 90, 2, FramePainter.Texture(9, 30, 220))).Activity);
        Assert.True(meter.IsBreak);
        Assert.InRange(meter.Measure(FramePainter.Paint(160, 90, 3, (x, y) => FramePainter.Texture(9, 30, 220)(x, y) + 2)).Activity, 1, 3);
        Assert.False(meter.IsBreak);
    }
}
