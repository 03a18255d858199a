// Source: the phrases of earlier driver monitors, sorted anew: "head nodding" stood in two lists, "no drowsy signs" was read as drowsy,
// and what nothing was said about was low. Here a phrase counts where nothing negates it (Negation), and the rest is unknown.
namespace VideoTools.Engine.Observation.Profiles;

/// <summary>What says a level in plain words, where an answer does not name it.</summary>
internal static class LevelWords
{
    /// <summary>The levels, the most important first.</summary>
    public static IReadOnlyList<AnswerLabel> Default { get; } =
    [
        new("HIGH",
        [
            "eyes closed", "eyes * closed", "closed eyes", "eyes shut", "eyes * shut", "head nodding", "nodding off", "dozing*",
            "dozed off", "falling asleep", "fell asleep", "fallen asleep", "asleep", "severe drowsiness", "severely drowsy",
            "severe fatigue",
            "dangerous*", "critical", "unresponsive*", "unconscious", "microsleep*", "passed out", "head * dropped", "head * slumped",
            "slumped", "immediate danger", "cannot stay awake", "unable to stay awake",
        ]),
        new("MODERATE",
        [
            "frequent* clos*", "frequent* blink*", "blinking frequently", "struggl*", "heavy eyelids", "heavy lids", "eyelids * heavy",
            "eyelids * droop*", "drooping eyelids", "half-closed", "half closed", "clear drowsiness", "drows*", "sleepy", "sleepiness",
            "yawn*", "fatigue*", "tired*", "distracted", "impaired", "impairment",
        ]),
        new("LOW",
        [
            "normal", "normally", "no concern", "no concerns", "no signs of impairment", "no sign of impairment", "no impairment",
            "not impaired", "unimpaired", "no signs of drowsiness", "no drowsiness", "not drowsy", "attentive", "fully alert", "alert and",
            "and alert", "awake and", "wide awake", "no cause for concern", "nothing concerning", "nothing unusual", "no * danger", "safe",
            "safely",
        ]),
    ];
}
