namespace VideoTools;

/// <summary>Gives one <see cref="TranscriptSegment"/> a segment of speech, as soon as it is known, or one that says why there is none.</summary>
public sealed record TranscriptRequest : VideoRequest
{
    /// <summary>How speech is turned into text.</summary>
    public SpeechOptions Speech { get; init; } = new();
}
