using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class TileMemoryTests
{
    [Fact]
    public void Update_SamePictureAgain_AnswersStand()
    {
        var memory = new TileMemory();
        Assert.True(memory.Update(Picture()));
        memory.Keep([MadeFaces.At(50, 50, 20)]);

        Assert.False(memory.Update(Picture()));
        Assert.Single(memory.Answers);
    }

    [Fact]
    public void Update_OneBlockChanges_IsLookedAtAgain()
    {
        var memory = new TileMemory();
        memory.Update(Picture());
        memory.Keep([MadeFaces.At(50, 50, 20)]);

        Assert.True(memory.Update(Picture(brighter: 40)));
        Assert.Empty(memory.Answers);
    }

    [Fact]
    public void Update_SlowDrift_AddsUpToAChange()
    {
        var memory = new TileMemory();
        memory.Update(Picture());

        Assert.Equal([false, false, true], new[] { 1, 2, 3 }.Select(level => memory.Update(Picture(all: level))));
    }

    [Fact]
    public void Update_FlatPicture_ShowsNothing() => Assert.False(new TileMemory().Update(new byte[256 * 256 * 3]));

    private static byte[] Picture(int brighter = 0, int all = 0)
    {
        var pixels = new byte[256 * 256 * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i / 3 % 256, i / 3 / 256);
            pixels[i] = (byte)(60 + (x / 2) + all + (x is >= 96 and < 112 && y is >= 32 and < 48 ? brighter : 0));
        }

        return pixels;
    }
}
