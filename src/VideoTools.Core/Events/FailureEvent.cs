namespace VideoTools;

/// <summary>The file failed; no more records of it follow.</summary>
/// <param name="InputIndex">Number of the input.</param>
/// <param name="FullName">The file.</param>
/// <param name="Error">What went wrong.</param>
public sealed record FailureEvent(int InputIndex, string FullName, VideoError Error) : VideoEvent(InputIndex, FullName);
