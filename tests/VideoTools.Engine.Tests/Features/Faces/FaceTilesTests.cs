using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class FaceTilesTests
{
    [Theory]
    [InlineData(1280, 720, 0.03)]
    [InlineData(720, 1280, 0.03)]
    [InlineData(1280, 536, 0.04)]
    [InlineData(854, 480, 0.05)]
    [InlineData(320, 240, 0.05)]
    [InlineData(1280, 720, 0.02)]
    public void For_APicture_EveryWantedFaceLiesWholeInOneOfThem(int width, int height, double minimumSize)
    {
        var tiles = FaceTiles.For(width, height, minimumSize);

        Assert.NotEmpty(tiles.Tiles);
        var (scaleX, scaleY) = ((double)tiles.Width / width, (double)tiles.Height / height);

        // The largest face that the whole picture may miss, and the smallest that is wanted.
        var side = FaceTiles.CertainFace * Math.Max(width, height) / FaceAnchors.Side * Math.Max(scaleX, scaleY);
        for (var y = 0.0; y + side <= tiles.Height; y += 7)
        {
            for (var x = 0.0; x + side <= tiles.Width; x += 7)
            {
                Assert.Contains(tiles.Tiles, tile =>
                    x >= tile.Left && y >= tile.Top
                    && x + side <= tile.Left + FaceAnchors.Side && y + side <= tile.Top + FaceAnchors.Side);
            }
        }

        Assert.All(tiles.Tiles, tile =>
        {
            Assert.InRange(tile.Left, 0, tiles.Width - FaceAnchors.Side);
            Assert.InRange(tile.Top, 0, tiles.Height - FaceAnchors.Side);
        });
    }

    [Theory]
    [InlineData(1280, 720, 0.12)]
    [InlineData(256, 256, 0.1)]
    [InlineData(100, 100, 0.3)]
    [InlineData(1280, 40, 0.2)]
    public void For_LargeFacesOrAThinPicture_ThereAreNone(int width, int height, double minimumSize) =>
        Assert.Empty(FaceTiles.For(width, height, minimumSize).Tiles);
}
