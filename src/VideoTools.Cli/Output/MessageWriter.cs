namespace VideoTools.Cli.Output;

/// <summary>stderr: one line an error or warning, and a progress line where a person watches.</summary>
internal sealed class MessageWriter(TextWriter error, bool showProgress, TimeProvider clock)
{
    private const string EraseLine = "\r\u001b[K";

    // A longer line would wrap, and only its last row would be erased.
    private const int LineLength = 79;

    private readonly ProgressGate _gate = new(clock);
    private bool _hasLine;

    /// <summary>"videotools: FileNotFound: message action", on one line whatever the texts hold.</summary>
    public void Error(VideoError problem) => 
        Line(ShellText.ForCommandLine($"{problem.Id}: {problem.Message} {problem.RecommendedAction}"));

    /// <summary>"videotools: warning: message".</summary>
    public void Warning(string message) => Line(ShellText.ForCommandLine("warning: " + message));

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
        if (showProgress && _gate.TryPass())
        {
            _hasLine = true;
            error.Write(EraseLine + string.Concat(progress.ToString().Where(c => !char.IsControl(c)).Take(LineLength)));
            error.Flush();
        }
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
