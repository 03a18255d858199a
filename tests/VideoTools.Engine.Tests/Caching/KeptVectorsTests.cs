using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Tests.Caching;

public sealed class KeptVectorsTests : IDisposable
{
    private static readonly float[][] Vectors = [[1f / 3, -0f, float.Epsilon], [float.MaxValue, 2, 3]];

    private readonly TemporaryFolder _folder = new();
    private int _computed;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Get_ASecondTime_GivesTheSameBitsWithoutComputing()
    {
        var first = Get("a");
        var second = Get("a");

        Assert.Equal(1, _computed);
        Assert.Equal(first.SelectMany(v => v).Select(BitConverter.SingleToInt32Bits), second.SelectMany(v => v).Select(BitConverter.SingleToInt32Bits));
        Assert.Equal([3, 3], second.Select(v => v.Length));
    }

    [Fact]
    public void Get_AnotherName_ComputesAgain()
    {
        Get("a");
        Get("b");

        Assert.Equal(2, _computed);
    }

    [Fact]
    public void Get_WhatCameWithTheModule_ComputesNothing()
    {
        Get("a", cache: "learned");

        Get("a", cache: "other");

        Assert.Equal(1, _computed);
    }

    [Fact]
    public void Get_WhatIsKeptOfAnotherShape_ComputesAgain()
    {
        Get("a");
        Get("a", count: 3);
        Get("a", length: 6, count: 1);

        Assert.Equal(3, _computed);
    }

    private float[][] Get(string name, string cache = "cache", int count = 2, int length = 3) => new KeptVectors(
        new ResultCache(Path.Combine(_folder.Path, cache), 1 << 20), Path.Combine(_folder.Path, "learned")).Get(name, (count, length), () =>
    {
        _computed++;
        return Vectors;
    });
}
