using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class FaceTrackerTests
{
    private readonly FaceTracker _tracker = new();

    [Fact]
    public void Follow_TwoPeopleWhoCross_KeepTheirNumbers()
    {
        for (var i = 0; i <= 10; i++)
        {
            var ids = Follow(1, i * 0.5, Face(100 + (i * 40), 1, 0.8), Face(500 - (i * 40), 2, 0.8));
            Assert.Equal([1, 2], ids);
        }
    }

    [Fact]
    public void Follow_FaceThatTurnsAway_IsHeldByItsPlace()
    {
        Assert.Equal([1], Follow(1, 0, Face(100, 1)));
        Assert.Equal([1], Follow(1, 0.5, Face(105, 0)));
        Assert.Equal([1], Follow(1, 1, Face(110, 1)));
    }

    [Fact]
    public void Follow_AnotherPersonInTheSamePlace_IsANewTrack()
    {
        Follow(1, 0, Face(100, 1));

        Assert.Equal([2], Follow(1, 0.5, Face(100, 2)));
    }

    [Fact]
    public void Follow_NewScene_StartsNewTracks()
    {
        Follow(1, 0, Face(100, 1), Face(300, 2));

        Assert.Equal([3, 4], Follow(2, 0.5, Face(100, 1), Face(300, 2)));
    }

    [Fact]
    public void Follow_FaceThatComesBack_HasItsNumberWithinTwoSeconds()
    {
        Follow(1, 0, Face(100, 1));
        Follow(1, 1);
        Assert.Equal([1], Follow(1, 2, Face(200, 1)));
        Follow(1, 3);
        Assert.Equal([2], Follow(1, 4.5, Face(200, 1)));
    }

    [Fact]
    public void Follow_WideIntervals_AreNoGaps()
    {
        Follow(1, 0, 10, Face(100, 1));

        Assert.Equal([1], Follow(1, 10, 10, Face(150, 1)));
    }

    [Fact]
    public void Follow_TwoUnknownFacesInOnePlace_TheOlderTrackWins()
    {
        Follow(1, 0, Face(100, 0), Face(104, 0));

        Assert.Equal([1, 2], Follow(1, 0.5, Face(102, 0), Face(130, 0)));
    }

    private static FaceFinding Face(double x, int person, double likeness = 1) => MadeFaces.Of(MadeFaces.At(x, 100, 60), person, likeness);

    private int[] Follow(int scene, double seconds, params FaceFinding[] faces) => Follow(scene, seconds, 0.5, faces);

    private int[] Follow(int scene, double seconds, double gap, params FaceFinding[] faces) => _tracker.Follow(scene, seconds, faces, gap);
}
