// Method: the answers to one sequence become a state when the next sequence of the file begins. The state is that of the first question
// that asks for one; the level the highest that an answer gives. Where a question for a level has no answer the level is unknown,
// unless another answer raises it: what is known to be bad stays so, what is not known is never good.
// Memory: the answers to one sequence a file.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Observation.States;

/// <summary>Turns answers into states.</summary>
internal sealed class StateMaker : IStateMaker
{
    private const int LongestEvidence = 200;

    // In the order in which files came.
    private readonly List<FileStates> _files = [];

    public VideoState? Add(VideoAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var file = _files.Find(known => known.FullName == answer.FullName);
        if (file is null)
        {
            _files.Add(file = new FileStates(answer.FullName));
        }

        VideoState? done = null;
        if (file.Answers.Count > 0 && file.Answers[0].SequenceIndex != answer.SequenceIndex)
        {
            if (answer.SequenceIndex < file.Answers[0].SequenceIndex)
            {
                throw new ArgumentException(
                    $"The answers about '{answer.FullName}' are not in order of time: {answer.SequenceIndex} comes behind "
                    + $"{file.Answers[0].SequenceIndex}. Sort them by SequenceIndex.");
            }

            done = file.Take();
        }

        file.Answers.Add(answer);
        return done;
    }

    public IReadOnlyList<VideoState> Finish()
    {
        VideoState[] rest = [.. _files.Where(file => file.Answers.Count > 0).Select(file => file.Take())];
        _files.Clear();
        return rest;
    }

    internal static VideoState Of(IReadOnlyList<VideoAnswer> answers)
    {
        var first = answers[0];
        var asked = answers.Where(answer => answer.Kind != AnswerKind.Text).ToList();
        var state = asked.Find(answer => answer.Kind == AnswerKind.State);
        var highest = answers.Max(answer => answer.Level ?? AlertLevel.Unknown);
        var isLevelKnown = asked.Where(answer => answer.Kind == AnswerKind.Level).All(answer => answer.Status == AnswerStatus.Ok);
        var level = isLevelKnown || LevelSmoother.IsRaised(highest) ? highest : AlertLevel.Unknown;
        var missing = (asked.Count > 0 ? asked : answers).Where(answer => answer.Status != AnswerStatus.Ok).ToList();
        return new VideoState
        {
            FullName = first.FullName,
            SequenceIndex = first.SequenceIndex,
            Start = first.Start,
            End = first.End,
            StartSeconds = first.StartSeconds,
            EndSeconds = first.EndSeconds,
            ClockTime = first.ClockTime,
            State = state?.State ?? VideoState.Unknown,
            RawLevel = level,
            Level = level,
            Status = missing.Count == 0 ? StateStatus.Ok
                : missing.Count == (asked.Count > 0 ? asked.Count : answers.Count) ? StateStatus.Unavailable
                : StateStatus.Partial,
            Evidence = Evidence(answers, asked, missing, highest),
            Source = first.Model,
            FrameTimes = first.FrameTimes,
        };
    }

    // What gave the level, the state, or the first text; else why there is nothing.
    private static string Evidence(
        IReadOnlyList<VideoAnswer> answers, List<VideoAnswer> asked, List<VideoAnswer> missing, AlertLevel highest)
    {
        var telling = asked.Find(answer => answer.Status == AnswerStatus.Ok && answer.Level == highest && highest != AlertLevel.Unknown)
            ?? asked.Find(answer => answer.Status == AnswerStatus.Ok)
            ?? answers.FirstOrDefault(answer => answer is { Status: AnswerStatus.Ok, Answer.Length: > 0 });
        var text = telling is not null ? Answers.AnswerEvidence.Of(telling.Answer)
            : missing.FirstOrDefault()?.Error ?? (missing.Count > 0 ? $"{missing[0].Question}: {missing[0].Status}" : "");
        return text.Length > LongestEvidence ? text[..LongestEvidence] : text;
    }

    private sealed class FileStates(string fullName)
    {
        private readonly LevelSmoother _smoother = new();

        public string FullName { get; } = fullName;

        public List<VideoAnswer> Answers { get; } = [];

        public VideoState Take()
        {
            var state = Of(Answers);
            Answers.Clear();
            return state with { Level = _smoother.Next(state.State, state.RawLevel) };
        }
    }
}
