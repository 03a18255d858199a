// Method: every question of a sequence is a task that waits for those it depends on, then for a place, then for the model. A question
// whose answer is kept takes no place and no JPEG. What goes wrong with one question is the status of its record; the others go on.
using System.Diagnostics;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features.Sequences;
using VideoTools.Engine.Observation.Answers;
using VideoTools.Engine.Observation.Profiles;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Asks all questions about a sequence. Thread-safe.</summary>
internal sealed class SequenceAsker
{
    // Grows when the same parts of a key stand for another question.
    private const string KeyVersion = "1";

    private readonly QuerySettings _settings;
    private readonly ModelCaller _caller;
    private readonly CallThrottle _throttle;
    private readonly AnswerStore? _store;
    private readonly Dictionary<string, AnswerParser> _parsers;
    private readonly JsonElement _combinedSchema;

    /// <summary>An asker for one session.</summary>
    public SequenceAsker(QuerySettings settings, ModelCaller caller, CallThrottle throttle, AnswerStore? store)
    {
        (_settings, _caller, _throttle, _store) = (settings, caller, throttle, store);
        _parsers = settings.Profile.Questions.ToDictionary(question => question.Name, question => new AnswerParser(question));
        _combinedSchema = AnswerSchema.OfAll(settings.Profile.Questions);
    }

    private QueryProfile Profile => _settings.Profile;

    /// <summary>Asks.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="file">Number of the file, for its place in line.</param>
    /// <param name="meter">Measures what it takes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answers, in the order of the questions.</returns>
    public async Task<IReadOnlyList<VideoAnswer>> AskAsync(
        FrameSequence sequence, int file, QueryMeter meter, CancellationToken cancellationToken)
    {
        var frame = new Asked(
            sequence with { Pixels = default },
            new SequencePictures(sequence, _settings.Options.JpegQuality, meter),
            file,
            meter,
            cancellationToken);
        if (sequence.FrameTimes.Count < Math.Min(2, _settings.Sequence.FramesPerSequence))
        {
            return [.. Profile.Questions.Select(question =>
                Record(frame, question, AnswerStatus.Skipped) with { Error = "It has fewer than two frames." })];
        }

        if (_settings.IsCombined)
        {
            return await AskAllAsync(frame).ConfigureAwait(false);
        }

        var asked = new Dictionary<string, Task<VideoAnswer>>(StringComparer.Ordinal);
        foreach (var (order, question) in Profile.Questions.Index())
        {
            asked.Add(question.Name, AskOneAsync(frame, question, order, [.. question.DependsOn.Select(name => asked[name])]));
        }

        return await Task.WhenAll(asked.Values).ConfigureAwait(false);
    }

    private async Task<VideoAnswer> AskOneAsync(Asked asked, ProfileQuestion question, int order, Task<VideoAnswer>[] before)
    {
        var known = await Task.WhenAll(before).ConfigureAwait(false);
        if (known.FirstOrDefault(answer => answer.Status is AnswerStatus.Unavailable or AnswerStatus.Skipped) is { } missing)
        {
            return Record(asked, question, AnswerStatus.Skipped) with
            {
                Error = $"It depends on {missing.Question}, which is {missing.Status}.",
            };
        }

        var prompt = Prompts.Of(question, asked.Sequence, known);
        var reply = await ReplyAsync(asked, order, prompt, question.Schema).ConfigureAwait(false);
        return reply.Text is null
            ? Failed(asked, question, reply)
            : Read(asked, question, reply.Text, reply);
    }

    private async Task<IReadOnlyList<VideoAnswer>> AskAllAsync(Asked asked)
    {
        var reply = await ReplyAsync(asked, 0, Prompts.OfAll(Profile, asked.Sequence), _combinedSchema).ConfigureAwait(false);

        // One call: its tokens and its time are counted once.
        var others = reply with { PromptTokens = null, CompletionTokens = null, Seconds = 0 };
        return
        [
            .. Profile.Questions.Index().Select(pair =>
            {
                var own = pair.Index == 0 ? reply : others;
                return reply.Text is null ? Failed(asked, pair.Item, own)
                    : CombinedAnswer.PartOf(reply.Text, pair.Item, Profile) is { } part ? Read(asked, pair.Item, part, own)
                    : Read(asked, pair.Item, "", own) with { Error = "The answer to all questions has none to this one." };
            }),
        ];
    }

