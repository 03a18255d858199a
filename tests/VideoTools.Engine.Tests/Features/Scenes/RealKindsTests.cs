using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

/// <summary>What public reports of real videos say goes wrong, each with its right value.</summary>
public sealed class RealKindsTests
{
    private static List<SceneBoundary> Run(SyntheticFrames frames, double rate = 25) =>
        frames.Run(new HybridDetector(rate, HybridDetector.DefaultThreshold, 0));

    private static long[] Frames(IEnumerable<SceneBoundary> found) => [.. found.Select(b => b.Frame.Index)];

    private static Picture Colour(double y, double u, double v) => new((_, _) => y, (_, _) => u, (_, _) => v);

    /// <summary>A moving picture in a window of a canvas.</summary>
    private static Picture Framed(Picture canvas, Picture film, int left, int top, int right, int bottom) =>
        canvas.Over(film, (x, y) => x >= left && x < right && y >= top && y < bottom);

    /// <summary>Writing: short strokes in rows, their places drawn by a seed.</summary>
    private static Picture Page(int seed, double paper, double ink, int top, int bottom)
    {
        var random = new Random(seed);
        var marks = Enumerable.Range(0, Width * Height).Select(_ => random.Next(0, 4) == 0).ToArray();
        return Flat(paper).Over(Flat(ink), (x, y) => y >= top && y < bottom && y % 9 < 4 && x is > 6 and < 80 && marks[(y / 9 * Width) + (x / 3)]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1.3, 1)]
    [InlineData(2, 3)]
    public void SlidesOfFewFrames_AreAllFound(double rate, int each)
    {
        var frames = new SyntheticFrames().At(rate).Add(each, _ => Texture(1)).Add(each, _ => Texture(2)).Add(each, _ => Texture(3)).Add(each, _ => Texture(4));
        Assert.Equal([each, 2 * each, 3 * each], Frames(Run(frames, rate)));
    }

    [Fact]
    public void WalkAtOneFrameASecond_IsOneScene()
    {
        var frames = new SyntheticFrames().At(1).Add(12, i => Texture(5, 120, i * 9).WithNoise(i, 2));
        Assert.Empty(Run(frames, 1));
    }

    [Fact]
    public void PagesOfOneDesign_ChangeWithTheirWriting()
    {
        var frames = new SyntheticFrames();
        for (var page = 0; page < 4; page++)
        {
            var writing = Page(page, 235, 40, 12, 48);
            frames.Add(40, _ => writing.Over(Flat(60), (_, y) => y < 8));
        }

        Assert.Equal([40L, 80L, 120L], Frames(Run(frames)));
    }

    [Fact]
    public void FurtherLineOnAPage_IsNoNewPage()
    {
        var frames = new SyntheticFrames().Add(40, _ => Page(1, 235, 40, 12, 30)).Add(40, _ => Page(1, 235, 40, 12, 42));
        Assert.Empty(Run(frames));
    }

    [Fact]
    public void PlainColours_TheFirstToo_AreShots()
    {
        var frames = new SyntheticFrames().Add(48, _ => Colour(81, 90, 240)).Add(48, _ => Colour(41, 240, 110))
            .Add(48, _ => Colour(145, 54, 34)).Add(48, _ => Flat(235)).Add(48, _ => Flat(16)).Shot(48, 1);
        var found = Run(frames);
        Assert.Equal([48L, 96L, 144L, 192L, 240L], Frames(found));
        Assert.All(found, b => Assert.Equal(TransitionKind.Cut, b.Kind));
    }

    [Theory]
    [InlineData(235, 128)]
    [InlineData(60, 170)]
    [InlineData(16, 128)]
    public void FilmInACanvas_IsJudgedAlone(double luma, double blue)
    {
        var canvas = Colour(luma, blue, 128).Over(Flat(120), (x, y) => y is > 46 and < 50 && x is > 20 and < 76 && x % 5 > 1);
        Picture Film(int seed, int i) => Framed(canvas, Texture(seed, 120, i * 1.5).WithNoise(i, 2), 16, 4, 84, 42).WithNoise(i, 0.5);
        var frames = new SyntheticFrames().Add(40, i => Film(1, i)).Add(40, i => Film(2, i)).Add(40, i => Film(3, i)).Add(40, i => Film(4, i));
        Assert.Equal([40L, 80L, 120L], Frames(Run(frames)));
    }

