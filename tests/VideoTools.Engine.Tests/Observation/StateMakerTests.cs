using VideoTools.Engine.Numerics;
using VideoTools.Engine.Observation.States;

namespace VideoTools.Engine.Tests.Observation;

public sealed class StateMakerTests
{
    [Theory]
    [InlineData("LLL", "LLL")]
    [InlineData("H", "H")]
    [InlineData("LHL", "LLL")]
    [InlineData("LMMH", "LLMH")]
    [InlineData("HLH", "HLH")]
    [InlineData("LLHLH", "LLLLH")]
    [InlineData("LUH", "LUH")]
    [InlineData("UUM", "UUM")]
    [InlineData("LHUH", "LLUH")]
    [InlineData("LSL", "LHL")]
    public void Level_IsSmoothedInOrderOfTime(string raw, string expected)
    {
        var smoother = new LevelSmoother();

        var levels = raw.Select(c => smoother.Next(c == 'S' ? "SLEEPY" : "AWAKE", c switch
        {
            'L' => AlertLevel.Low, 'M' => AlertLevel.Moderate, 'U' => AlertLevel.Unknown, _ => AlertLevel.High,
        }));

        Assert.Equal(expected, string.Concat(levels.Select(level => level.ToString()[0])));
    }

    [Fact]
    public void Add_AnswersOfASequence_GiveOneStateWhenTheNextBegins()
    {
        var maker = new StateMaker();

        Assert.Null(maker.Add(Answer(1, AnswerKind.State, state: "AWAKE")));
        Assert.Null(maker.Add(Answer(1, AnswerKind.Level, AlertLevel.Low)));
        Assert.Null(maker.Add(Answer(1, AnswerKind.Text)));
        var first = maker.Add(Answer(2, AnswerKind.State, AlertLevel.High, state: "SLEEPY"))!;
        maker.Add(Answer(2, AnswerKind.Level, AlertLevel.Low));
        var second = Assert.Single(maker.Finish());

        Assert.Equal(("AWAKE", AlertLevel.Low, AlertLevel.Low, StateStatus.Ok), (first.State, first.RawLevel, first.Level, first.Status));
        Assert.Equal(("SLEEPY", AlertLevel.High, AlertLevel.High, StateStatus.Ok), (second.State, second.RawLevel, second.Level, second.Status));
        Assert.Equal(2, second.StartSeconds);
    }

    [Theory]
    [InlineData(AnswerStatus.Unavailable)]
    [InlineData(AnswerStatus.Unparsed)]
    [InlineData(AnswerStatus.Skipped)]
    public void Add_LevelThatIsMissing_IsUnknownAndNeverLow(AnswerStatus status)
    {
        var state = Of(Answer(1, AnswerKind.State, state: "AWAKE"), Answer(1, AnswerKind.Level, AlertLevel.Unknown, status: status));

        Assert.Equal(("AWAKE", AlertLevel.Unknown, StateStatus.Partial), (state.State, state.Level, state.Status));
    }

    [Fact]
    public void Add_LevelThatIsMissingBesideAWorryingState_IsThatOfTheState() => Assert.Equal(
        AlertLevel.High,
        Of(
            Answer(1, AnswerKind.State, AlertLevel.High, state: "SLEEPY"),
            Answer(1, AnswerKind.Level, AlertLevel.Unknown, status: AnswerStatus.Unavailable)).Level);

    [Fact]
    public void Add_NothingKnown_IsUnavailableWithTheReason()
    {
        var state = Of(
            Answer(1, AnswerKind.State, state: "UNKNOWN", status: AnswerStatus.Unavailable) with { Error = "The server answered 500." },
            Answer(1, AnswerKind.Level, AlertLevel.Unknown, status: AnswerStatus.Skipped));

        Assert.Equal(
            ("UNKNOWN", AlertLevel.Unknown, StateStatus.Unavailable, "The server answered 500."),
            (state.State, state.Level, state.Status, state.Evidence));
    }

    [Fact]
    public void Add_FilesThatTakeTurns_KeepTheirOwnHistory()
    {
        var maker = new StateMaker();
        List<VideoState> states = [];
        foreach (var (index, file, level) in new[]
        {
            (1, "a", AlertLevel.Low), (1, "b", AlertLevel.High), (2, "a", AlertLevel.High), (2, "b", AlertLevel.High), (3, "a", AlertLevel.Low), (3, "b", AlertLevel.Low),
        })
        {
            if (maker.Add(Answer(index, AnswerKind.Level, level, file: file)) is { } state)
            {
                states.Add(state);
            }
        }

        states.AddRange(maker.Finish());

        Assert.Equal([AlertLevel.Low, AlertLevel.Low, AlertLevel.Low], states.Where(s => s.FullName == "a").Select(s => s.Level));
        Assert.Equal([AlertLevel.High, AlertLevel.High, AlertLevel.Low], states.Where(s => s.FullName == "b").Select(s => s.Level));
    }

    [Fact]
    public void Add_MixedUpOrder_IsRefused()
    {
        var maker = new StateMaker();
        maker.Add(Answer(2, AnswerKind.Level, AlertLevel.Low));

        Assert.Throws<ArgumentException>(() => maker.Add(Answer(1, AnswerKind.Level, AlertLevel.Low)));
    }

    internal static VideoAnswer Answer(
        int index, AnswerKind kind, AlertLevel? level = null, string? state = null, AnswerStatus status = AnswerStatus.Ok, string file = "/v.mp4") => new()
    {
        FullName = file,
        SequenceIndex = index,
        Question = kind.ToString(),
        Kind = kind,
        Level = level,
        State = state,
        Status = status,
        Answer = status == AnswerStatus.Ok ? "said" : "",
        StartSeconds = 2 * (index - 1),
        EndSeconds = 2 * index,
    };

    private static VideoState Of(params VideoAnswer[] answers)
    {
        var maker = new StateMaker();
        Array.ForEach(answers, answer => maker.Add(answer));
        return Assert.Single(maker.Finish());
    }
}