    private async Task<ModelReply> ReplyAsync(Asked asked, int order, string prompt, JsonElement? schema)
    {
        var question = new ModelQuestion(
            Profile.System, prompt, schema, asked.Pictures.Get, new CallPlace(asked.File, asked.Sequence.Index, order));
        if (_store is null || asked.Sequence.ClockTime is not null)
        {
            // Nothing of a camera is kept.
            return await CallAsync(asked, question).ConfigureAwait(false);
        }

        var reply = await _store.GetAsync(Key(asked, question), asked.Sequence.FullName, () => CallAsync(asked, question))
            .ConfigureAwait(false);
        if (reply.FromCache)
        {
            asked.Meter.OnKept();
        }

        return reply;
    }

    private async Task<ModelReply> CallAsync(Asked asked, ModelQuestion question)
    {
        var started = Stopwatch.GetTimestamp();
        await _throttle.EnterAsync(question.Place, asked.Cancellation).ConfigureAwait(false);
        var wasBusy = false;
        var reply = new ModelReply(null, 0);
        asked.Meter.OnCall(Stopwatch.GetElapsedTime(started));
        try
        {
            (reply, wasBusy) = await _caller.AskAsync(question, asked.Meter.OnRetry, asked.Cancellation).ConfigureAwait(false);
            return reply;
        }
        finally
        {
            asked.Meter.OnReply(reply);
            _throttle.Leave(wasBusy);
        }
    }

    // Everything that the answer depends on, and not where it was asked: the same model elsewhere says the same.
    private string Key(Asked asked, ModelQuestion question)
    {
        var options = _settings.Options;
        return KeptAnswers.Key(
            KeyVersion,
            options.Model,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{options.Temperature:R} {options.Context} {options.MaximumTokens} {options.JpegQuality}"),
            question.System,
            question.Prompt,
            question.Schema?.GetRawText(),
            asked.Sequence.Hash);
    }

    private VideoAnswer Failed(Asked asked, ProfileQuestion question, ModelReply reply) =>
        Record(asked, question, AnswerStatus.Unavailable) with
        {
            Attempts = reply.Attempts,
            Seconds = reply.Seconds,
            Error = reply.Error ?? "The server cannot be asked.",
        };

    private VideoAnswer Read(Asked asked, ProfileQuestion question, string text, ModelReply reply)
    {
        var said = _parsers[question.Name].Parse(text);
        var label = question.Labels.FirstOrDefault(known => known.Name == said);
        var isUnderstood = question.Kind == AnswerKind.Text ? text.Length > 0 : label is not null;
        var record = Record(asked, question, isUnderstood ? AnswerStatus.Ok : AnswerStatus.Unparsed) with
        {
            Answer = text,
            Attempts = reply.Attempts,
            FromCache = reply.FromCache,
            PromptTokens = reply.PromptTokens,
            CompletionTokens = reply.CompletionTokens,
            Seconds = reply.Seconds,
        };
        return question.Kind switch
        {
            AnswerKind.State => record with { State = label?.Name ?? VideoState.Unknown, Level = label?.Raises },
            AnswerKind.Level => record with
            {
                Level = label is null ? AlertLevel.Unknown : Enum.Parse<AlertLevel>(label.Name, ignoreCase: true),
            },
            _ => record,
        };
    }

    private VideoAnswer Record(Asked asked, ProfileQuestion question, AnswerStatus status) => new()
    {
        FullName = asked.Sequence.FullName,
        SequenceIndex = asked.Sequence.Index,
        Start = asked.Sequence.Start,
        End = asked.Sequence.End,
        StartSeconds = asked.Sequence.Start.TotalSeconds,
        EndSeconds = asked.Sequence.End.TotalSeconds,
        ClockTime = asked.Sequence.ClockTime,
        Question = question.Name,
        Kind = question.Kind,
        State = question.Kind == AnswerKind.State ? VideoState.Unknown : null,
        Level = question.Kind == AnswerKind.Level ? AlertLevel.Unknown : null,
        Status = status,
        FrameCount = asked.Sequence.FrameTimes.Count,
        FrameTimes = asked.Sequence.FrameTimes,
        Model = _settings.Options.Model,
    };

    /// <summary>One sequence while it is asked about.</summary>
    private sealed record Asked(
        FrameSequence Sequence, SequencePictures Pictures, int File, QueryMeter Meter, CancellationToken Cancellation);
}
