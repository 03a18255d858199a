namespace VideoTools.PowerShell;

/// <summary>Lets a TranscriptSegment parameter take the rows of a CSV file (or any objects with the same properties).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TranscriptSegmentTransformAttribute : RecordTransformAttribute<TranscriptSegment>
{
    private protected override string Refusal => "This is not a segment of a transcript: {0} Pipe the output of Get-VideoTranscript.";

    private protected override TranscriptSegment? Read(Func<string, object?> get, out string problem) =>
        TranscriptSegmentReader.TryRead(get, out var read, out problem) ? read : null;
}
