namespace VideoTools;

/// <summary>
/// What is done with a file, for those who ask (<see cref="EngineOptions.TellDetails"/>): a kept result, a command line, a time.
/// </summary>
/// <param name="InputIndex">Number of the input.</param>
/// <param name="FullName">The file.</param>
/// <param name="Message">What is done.</param>
public sealed record DetailEvent(int InputIndex, string FullName, string Message) : VideoEvent(InputIndex, FullName)
{
    /// <summary>The message, behind the name of the file.</summary>
    public override string ToString() => $"{Path.GetFileName(FullName)}: {Message}";
}
