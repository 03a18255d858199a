namespace VideoTools.Build;

/// <summary>A step failed; the message says which and what to do.</summary>
internal sealed class BuildException(string message) : Exception(message);