    [Fact]
    public void PictureThatPopsUpBeforeAStillOne_IsNoCut()
    {
        var frames = new SyntheticFrames().Add(50, _ => Texture(1)).Add(50, _ => Framed(Texture(1), Texture(2), 50, 6, 92, 30)).Add(50, _ => Texture(1));
        Assert.Empty(Run(frames));
    }

    [Theory]
    [InlineData(25, 1)]
    [InlineData(25, 2)]
    [InlineData(30, 1)]
    [InlineData(60, 2)]
    [InlineData(60, 3)]
    [InlineData(120, 5)]
    public void BlendedFramesBetweenTwoShots_AreOneTransition(double rate, int blended)
    {
        var before = (int)(rate * 1.5);
        var frames = new SyntheticFrames().At(rate).Shot(before, 1)
            .Add(blended, i => Texture(1).Blend(Texture(2), (i + 1.0) / (blended + 1)).WithNoise(i, 2)).Shot(before, 2);
        Assert.InRange(Assert.Single(Run(frames, rate)).Frame.Index, before, before + blended);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(120)]
    public void CutAtAHighRate_IsAtItsFrame(double rate)
    {
        var frames = new SyntheticFrames().At(rate).Shot(81, 1).Shot(82, 2).Shot(80, 3);
        Assert.Equal([81L, 163L], Frames(Run(frames, rate)));
    }

    [Theory]
    [InlineData(60, 8)]
    [InlineData(120, 16)]
    public void ShortDissolveAtAHighRate_IsOneDissolve(double rate, int blended)
    {
        var before = (int)rate;
        var frames = new SyntheticFrames().At(rate).Shot(before, 1)
            .Add(blended, i => Texture(1).Blend(Texture(2), (i + 1.0) / (blended + 1)).WithNoise(i, 2)).Shot(before, 2);
        Assert.InRange(Assert.Single(Run(frames, rate)).Frame.Index, before, before + blended);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(14)]
    public void FastTurnOverOnePicture_IsOneScene(int turn)
    {
        var frames = new SyntheticFrames().Add(60, i => Texture(7, 120, Math.Clamp((i - 25.0) / turn, 0, 1) * 2 * Width));
        Assert.Empty(Run(frames));
    }

    [Fact]
    public void FadeUnderATitle_IsOneFade()
    {
        static bool Title(int x, int y) => y is > 22 and < 30 && x is > 20 and < 76 && x % 4 > 1;
        var frames = new SyntheticFrames().Shot(28, 1)
            .Add(12, i => Texture(1).WithNoise(i, 2).Over(Flat(230), Title))
            .Add(12, i => Texture(1).Blend(Flat(16), (i + 1) / 13.0).Over(Flat(230), Title))
            .Add(10, _ => Flat(16).Over(Flat(230), Title))
            .Add(12, i => Flat(16).Blend(Texture(2), (i + 1) / 13.0).Over(Flat(230), Title))
            .Shot(40, 2);
        var found = Assert.Single(Run(frames));
        Assert.Equal(TransitionKind.Fade, found.Kind);
        Assert.InRange(found.Frame.Index, 50, 64);
    }

    [Fact]
    public void DarkDissolveUnderASubtitle_IsFound()
    {
        static bool Subtitle(int x, int y) => y is > 42 and < 50 && x is > 14 and < 82 && x % 4 > 1;
        Picture Dark(int seed) => Texture(seed).Gain(0.25, 12);
        var frames = new SyntheticFrames().Add(40, i => Dark(1).WithNoise(i, 1).Over(Flat(225), Subtitle))
            .Add(7, i => Dark(1).Blend(Dark(2), (i + 1) / 8.0).Over(Flat(225), Subtitle))
            .Add(40, i => Dark(2).WithNoise(i, 1).Over(Flat(225), Subtitle));
        Assert.InRange(Assert.Single(Run(frames)).Frame.Index, 40, 47);
    }
}
