namespace VideoTools.Engine.Features.Speech;

/// <summary>One subtitle: at most two lines, shown from start to end.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
/// <param name="Lines">One or two lines.</param>
internal sealed record SubtitleCue(double Start, double End, IReadOnlyList<string> Lines)
{
    /// <summary>The lines joined by a line feed.</summary>
    public string Text => string.Join('\n', Lines);
}
