using System.Diagnostics;
using VideoTools.Engine.Features.Sequences;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Measures what asking about one file takes. Thread-safe.</summary>
internal sealed class QueryMeter
{
    // Below this part of the time nothing is worth a word.
    private const double Noticeable = 0.2;

    private readonly Lock _gate = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private VideoQueryMetric _sums;
    private int _sequences;
    private int _calls;

    /// <summary>Starts the clock.</summary>
    public QueryMeter(string fullName) => _sums = new VideoQueryMetric { FullName = fullName };

    /// <summary>A sequence came, after the decoder was held back for a while.</summary>
    public void OnSequence(FrameSequence sequence, TimeSpan heldBack)
    {
        lock (_gate)
        {
            _sums = _sums with
            {
                SequenceCount = _sums.SequenceCount + 1,
                FramesSeen = _sums.FramesSeen + sequence.SeenCount,
                FramesKept = _sums.FramesKept + sequence.FrameTimes.Count,
                HeldBackSeconds = _sums.HeldBackSeconds + heldBack.TotalSeconds,
                PeakSequences = Math.Max(_sums.PeakSequences, ++_sequences),
            };
        }
    }

    /// <summary>The answers of a sequence are out.</summary>
    public void OnSequenceDone(IReadOnlyList<VideoAnswer> answers)
    {
        var wasSent = answers.Any(answer => answer.Attempts > 0);
        lock (_gate)
        {
            _sequences--;
            _sums = _sums with
            {
                QuestionCount = _sums.QuestionCount + answers.Count,
                UnavailableCount = _sums.UnavailableCount + answers.Count(answer => answer.Status == AnswerStatus.Unavailable),
                FramesSent = _sums.FramesSent + (wasSent ? answers[0].FrameCount : 0),
            };
        }
    }

    /// <summary>JPEG files were made.</summary>
    public void OnEncoded(int frames, long bytes, TimeSpan time)
    {
        lock (_gate)
        {
            _sums = _sums with
            {
                FramesEncoded = _sums.FramesEncoded + frames,
                BytesEncoded = _sums.BytesEncoded + bytes,
                EncodeSeconds = _sums.EncodeSeconds + time.TotalSeconds,
            };
        }
    }

    /// <summary>A call begins, after it waited in line.</summary>
    public void OnCall(TimeSpan queued)
    {
        lock (_gate)
        {
            _sums = _sums with
            {
                QueueSeconds = _sums.QueueSeconds + queued.TotalSeconds,
                PeakCalls = Math.Max(_sums.PeakCalls, ++_calls),
            };
        }
    }

    /// <summary>A call failed and is repeated after a while.</summary>
    public void OnRetry(TimeSpan wait)
    {
        lock (_gate)
        {
            _sums = _sums with { RetryCount = _sums.RetryCount + 1, RetrySeconds = _sums.RetrySeconds + wait.TotalSeconds };
        }
    }

    /// <summary>A call is over.</summary>
    public void OnReply(ModelReply reply)
    {
        lock (_gate)
        {
            _calls--;
            _sums = _sums with
            {
                CallCount = _sums.CallCount + reply.Attempts,
                CallSeconds = _sums.CallSeconds + reply.Seconds,
                PromptTokens = _sums.PromptTokens + (reply.PromptTokens ?? 0),
                CompletionTokens = _sums.CompletionTokens + (reply.CompletionTokens ?? 0),
            };
        }
    }

    /// <summary>An answer needed no call.</summary>
    public void OnKept()
    {
        lock (_gate)
        {
            _sums = _sums with { CacheHitCount = _sums.CacheHitCount + 1 };
        }
    }

    /// <summary>What was measured so far.</summary>
    /// <param name="places">Calls that may run at once.</param>
    /// <param name="dropped">Frames of a live source that were dropped.</param>
    public VideoQueryMetric Read(int places, long dropped)
    {
        lock (_gate)
        {
            var elapsed = Stopwatch.GetElapsedTime(_started).TotalSeconds;
            return _sums with
            {
                ElapsedSeconds = elapsed,
                FramesDropped = dropped,
                ProcessorSeconds = (Environment.CpuUsage.TotalTime - _processor).TotalSeconds,
                Bottleneck = Bottleneck(_sums, elapsed, places),
            };
        }
    }

    private static string Bottleneck(VideoQueryMetric sums, double elapsed, int places)
    {
        if (sums.RetrySeconds + sums.UnavailableCount > 0 && (sums.RetrySeconds > Noticeable * sums.CallSeconds
            || sums.UnavailableCount > Noticeable * sums.QuestionCount))
        {
            return "Server: it fails or is too busy; lower -QueryThrottle, or raise -RetryCount.";
        }

        // Calls fill the places most of the time: the model is what everything waits for.
        var use = elapsed > 0 ? sums.CallSeconds / (elapsed * places) : 0;
        return sums.HeldBackSeconds > Noticeable * elapsed || use > 1 - Noticeable
            ? sums.QueueSeconds > sums.CallSeconds
                ? "Model: questions wait in line; raise -QueryThrottle if the server answers several at once, or use -Combined."
                : "Model: the decoder waits for answers; use -Combined, a smaller model, or -Preset Batch."
            : "Decoder: places are free while the video is read; several files at once use them.";
    }
}
