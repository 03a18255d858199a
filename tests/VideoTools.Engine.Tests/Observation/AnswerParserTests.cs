using VideoTools.Engine.Observation.Answers;
using VideoTools.Engine.Observation.Profiles;

namespace VideoTools.Engine.Tests.Observation;

/// <summary>The table of answers: what is said, what is denied, what is only supposed.</summary>
public sealed class AnswerParserTests
{
    private static readonly QueryProfile Driver = ProfileReader.Read("driver");
    private static readonly AnswerParser States = new(Driver.Questions.Single(question => question.Kind == AnswerKind.State));
    private static readonly AnswerParser Levels = new(Driver.Questions.Single(question => question.Kind == AnswerKind.Level));

    public static TheoryData<string, string?> StateAnswers => new()
    {
        // Said.
        { "SLEEPY", "SLEEPY" },
        { "AWAKE. The eyes are open and the head is upright.", "AWAKE" },
        { "**TIRED** - the eyelids hang.", "TIRED" },
        { "State: EXHAUSTED\nThe head leans on the window.", "EXHAUSTED" },
        { "The driver's state is neutral.", "NEUTRAL" },
        { "The driver looks drowsy and the head drops.", "SLEEPY" },
        { "He seems to be falling asleep.", "SLEEPY" },
        { "The person is smiling at somebody.", "JOYFUL" },
        { "The driver is furious.", "ANGRY" },
        { "Signs of fatigue are visible around the eyes.", "TIRED" },
        { "# SLEEPY\nEyes closed in four of five pictures.", "SLEEPY" },
        { "Classification: JOYFUL (laughing)", "JOYFUL" },
        { "The driver is alert and looks at the road.", "AWAKE" },
        { "The driver is struggling to stay awake.", "SLEEPY" },
        { "Barely awake.", "SLEEPY" },
        { "sleepy", "SLEEPY" },
        { "The driver could be described as weary.", "TIRED" },
        { "Tired, but not sleepy.", "TIRED" },

        // Denied.
        { "NOT SLEEPY", null },
        { "The driver is not sleepy.", null },
        { "No drowsy signs.", null },
        { "There are no signs of drowsiness, fatigue or distraction.", null },
        { "No indication that the driver is tired.", null },
        { "The driver isn't sleepy; the eyes are open.", null },
        { "The driver doesn\u2019t appear to be drowsy.", null },
        { "Without any sleepiness the driver looks ahead.", null },
        { "Neither tired nor sleepy.", null },
        { "The driver is awake, not sleepy.", "AWAKE" },
        { "AWAKE, not drowsy, no fatigue.", "AWAKE" },
        { "Not sleepy. The driver is alert.", "AWAKE" },
        { "The driver is not tired, sleepy or distracted but attentive.", "AWAKE" },
        { "Drowsiness: none", null },
        { "Sleepy: no\nAwake: yes", "AWAKE" },
        { "Sleepy? No.", null },
        { "Drowsiness is not visible; the driver is calm.", "NEUTRAL" },
        { "Signs of sleepiness are absent.", null },
        { "The driver is far from drowsy.", null },
        { "Alert rather than sleepy.", "AWAKE" },
        { "The driver never looks tired; the face is neutral.", "NEUTRAL" },
        { "The face shows an absence of fatigue and stays expressionless.", "NEUTRAL" },
        { "A calm, non-drowsy driver.", "NEUTRAL" },
        { "Sleepiness can be ruled out.", null },
        { "The driver is unlikely to be drowsy.", null },
        { "The driver is no longer awake.", null },

        // What only looks like a denial, and denials that end.
        { "Not only tired but sleepy.", "SLEEPY" },
        { "There is no doubt that the driver is sleepy.", "SLEEPY" },
        { "The driver is not smiling and looks drowsy.", "SLEEPY" },
        { "The driver is not alert, he is drowsy.", "SLEEPY" },
        { "Not awake. Asleep.", "SLEEPY" },
        { "No phone is seen; the driver is tired.", "TIRED" },
        { "There is no smile, but the driver is happy.", "JOYFUL" },
        { "The driver is not without signs of fatigue.", "TIRED" },
        { "He does not look at the road because he is asleep.", "SLEEPY" },
        { "SLEEPY - no movement for two seconds.", "SLEEPY" },
        { "Drowsiness cannot be ruled out.", "SLEEPY" },
        { "The driver is not looking ahead, drowsy, with closed eyes.", "SLEEPY" },

        // Supposed, asked, or nothing.
        { "If the driver becomes sleepy, an alarm should sound.", null },
        { "The system should watch for drowsiness.", null },
        { "It is hard to tell whether the driver is tired.", null },
        { "UNKNOWN: the face is covered.", null },
        { "I cannot see a face in these pictures.", null },
        { "", null },
        { "AWAKE, SLEEPY, JOYFUL, EXHAUSTED, TIRED, ANGRY, NEUTRAL", null },

        // Structured, whole or not.
        { "{\"state\":\"SLEEPY\",\"evidence\":\"eyes closed\"}", "SLEEPY" },
        { "```json\n{\n  \"state\": \"awake\",\n  \"evidence\": \"no drowsy signs\"\n}\n```", "AWAKE" },
        { "Here is my answer: {\"state\": \"TIRED\", \"evidence\": \"not sleepy yet\"} I hope it helps.", "TIRED" },
        { "{\"state\":\"NOT SLEEPY\",\"evidence\":\"\"}", null },
        { "{\"state\":\"UNKNOWN\",\"evidence\":\"too dark; could be sleepy\"}", null },
        { "{\"sleepy\": false, \"awake\": true}", "AWAKE" },
        { "{\"state\": \"SLEEPY\", \"evidence\": \"the eyes are cl", "SLEEPY" },
        { "{\"face_state\": {\"label\": \"angry\"}}", "ANGRY" },
        { "<think>The driver could be SLEEPY? No, the eyes are open.</think>AWAKE", "AWAKE" },
        { "{\"state\":\"TIRED\",}", "TIRED" },
    };

