namespace VideoTools.Engine.Files;

/// <summary>What files hold, as errors about them say it.</summary>
/// <param name="Text">For example "The template of 'clip.mp4'".</param>
/// <param name="Source">The file that the errors are about; null for the one to be written.</param>
/// <param name="Advice">What else can be done where a file exists, beside overwriting it.</param>
internal sealed record OutputSubject(string Text, string? Source = null, string Advice = "choose another directory")
{
    /// <summary>The error for a file that is there.</summary>
    public VideoToolsException Exists(string path, Exception? cause) => new(
        VideoErrorId.OutputExists,
        Source ?? path,
        $"{Text} is not written: '{path}' exists.",
        $"Overwrite it with -Force (--force), or {Advice}.",
        cause);

    /// <summary>The error for whatever else the file system refuses.</summary>
    public VideoToolsException Unwritable(string path, Exception cause) => new(
        VideoErrorId.OutputUnwritable,
        Source ?? path,
        $"{Text} cannot be written to '{path}': {cause.Message}",
        "Choose a directory that you may write to, and check the free space.",
        cause);
}
