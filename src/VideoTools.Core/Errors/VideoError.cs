namespace VideoTools;

/// <summary>One failure of one file: what, where, and what to do about it.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="FullName">The file it is about.</param>
/// <param name="Message">Names the file and the cause.</param>
/// <param name="RecommendedAction">The way out.</param>
public sealed record VideoError(VideoErrorId Id, string FullName, string Message, string RecommendedAction)
{
    /// <summary>The exception behind it, if there was one.</summary>
    public Exception? Exception { get; init; }
}