    public static TheoryData<string, string?> LevelAnswers => new()
    {
        { "HIGH", "HIGH" },
        { "LOW - the driver is attentive.", "LOW" },
        { "Moderate: the eyelids are heavy.", "MODERATE" },
        { "**Level: HIGH**\nThe eyes stay closed.", "HIGH" },
        { "The alert level is moderate.", "MODERATE" },
        { "I would rate this as low risk.", "LOW" },
        { "Risk: LOW to MODERATE", "MODERATE" },
        { "LOW / MODERATE / HIGH", null },
        { "High beams are on. Nothing else can be seen.", null },
        { "The eyes are closed and the head is nodding.", "HIGH" },
        { "The eyes are not closed.", null },
        { "The driver's eyes are open, no head nodding, nothing unusual.", "LOW" },
        { "The driver struggles to keep the eyes open.", "MODERATE" },
        { "There are no signs of impairment.", "LOW" },
        { "No immediate danger, normal driving.", "LOW" },
        { "Not HIGH.", null },
        { "There is no high risk.", null },
        { "Unresponsive for the whole stretch.", "HIGH" },
        { "The driver yawns twice.", "MODERATE" },
        { "{\"level\":\"HIGH\",\"evidence\":\"eyes closed\"}", "HIGH" },
        { "{\"level\":\"UNKNOWN\",\"evidence\":\"eyes closed? too dark\"}", null },
        { "Overall assessment: LOW", "LOW" },
        { "The picture is too dark.", null },
        { "The driver is asleep at the wheel.", "HIGH" },
        { "LOW\nHowever, if the eyes close longer it would be HIGH.", "LOW" },
    };

    [Theory]
    [MemberData(nameof(StateAnswers))]
    public void State_IsReadAsItIsMeant(string answer, string? state) => Assert.Equal(state, States.Parse(answer));

    [Theory]
    [MemberData(nameof(LevelAnswers))]
    public void Level_IsReadAsItIsMeant(string answer, string? level) => Assert.Equal(level, Levels.Parse(answer));

    [Fact]
    public void Tables_HaveSixtyRowsAtLeast() => Assert.True(StateAnswers.Count + LevelAnswers.Count >= 60);

    [Fact]
    public void Garbage_IsReadInReasonableTime()
    {
        var text = string.Concat(Enumerable.Repeat("not, no level is { \"state\": and he isn't, ", 2_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        States.Parse(text);
        Levels.Parse(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }
}
