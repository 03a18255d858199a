using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Engine.Tests.TestMedia;

public class SceneScorerTests
{
    private static readonly SceneClip Clip = new()
    {
        Name = "test",
        Path = "",
        FrameRate = new Rational(25, 1),
        FrameCount = 500,
        Transitions = [Transition(TransitionKind.Cut, 100, 100), Transition(TransitionKind.Dissolve, 200, 224), Transition(TransitionKind.Cut, 300, 300)],
        Ignored = [(0, 10)],
    };

    [Fact]
    public void Score_EverythingFound_IsPerfect()
    {
        var score = SceneScorer.Score(Clip, [At(100), At(212, TransitionKind.Dissolve), At(300)]);

        Assert.Equal(new Tally(2, 0, 0), score.Hard);
        Assert.Equal(new Tally(3, 0, 0), score.All);
        Assert.Equal(2, score.ExactCuts);
        Assert.Equal((1, 1), score.Kinds);
        Assert.Equal(1, score.All.F1);
    }

    [Theory]
    [InlineData(98, true)]
    [InlineData(102, true)]
    [InlineData(97, false)]
    [InlineData(103, false)]
    public void Score_CutBesideTheTruth_CountsWithinTwoFrames(int frame, bool hit)
    {
        var score = SceneScorer.Score(Clip, [At(frame)]);

        Assert.Equal(hit ? 1 : 0, score.Hard.Hits);
        Assert.Equal(hit ? 0 : 1, score.Hard.FalseAlarms);
        Assert.Equal(0, score.ExactCuts);
    }

    [Theory]
    [InlineData(194, true)]
    [InlineData(230, true)]
    [InlineData(193, false)]
    [InlineData(231, false)]
    public void Score_DissolveBoundary_CountsWithinAQuarterOfASecond(int frame, bool hit)
    {
        var score = SceneScorer.Score(Clip, [At(frame)]);

        Assert.Equal(hit ? 1 : 0, score.All.Hits);
        Assert.Equal(hit ? 0 : 1, score.All.FalseAlarms);
        Assert.Equal(0, score.Hard.Hits);
    }

    [Fact]
    public void Score_DissolveFoundTwice_SecondIsAFalseAlarm()
    {
        var score = SceneScorer.Score(Clip, [At(203), At(213)]);

        Assert.Equal(new Tally(1, 1, 2), score.All);
        Assert.Equal(203, Assert.Single(score.FalseAlarms).Frame);
    }

    [Fact]
    public void Score_CutFoundTwice_MatchesTheNearest()
    {
        var score = SceneScorer.Score(Clip, [At(101), At(100)]);

        Assert.Equal(1, score.ExactCuts);
        Assert.Equal(101, Assert.Single(score.FalseAlarms).Frame);
    }

    [Fact]
    public void Score_DetectionInIgnoredRange_IsNeitherRightNorWrong()
    {
        var score = SceneScorer.Score(Clip, [At(5), At(12), At(13)]);

        Assert.Equal(13, Assert.Single(score.FalseAlarms).Frame);
    }

    [Fact]
    public void Score_NothingFound_MissesEverything()
    {
        var score = SceneScorer.Score(Clip, []);

        Assert.Equal(new Tally(0, 0, 3), score.All);
        Assert.Equal(3, score.Missed.Count);
        Assert.Equal(0, score.All.F1);
        Assert.Equal(1, score.All.Precision);
    }

    private static SceneTransition Transition(TransitionKind kind, int first, int last) => new(kind, first, last, first / 25.0, last / 25.0);

    private static SceneDetection At(int frame, TransitionKind? kind = null) => new(frame, frame / 25.0, kind);
}
