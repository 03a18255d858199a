using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Tests.Caching;

public class CacheKeyTests
{
    private static readonly CacheKey Key = new(
        "identity", new VideoInput("/v/a.mp4"), "Scene 1", "{}", null, ["12ab"], new EngineOptions());

    [Fact]
    public void ToName_WhatChangesResults_GivesOtherNames()
    {
        CacheKey[] keys =
        [
            Key,
            Key with { Identity = "another" },
            Key with { Input = Key.Input with { From = TimeSpan.FromSeconds(1) } },
            Key with { Input = Key.Input with { To = TimeSpan.FromSeconds(1) } },
            Key with { Analysis = "Scene 2" },
            Key with { Analysis = "Crop 1" },
            Key with { Options = """{"Threshold":27}""" },
            Key with { Device = InferenceDevice.Cpu },
            Key with { Device = InferenceDevice.Cuda },
            Key with { Models = ["12ac"] },
            Key with { Models = ["12ab", "12ac"] },
            Key with { Engine = new EngineOptions { Speed = SpeedMode.Exact } },
            Key with { Engine = new EngineOptions { HardwareAcceleration = HardwareAcceleration.Vaapi } },
        ];
        var names = keys.Select(key => key.ToName()).ToList();

        Assert.All(names, name => Assert.Matches("^[0-9a-f]{64}$", name));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void ToName_WhatDoesNotChangeResults_IsNotInIt()
    {
        var other = Key with
        {
            Input = Key.Input with { FullName = "/other/b.mp4" },
            Engine = new EngineOptions { ThrottleLimit = 7, Unordered = true, Cache = CacheMode.Refresh, StallTimeout = TimeSpan.FromSeconds(3) },
        };

        Assert.Equal(Key.ToName(), other.ToName());
    }
}
