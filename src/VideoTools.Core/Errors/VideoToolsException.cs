namespace VideoTools;

/// <summary>Thrown inside the engine when a file cannot be worked on; becomes one error record.</summary>
public sealed class VideoToolsException : Exception
{
    /// <summary>Wraps an error.</summary>
    public VideoToolsException(VideoError error)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message, error.Exception) => Error = error;

    /// <summary>Creates an error from its parts.</summary>
    public VideoToolsException(VideoErrorId id, string fullName, string message, string recommendedAction, Exception? inner = null)
        : this(new VideoError(id, fullName, message, recommendedAction) { Exception = inner })
    {
    }

    /// <summary>What went wrong.</summary>
    public VideoError Error { get; }
}
