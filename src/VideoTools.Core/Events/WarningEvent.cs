namespace VideoTools;

/// <summary>Something the user should know about a file that still gave records, for example damaged frames.</summary>
/// <param name="InputIndex">Number of the input.</param>
/// <param name="FullName">The file.</param>
/// <param name="Message">What to know.</param>
public sealed record WarningEvent(int InputIndex, string FullName, string Message) : VideoEvent(InputIndex, FullName)
{
    /// <summary>The message, with the file where it does not name it itself.</summary>
    public override string ToString() => Message.Contains(FullName, StringComparison.Ordinal) ? Message : $"{FullName}: {Message}";
}
