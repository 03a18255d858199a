using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Tests.Niche.Measures;

public sealed class HookEventsTests
{
    [Fact]
    public void Of_HookColumns_SayWhatHappens() => Assert.Equal(
        new HookEvents(true, false, true),
        HookEvents.Of(NicheSamples.Video("a") with { HookCutCount = 1, HookTextCount = 0, HookWordCount = 0.5 }));

    [Fact]
    public void Of_NoHookColumns_StartsStandIn()
    {
        var video = NicheSamples.Video("a") with
        {
            SceneStarts = new ValueList<double>([1, 3.9, 9]), FirstTextSeconds = 4, FirstSpeechSeconds = 3.9,
        };

        Assert.Equal(new HookEvents(true, false, true), HookEvents.Of(video));
        Assert.Equal("cut+speech", HookEvents.Of(video).Type);
    }

    [Fact]
    public void Of_NothingOfAKind_IsNoRatherThanUnknown()
    {
        var video = NicheSamples.Video("a") with { SceneCount = 1, TextCount = 0, HasSpeech = false };

        Assert.Equal(new HookEvents(false, false, false), HookEvents.Of(video));
        Assert.Equal("none", HookEvents.Of(video).Type);
    }

    [Fact]
    public void Of_NothingKnown_IsUnknown() => Assert.Null(HookEvents.Of(NicheSamples.Video("a")).Type);
}
