namespace VideoTools;

/// <summary>Something a session tells while it runs.</summary>
/// <param name="InputIndex">0 for the first input that was added.</param>
/// <param name="FullName">The file.</param>
public abstract record VideoEvent(int InputIndex, string FullName);
