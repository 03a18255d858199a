using System.Globalization;
using VideoTools.TestMedia.Follow;

namespace VideoTools.Engine.Tests.Features.CropPath;

public class BarTests
{
    private static readonly SubjectClipSpec Clip = new("bars", Scenery.Still, [new SubjectMove(0.3, 0.6, 0.5, 3)], 6);
    private static readonly CropPathOptions Auto = new();

    // Bars of the small frame; displayed ones are twice as wide.
    [Theory]
    [InlineData(0, 23, 0, 23)]
    [InlineData(0, 5, 0, 5)]
    [InlineData(40, 0, 40, 0)]
    [InlineData(30, 17, 30, 17)]
    [InlineData(0, 0, 0, 0)]
    public void Bars_OfAClip_AreFoundAndLeftOut(int left, int top, int right, int bottom)
    {
        var shot = Assert.Single(DrawnShots.Plan(Clip with { Bars = (left, top, right, bottom) }, Auto));

        var bars = Read(shot);
        int[] truth = [2 * left, 2 * top, 2 * right, 2 * bottom];
        for (var side = 0; side < 4; side++)
        {
            // Never less than the bar; at most the row that the scaler may have mixed, and one to be even.
            Assert.InRange(bars[side], truth[side], truth[side] == 0 ? 0 : truth[side] + 4);
        }

        AssertInside(shot, bars);
        Assert.Equal(9.0 / 16, (double)shot.Width / shot.Height, 0.02);
    }

    [Fact]
    public void Bars_ThatChangeWithTheScene_AreEachScenes()
    {
        var spec = Clip with { Bars = (0, 23, 0, 23), LaterBars = (40, 0, 40, 0) };

        var shots = DrawnShots.Plan(spec, Auto, null, 3.0);

        Assert.Equal([0, 46, 0, 46], Read(shots[0]));
        Assert.Equal([80, 0, 80, 0], Read(shots[1]));
        Assert.All(shots, shot => AssertInside(shot, Read(shot)));
        Assert.Equal(shots[0].Height, shots[1].Height);
    }

    [Fact]
    public void Bars_ThatComeWithinAScene_AreNeverInside()
    {
        var shot = Assert.Single(DrawnShots.Plan(Clip with { LaterBars = (0, 23, 0, 23) }, Auto));

        Assert.Equal([0, 46, 0, 46], Read(shot));
        AssertInside(shot, Read(shot));
    }

    [Fact]
    public void IncludeBars_TreatsThemAsPicture_AndStillTellsThem()
    {
        var shot = Assert.Single(DrawnShots.Plan(Clip with { Bars = (0, 23, 0, 23) }, Auto with { IncludeBars = true }));

        Assert.Equal(360, shot.Height);
        Assert.Equal([0, 46, 0, 46], Read(shot));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.1)]
    [InlineData(0.02)]
    public void Bars_OfADarkFilm_AreNone(double light)
    {
        var shot = Assert.Single(DrawnShots.Plan(Clip with { Light = light }, Auto));

        Assert.Equal("0:0:0:0", shot.Bars);
    }

    [Fact]
    public void Bars_OfADarkSceneInALetterboxedFilm_AreTheFilms()
    {
        // The second half is too dark to show a bar.
        var bright = Clip with { Bars = (0, 23, 0, 23), Seconds = 3 };
        var notes = DrawnShots.Notes(bright).Concat(DrawnShots.Notes(bright with { Light = 0.05 })
            .Select(note => note with { Seconds = note.Seconds + 3, EndSeconds = note.EndSeconds + 3 }));

        var shots = DrawnShots.Compose([.. notes], 6, Auto, [], null, 3.0);

        Assert.Equal(["0:46:0:46", "0:46:0:46"], shots.Select(shot => shot.Bars));
    }

    private static int[] Read(CropShot shot) => [.. shot.Bars.Split(':').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    private static void AssertInside(CropShot shot, int[] bars)
    {
        Assert.True(shot.X >= bars[0] && shot.X + shot.Width <= 640 - bars[2], shot.ToString());
        Assert.True(shot.Y >= bars[1] && shot.Y + shot.Height <= 360 - bars[3], shot.ToString());
        Assert.All(shot.Path, key => Assert.True(
            key.X >= bars[0] && key.X + shot.Width <= 640 - bars[2] && key.Y >= bars[1] && key.Y + shot.Height <= 360 - bars[3], key.ToString()));
    }
}
