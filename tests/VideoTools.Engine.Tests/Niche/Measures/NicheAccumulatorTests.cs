using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Tests.Niche.Measures;

public sealed class NicheAccumulatorTests
{
    [Fact]
    public void GetAll_TwoNiches_LargestFirstWithHandComputedNumbers()
    {
        var accumulator = new NicheAccumulator(1);
        accumulator.Add(NicheSamples.Video("a", "finance", 40));
        accumulator.Add(NicheSamples.Video("b", cuts: 4) with { TextCount = 6, TextZone = "bottom", MeanColor = "#102030", HasSpeech = true, WordCount = 50, WordsPerMinute = 150 });
        accumulator.Add(NicheSamples.Video("c", cuts: 8) with { TextCount = 0, MeanColor = "#304050", HasSpeech = false, WordCount = 0, WordsPerMinute = 0 });
        accumulator.Add(NicheSamples.Video("d", "tech > saas", 27) with { DurationSeconds = 60, TextCount = 3, TextZone = "Top" });

        var all = accumulator.GetAll(isFinal: true);

        Assert.Equal(["tech", "finance"], all.Select(s => s.Niche));
        var tech = all[0];
        Assert.True(tech.IsFinal);
        Assert.Equal((1, 3, 3, 3, 2), (tech.Level, tech.SampleSize, tech.SceneSampleSize, tech.TextSampleSize, tech.SpeechSampleSize));
        Assert.Equal((13, 8, 6, 17.5), (tech.CutsPerMinuteMean, tech.CutsPerMinuteMedian, tech.CutsPerMinuteLowerQuartile, tech.CutsPerMinuteUpperQuartile));
        Assert.Equal("slow", tech.PacingClass);

        // 6 / 30, 0 / 30, 3 / 60 texts a second.
        Assert.Equal((0.05, 0.05 + (0.15 / 2)), (tech.OverlayDensityMedian!.Value, Math.Round(tech.OverlayDensityUpperQuartile!.Value, 12)));

        // Nobody speaks in one of them: no word counts, a pace does not.
        Assert.Equal((25, 150, 0.5), (tech.WordCountMedian, tech.WordsPerMinuteMean, tech.SpeechShare));
        Assert.Equal((40, 30, 30, 60), (tech.DurationSecondsMean, tech.DurationSecondsMedian, tech.DurationSecondsMinimum, tech.DurationSecondsMaximum));
        Assert.Equal("#203040", tech.MeanColor);

        // One video each: the upper zone wins.
        Assert.Equal(("top", 0.5), (tech.PrimaryTextZone, tech.PrimaryTextZoneShare));
        Assert.Null(all[1].TextCountMean);
        Assert.Equal(("none", null, 0), (all[1].PrimaryTextZone, all[1].PrimaryTextZoneShare, all[1].TextSampleSize));
    }

    [Theory]
    [InlineData(1, "tech")]
    [InlineData(2, "tech > coding")]
    [InlineData(3, "tech > coding > web_dev")]
    public void Add_Level_IsThePathDownToIt(int level, string expected) =>
        Assert.Equal(expected, new NicheAccumulator(level).Add(NicheSamples.Video("a")));

