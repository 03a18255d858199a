namespace VideoTools.Engine.Features;

/// <summary>What an analyzer is told once, before the first frame.</summary>
internal sealed class AnalysisContext(VideoInfo info, TimeSpan? from, TimeSpan? to, Action<object> emit)
{
    /// <summary>The file.</summary>
    public VideoInfo Info { get; } = info;

    /// <summary>Start of the analysed range, null for the start of the file.</summary>
    public TimeSpan? From { get; } = from;

    /// <summary>End of the analysed range, null for the end of the file.</summary>
    public TimeSpan? To { get; } = to;

    /// <summary>Number of the scene that the range is; 0 where it is none.</summary>
    public int SceneIndex { get; init; }

    /// <summary>The moment that is 0 on the clock of a live source; null for a file.</summary>
    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>The moment of a time of a live source, in UTC, as records have it; null for a file.</summary>
    public string? ClockAt(TimeSpan time) => LiveSince is { } since ? TimeText.FormatClock(since + time) : null;

    /// <summary>Ends the work at once. For analyzers that work on after the last delivery; the decoder watches it by itself.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Takes what the user should know; the same text is shown once a session.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>Hands a finished record to whoever asked for it. Blocks while that one is slower.</summary>
    public void Emit(object record) => emit(record);
}
