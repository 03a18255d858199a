namespace VideoTools.Cli.Output;

/// <summary>stderr: one line an error or warning, and a progress line where a person watches.</summary>
internal sealed class MessageWriter(TextWriter error, bool showProgress, TimeProvider clock)
{
    private const string EraseLine = "\r\u001b[K";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = Interval;
    private bool _hasLine;

    /// <summary>"videotools: FileNotFound: message action", on one line whatever the texts hold.</summary>
    public void Error(VideoError problem) => Line($"{problem.Id}: {problem.Message} {problem.RecommendedAction}");

    /// <summary>"videotools: warning: file: message".</summary>
    public void Warning(WarningEvent warning) => Line(warning.Message.Contains(warning.FullName, StringComparison.Ordinal)
        ? $"warning: {warning.Message}"
        : $"warning: {warning.FullName}: {warning.Message}");

    /// <summary>"videotools: text".</summary>
    public void Line(string text)
    {
        Erase();
        error.Write("videotools: " + string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd() + Environment.NewLine);
        error.Flush();
    }

    /// <summary>Shows how far the work is, at most five times a second.</summary>
    public void Progress(VideoProgress progress)
    {
        var elapsed = clock.GetElapsedTime(_start);
        if (!showProgress || elapsed < _next)
        {
            return;
        }

        _next = elapsed + Interval;
        _hasLine = true;
        var name = Path.GetFileName(progress.CurrentFile);
        error.Write(EraseLine + progress + (name.Length == 0 ? "" : " " + string.Concat(name.Where(c => !char.IsControl(c)).Take(50))));
        error.Flush();
    }

    /// <summary>Takes the progress line off the screen.</summary>
    public void Erase()
    {
        if (_hasLine)
        {
            _hasLine = false;
            error.Write(EraseLine);
            error.Flush();
        }
    }
}