    [Fact]
    public void Add_NoNicheOrShallowOne_IsUnknownOrAsDeepAsKnown()
    {
        var accumulator = new NicheAccumulator(3);

        Assert.Equal("unknown", accumulator.Add(new VideoNiche { VideoId = "x", Subcategory = "" }));
        Assert.Equal("tech", accumulator.Add(NicheSamples.Video("y", "tech")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Constructor_NoSuchLevel_Throws(int level) => Assert.Throws<ArgumentOutOfRangeException>(() => new NicheAccumulator(level));

    [Fact]
    public void GetAll_NoVideos_IsEmpty()
    {
        Assert.Empty(new NicheAccumulator(1).GetAll(isFinal: true));
        Assert.Null(new NicheAccumulator(1).Get("tech", isFinal: false));
    }

    [Fact]
    public void Get_MissingNotFiniteAndWithoutLength_CountNowhere()
    {
        var accumulator = new NicheAccumulator(1);
        accumulator.Add(NicheSamples.Video("a", cuts: double.NaN) with { Motion = double.PositiveInfinity });
        accumulator.Add(NicheSamples.Video("b", cuts: 0) with { DurationSeconds = 0, TextCount = 4 });

        var tech = accumulator.Get("tech", isFinal: false)!;

        Assert.False(tech.IsFinal);
        Assert.Equal((2, 0), (tech.SampleSize, tech.SceneSampleSize));
        Assert.True(tech is { CutsPerMinuteMean: null, MotionMedian: null, OverlayDensityMean: null, PacingClass: null, HookType: null });
        Assert.Equal((4, 15), (tech.TextCountMean, tech.DurationSecondsMean));
    }

    [Fact]
    public void Get_Hooks_AreWhatHappensMost()
    {
        var accumulator = new NicheAccumulator(1);
        accumulator.Add(NicheSamples.Video("a") with { HookCutCount = 2, HookTextCount = 1, HookWordCount = 0 });
        accumulator.Add(NicheSamples.Video("b") with { HookCutCount = 0, HookTextCount = 3, HookWordCount = 6.5 });
        accumulator.Add(NicheSamples.Video("c") with { HookCutCount = 0, HookTextCount = 1, HookWordCount = 4 });
        accumulator.Add(NicheSamples.Video("d"));

        var tech = accumulator.Get("tech", isFinal: true)!;

        Assert.Equal(("text+speech", 2 / 3.0), (tech.HookType, tech.HookTypeShare));
        Assert.Equal((1 / 3.0, 1, 2 / 3.0), (tech.HookCutShare, tech.HookTextShare, tech.HookSpeechShare));
        Assert.Equal((0, 1, 4), (tech.HookCutCountMedian, tech.HookTextCountMedian, tech.HookWordCountMedian));
    }

    [Fact]
    public void Get_Heat_CountsVideosWithoutTextAndPassesOverUnknown()
    {
        var accumulator = new NicheAccumulator(1);
        var heat = new double[36];
        heat[35] = 0.5;
        accumulator.Add(NicheSamples.Video("a") with { TextCount = 1, TextHeat = new ValueList<double>(heat) });
        accumulator.Add(NicheSamples.Video("b") with { TextCount = 0 });
        accumulator.Add(NicheSamples.Video("c"));

        var mean = accumulator.Get("tech", isFinal: true)!.TextHeat;

        Assert.Equal((36, 0, 0.25), (mean.Count, mean[0], mean[35]));
    }

    [Theory]
    [InlineData(9.99, "slow")]
    [InlineData(10, "moderate")]
    [InlineData(20, "fast")]
    [InlineData(30, "very_fast")]
    public void PacingClass_CutRate_ChangesAtTenTwentyAndThirty(double rate, string expected) => Assert.Equal(expected, PacingClasses.Of(rate));

    [Fact]
    public void StatisticColumns_EveryMeasure_ReadsWhatItWrote()
    {
        var statistic = new NicheStatistic { Niche = "n" };
        for (var i = 0; i < NicheMeasures.All.Count; i++)
        {
            StatisticColumns.Write(statistic, NicheMeasures.All[i], new MeasureSpread(i, i + 0.1, i + 0.2, i + 0.3));
        }

        Assert.Equal(14, NicheMeasures.All.Count);
        Assert.All(NicheMeasures.All.Select((m, i) => (m, i)), p => Assert.Equal(new MeasureSpread(p.i, p.i + 0.1, p.i + 0.2, p.i + 0.3), StatisticColumns.Read(statistic, p.m)));
        Assert.Equal((0, 13.3), (statistic.CutsPerMinuteMean, statistic.DurationSecondsUpperQuartile));
    }
}
