namespace VideoTools;

/// <summary>Gives one <see cref="VideoText"/> a line of on-screen text, as soon as it is gone.</summary>
public sealed record TextRequest : VideoRequest
{
    /// <summary>How text is read.</summary>
    public TextOptions Text { get; init; } = new();
}
