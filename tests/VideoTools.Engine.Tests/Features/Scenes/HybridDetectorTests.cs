using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class HybridDetectorTests
{
    private static List<SceneBoundary> Run(SyntheticFrames frames) => frames.Run(new HybridDetector(25, HybridDetector.DefaultThreshold, 0));

    [Fact]
    public void Process_SteadyShot_ReportsNothing() => Assert.Empty(Run(new SyntheticFrames().Shot(60, 1)));

    [Fact]
    public void Process_OneFrame_ReportsNothing() => Assert.Empty(Run(new SyntheticFrames().Shot(1, 1)));

    [Fact]
    public void Process_Cuts_ReportsTheFirstFrameOfEachNewShot()
    {
        var found = Run(new SyntheticFrames().Shot(30, 1).Shot(25, 2).Shot(7, 3).Shot(30, 4));
        Assert.Equal([30L, 55L, 62L], found.Select(b => b.Frame.Index));
        Assert.All(found, b => Assert.Equal(TransitionKind.Cut, b.Kind));
        Assert.All(found, b => Assert.InRange(b.Confidence, 0.5, 0.99));
        Assert.All(found, b => Assert.Equal(b.Frame.Index * FrameDuration, b.Frame.Pts));
    }

    [Fact]
    public void Process_CutBetweenDarkShots_IsFound()
    {
        var frames = new SyntheticFrames()
            .Add(30, i => Texture(1).Gain(0.15, 14).WithNoise(i, 1))
            .Add(30, i => Texture(2).Gain(0.15, 14).WithNoise(i, 1));
        Assert.Equal([30L], Run(frames).Select(b => b.Frame.Index));
    }

    [Fact]
    public void Process_CutInGrain_IsFound()
    {
        var frames = new SyntheticFrames().Add(30, i => Texture(1).WithNoise(i, 8)).Add(30, i => Texture(2).WithNoise(i + 99, 8));
        Assert.Equal([30L], Run(frames).Select(b => b.Frame.Index));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Process_Flash_ReportsNothing(int length)
    {
        var white = Flat(235);
        var frames = new SyntheticFrames().Shot(30, 1).Add(length, _ => Texture(1).Blend(white, 0.9)).Shot(40, 1);
        Assert.Empty(Run(frames));
    }

    [Fact]
    public void Process_WhiteOutFlash_ReportsNothing() =>
        Assert.Empty(Run(new SyntheticFrames().Shot(30, 1).Add(2, _ => Flat(235)).Shot(40, 1)));

    [Fact]
    public void Process_Flicker_ReportsNothing()
    {
        var random = new Random(3);
        var gains = Enumerable.Range(0, 60).Select(_ => 0.7 + (0.6 * random.NextDouble())).ToArray();
        Assert.Empty(Run(new SyntheticFrames().Add(60, i => Texture(1, 110).Gain(gains[i], 0).WithNoise(i, 2))));
    }

    [Fact]
    public void Process_LightSwitch_ReportsNothing() =>
        Assert.Empty(Run(new SyntheticFrames().Shot(30, 1).Add(30, i => Texture(1).Gain(0.5, 8).WithNoise(i, 2))));

    [Theory]
    [InlineData(1.5)]
    [InlineData(4)]
    public void Process_Pan_ReportsNothing(double speed) =>
        Assert.Empty(Run(new SyntheticFrames().Add(70, i => Texture(5, 120, i * speed).WithNoise(i, 2))));

    [Fact]
    public void Process_ShakenCamera_ReportsNothing()
    {
        var random = new Random(8);
        var shifts = Enumerable.Range(0, 60).Select(_ => (X: random.Next(-5, 6), Y: random.Next(-4, 5))).ToArray();
        Assert.Empty(Run(new SyntheticFrames().Add(60, i => Texture(6, 120, shifts[i].X, shifts[i].Y).WithNoise(i, 2))));
    }

    [Fact]
    public void Process_LargeObjectCrossing_ReportsNothing()
    {
        var thing = Texture(9, 60);
        var frames = new SyntheticFrames().Shot(25, 1)
            .Add(8, i => Texture(1).Over(thing, (x, y) => x > (i * 18) - 50 && x < i * 18 && y > 8))
            .Shot(30, 1);
        Assert.Empty(Run(frames));
    }

    [Fact]
    public void Process_CaptionPopsUp_ReportsNothing()
    {
        var frames = new SyntheticFrames().Shot(25, 1)
            .Add(25, i => Texture(1).Over(Flat(230), (x, y) => y is > 40 and < 50 && x is > 12 and < 84 && x % 5 > 1).WithNoise(i, 2))
            .Shot(25, 1);
        Assert.Empty(Run(frames));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(48)]
    public void Process_Dissolve_ReportsItsMiddleOnce(int length)
    {
        var frames = new SyntheticFrames().Shot(40, 1)
            .Add(length, i => Texture(1).Blend(Texture(2), (i + 1.0) / (length + 1)).WithNoise(i, 2))
            .Shot(40, 2);
        var found = Assert.Single(Run(frames));
        Assert.Equal(TransitionKind.Dissolve, found.Kind);
        Assert.InRange(found.Frame.Index, 40 + (length / 2) - 3 - (length / 8), 40 + (length / 2) + 3 + (length / 8));
        Assert.InRange(found.TransitionStart.Index, 34, found.Frame.Index);
        Assert.InRange(found.TransitionEnd.Index, found.Frame.Index, 40 + length + 6);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(235)]
    public void Process_FadeThroughPlainPicture_ReportsOneFade(double luma)
    {
        var plain = Flat(luma);
        var frames = new SyntheticFrames().Shot(40, 1)
            .Add(12, i => Texture(1).Blend(plain, (i + 1) / 12.0))
            .Add(12, i => plain.Blend(Texture(2), (i + 1) / 12.0))
            .Shot(40, 2);
        var found = Assert.Single(Run(frames));
        Assert.Equal(TransitionKind.Fade, found.Kind);
        Assert.InRange(found.Frame.Index, 47, 57);
        Assert.InRange(found.TransitionStart.Index, 38, 45);
        Assert.InRange(found.TransitionEnd.Index, 58, 66);
    }

    [Fact]
    public void Process_DipToBlackWithinAShot_ReportsNothing()
    {
        var black = Flat(16);
        var frames = new SyntheticFrames().Shot(40, 1)
            .Add(12, i => Texture(1).Blend(black, (i + 1) / 12.0))
            .Add(12, i => black.Blend(Texture(1), (i + 1) / 12.0))
            .Shot(40, 1);
        Assert.Empty(Run(frames));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(90)]
    [InlineData(235)]
    public void Process_EndsWithAPlainShot_ReportsTheCutToIt(double luma)
    {
        var found = Run(new SyntheticFrames().Shot(40, 1).Add(40, _ => Flat(luma)));
        Assert.Equal([(40L, TransitionKind.Cut)], found.Select(b => (b.Frame.Index, b.Kind)));
    }

    [Fact]
    public void Process_FadeInAtTheStartAndOutAtTheEnd_ReportsNothing()
    {
        var black = Flat(16);
        var frames = new SyntheticFrames()
            .Add(5, _ => black)
            .Add(12, i => black.Blend(Texture(1), (i + 1) / 12.0))
            .Shot(40, 1)
            .Add(12, i => Texture(1).Blend(black, (i + 1) / 12.0))
            .Add(20, _ => black);
        Assert.Empty(Run(frames));
    }

    [Theory]
    [InlineData("right")]
    [InlineData("down")]
    [InlineData("circle")]
    public void Process_Wipe_ReportsOneWipe(string shape)
    {
        const int Length = 20;
        var frames = new SyntheticFrames().Shot(40, 1)
            .Add(Length, i =>
            {
                var progress = (i + 1.0) / (Length + 1);
                return Texture(1).Over(Texture(2), (x, y) => shape switch
                {
                    "right" => x < progress * Width,
                    "down" => y < progress * Height,
                    _ => Math.Sqrt(Math.Pow(x - (Width / 2), 2) + Math.Pow(y - (Height / 2), 2)) < progress * 56,
                }).WithNoise(i, 2);
            })
            .Shot(40, 2);
        var found = Assert.Single(Run(frames));
        Assert.Equal(TransitionKind.Wipe, found.Kind);
        Assert.InRange(found.Frame.Index, 43, 57);
    }

    [Fact]
    public void Process_Slide_ReportsOneWipe()
    {
        const int Length = 16;
        Picture Slid(int i)
        {
            var shift = (int)((i + 1.0) / (Length + 1) * Width);
            Picture a = Texture(1), b = Texture(2);
            return new Picture(
                (x, y) => x + shift < Width ? a.Y(x + shift, y) : b.Y(x + shift - Width, y),
                (x, y) => x + shift < Width ? a.U(x + shift, y) : b.U(x + shift - Width, y),
                (x, y) => x + shift < Width ? a.V(x + shift, y) : b.V(x + shift - Width, y)).WithNoise(i, 2);
        }

        var found = Assert.Single(Run(new SyntheticFrames().Shot(40, 1).Add(Length, Slid).Shot(40, 2)));
        Assert.Equal(TransitionKind.Wipe, found.Kind);
        Assert.InRange(found.Frame.Index, 40, 56);
    }

    [Fact]
    public void Process_MinimumLength_LeavesOutBoundariesTooClose()
    {
        var frames = new SyntheticFrames().Shot(30, 1).Shot(7, 2).Shot(40, 3);
        Assert.Equal([30L], frames.Run(new HybridDetector(25, 1, 0.5)).Select(b => b.Frame.Index));
    }

    [Fact]
    public void Process_SameFramesTwice_GivesTheSameBoundaries()
    {
        var frames = new SyntheticFrames().Shot(30, 1).Shot(25, 2).Shot(30, 4);
        Assert.Equal(Run(frames), Run(frames));
    }
}
