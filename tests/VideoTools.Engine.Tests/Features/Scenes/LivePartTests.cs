using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class LivePartTests
{
    private static PictureRegion? Find(Func<int, Picture> make, LivePartTuning? tuning = null)
    {
        var live = new LivePart(Width, Height, tuning ?? LivePartTuning.Default);
        foreach (var frame in new SyntheticFrames().Add(60, make).Frames)
        {
            live.Update(frame);
        }

        return live.Region;
    }

    private static Picture Film(int i) => Flat(200).Over(Texture(3, 120, i * 2), (x, y) => x is >= 24 and < 80 && y is >= 12 and < 44);

    [Fact]
    public void Region_FilmInACanvas_IsTheFilm()
    {
        var region = Assert.NotNull(Find(Film));
        Assert.InRange(region.Left, 24, 30);
        Assert.InRange(region.Top, 12, 18);
        Assert.InRange(region.Left + region.Width, 74, 80);
        Assert.InRange(region.Top + region.Height, 38, 44);
    }

    [Fact]
    public void Region_WholePictureMoves_IsNone() => Assert.Null(Find(i => Texture(3, 120, i * 2)));

    [Fact]
    public void Region_RoundThingMoves_IsNone() =>
        Assert.Null(Find(i => Texture(3).Over(Texture(4, 120, i * 3), (x, y) => Math.Pow(x - 48, 2) + Math.Pow(y - 27, 2) < 250)));

    [Fact]
    public void Region_LineOfText_IsNone() =>
        Assert.Null(Find(i => Texture(3).Over(Texture(4, 120, i * 3), (x, y) => y is > 40 and < 50 && x is > 8 and < 88)));

    [Fact]
    public void Region_CanvasChanges_IsGivenUp() =>
        Assert.Null(Find(i => i < 55 ? Film(i) : Texture(9, 120, i)));

    [Fact]
    public void Region_PartTooSmall_IsNone() => Assert.Null(Find(Film, LivePartTuning.Default with { SmallestArea = 0.9 }));
}
