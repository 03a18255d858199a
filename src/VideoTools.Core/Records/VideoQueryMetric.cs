using System.Globalization;

namespace VideoTools;

/// <summary>What asking about one video took: measured, not estimated.</summary>
[View(
    "Sequences=SequenceCount:9", "Calls=CallCount:6", "Cached=CacheHitCount:6", "Retries=RetryCount:7",
    "Unavailable=UnavailableCount:11", "Elapsed=ElapsedSeconds:8:0.00", "Bottleneck",
    GroupBy = "FullName", Set = "FullName SequenceCount CallCount CacheHitCount UnavailableCount ElapsedSeconds Bottleneck")]
public sealed record VideoQueryMetric
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 14)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>Sequences.</summary>
    [Column(Width = 13)]
    public int SequenceCount { get; init; }

    /// <summary>Questions about them.</summary>
    public int QuestionCount { get; init; }

    /// <summary>Calls of the model, those that failed included.</summary>
    [Column(Width = 9)]
    public int CallCount { get; init; }

    /// <summary>Answers that were kept from earlier calls.</summary>
    [Column(Width = 13)]
    public int CacheHitCount { get; init; }

    /// <summary>Calls that repeat one that failed.</summary>
    public int RetryCount { get; init; }

    /// <summary>Questions without an answer because the model could not be asked.</summary>
    public int UnavailableCount { get; init; }

    /// <summary>Frames that were looked at.</summary>
    public long FramesSeen { get; init; }

    /// <summary>Frames of a live source that nobody had time for: the newest were looked at in their place.</summary>
    public long FramesDropped { get; init; }

    /// <summary>Frames that were kept, the others being too much like the one before.</summary>
    public long FramesKept { get; init; }

    /// <summary>Frames that were made JPEG files.</summary>
    public long FramesEncoded { get; init; }

    /// <summary>Different frames that were sent; each may be sent with several questions.</summary>
    public long FramesSent { get; init; }

    /// <summary>Bytes of the JPEG files, each counted once.</summary>
    public long BytesEncoded { get; init; }

    /// <summary>Tokens of questions, as far as the server counts them.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Tokens of answers, as far as the server counts them.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>Seconds from the start to the last answer.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>Seconds that the decoder and the choice of frames were held back because enough sequences waited for answers.</summary>
    public double HeldBackSeconds { get; init; }

    /// <summary>Seconds of making JPEG files.</summary>
    public double EncodeSeconds { get; init; }

    /// <summary>Seconds that questions waited for a free place, added up.</summary>
    public double QueueSeconds { get; init; }

    /// <summary>Seconds of calls, added up.</summary>
    public double CallSeconds { get; init; }

    /// <summary>Seconds of waiting between a failed call and the next, added up.</summary>
    public double RetrySeconds { get; init; }

    /// <summary>Processor seconds of this process meanwhile, all files together.</summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>Most sequences in flight at one time.</summary>
    public int PeakSequences { get; init; }

    /// <summary>Most calls of this file at one time.</summary>
    public int PeakCalls { get; init; }

    /// <summary>What held the rest up: Server (errors), Model or Decoder, and what may help.</summary>
    [Column(Width = 26)]
    public string Bottleneck { get; init; } = "";

    /// <summary>One line for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{FullName}: {SequenceCount} sequences, {QuestionCount} questions, {CallCount} calls ({RetryCount} repeated), "
        + $"{CacheHitCount} kept answers, {UnavailableCount} unavailable; {ElapsedSeconds:0.00} s, of calls {CallSeconds:0.00} s, "
        + $"queued {QueueSeconds:0.00} s, decoder held back {HeldBackSeconds:0.00} s, JPEG {EncodeSeconds:0.00} s, "
        + $"processor {ProcessorSeconds:0.00} s; at most {PeakSequences} sequences and {PeakCalls} calls at a time; "
        + $"frames dropped {FramesDropped}, seen {FramesSeen}, kept {FramesKept}, "
        + $"encoded {FramesEncoded}, sent {FramesSent} ({BytesEncoded} bytes); "
        + $"tokens {PromptTokens} + {CompletionTokens}. Bottleneck: {Bottleneck}");
}
