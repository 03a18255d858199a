using VideoTools.PowerShell;

namespace VideoTools.Tests.Infrastructure;

public sealed class CropPositionGroupsTests
{
    [Fact]
    public void Groups_FilesRangesAndAspectsMixed_AreSeparatedInOrderOfAppearance()
    {
        var groups = new CropPositionGroups();
        groups.Add(Position("b", 0, "1:1"));
        groups.Add(Position("a", 0, "1:1"));
        groups.Add(Position("b", 5, "1:1"));
        groups.Add(Position("b", 0, "9:16"));
        groups.Add(Position("b", 0, "1:1"));

        Assert.Equal([2, 1, 1, 1], groups.Groups.Select(group => group.Count));
        Assert.Equal(["b", "a", "b", "b"], groups.Groups.Select(group => group[0].FullName));
    }

    private static CropPosition Position(string name, int start, string aspect) => new()
    {
        FullName = name,
        Index = 0,
        X = 0,
        Y = 0,
        Width = 1,
        Height = 1,
        VideoWidth = 2,
        VideoHeight = 2,
        Start = TimeSpan.FromSeconds(start),
        Aspect = aspect,
    };
}
