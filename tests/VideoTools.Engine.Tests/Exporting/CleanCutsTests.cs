using VideoTools.Engine.Media.Encoding;

namespace VideoTools.Engine.Tests.Exporting;

public sealed class CleanCutsTests
{
    [Fact]
    public void CanCopy_ClosedGroups_AtTheirKeyFrames()
    {
        // Decoding order I P B B, twice: 0 3 1 2 | 4 7 5 6.
        var cuts = Feed([0, 4, 8, 3], "0K 3 1 2 4K 7 5 6");

        Assert.True(cuts.CanCopy(0, 4));
        Assert.True(cuts.CanCopy(4, 8));
        Assert.True(cuts.CanCopy(0, 8));
        Assert.False(cuts.CanCopy(3, 4));
        Assert.False(cuts.CanCopy(0, 3));
        Assert.Equal((4, 4, 8), (cuts.CountFrames(0, 4), cuts.CountFrames(4, 8), cuts.CountFrames(0, 8)));
    }

    [Fact]
    public void CanCopy_OpenGroup_NeitherBeforeNorBehind()
    {
        // The key frame shown at 4 is stored before 2 and 3, which lead it.
        var cuts = Feed([0, 4, 8], "0K 1 4K 2 3 7 5 6");

        Assert.False(cuts.CanCopy(0, 4));
        Assert.False(cuts.CanCopy(4, 8));
        Assert.True(cuts.CanCopy(0, 8));
        Assert.Equal((4, 4), (cuts.CountFrames(0, 4), cuts.CountFrames(4, 8)));
    }

    [Fact]
    public void CanCopy_KeyStoredBehindALaterFrame_IsNotClean() => Assert.False(Feed([0, 4, 9], "0K 5 4K 6").CanCopy(0, 4));

    [Fact]
    public void CanCopy_EndBetweenFramesOfTheEnd_IsTheEnd()
    {
        Assert.True(Feed([0, 100], "0K 1 2").CanCopy(0, 100));
        Assert.False(Feed([0, 2], "0K 1 2").CanCopy(0, 2));
        Assert.False(Feed([50, 100], "0K 1 2").CanCopy(50, 100));
    }

    [Fact]
    public void CanCopy_HiddenFrames_AreNoCutAndNotCounted()
    {
        // An edit list hides what comes before 2.
        var cuts = Feed([0, 2, 4], "0KD 1D 2 3 4K");

        Assert.False(cuts.CanCopy(0, 4));
        Assert.False(cuts.CanCopy(2, 4));
        Assert.Equal(2, cuts.CountFrames(0, 4));
    }

    [Fact]
    public void CanCopy_FileThatDoesNotSayWhen_Nothing() => Assert.False(Feed([0, 4], "0K ? 2 4K").CanCopy(0, 4));

    private static CleanCuts Feed(long[] cuts, string packets)
    {
        var result = new CleanCuts(cuts);
        foreach (var packet in packets.Split(' '))
        {
            var text = packet.TrimEnd('K', 'D');
            result.Add(
                text == "?" ? null : long.Parse(text),
                packet.Contains('K', StringComparison.Ordinal),
                !packet.Contains('D', StringComparison.Ordinal));
        }

        return result;
    }
}
