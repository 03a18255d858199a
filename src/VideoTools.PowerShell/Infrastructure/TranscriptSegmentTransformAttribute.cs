using System.Collections;
using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Lets a TranscriptSegment parameter take the rows of a CSV file (or any objects with the same properties).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TranscriptSegmentTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = FlexibleValue.Unwrap(inputData);
        return value is IList list ? list.Cast<object>().Select(ToSegment).ToArray() : ToSegment(inputData);
    }

    private static TranscriptSegment ToSegment(object item)
    {
        if (FlexibleValue.Unwrap(item) is TranscriptSegment segment)
        {
            return segment;
        }

        var properties = PSObject.AsPSObject(item).Properties;
        if (TranscriptSegmentReader.TryRead(name => properties[name]?.Value, out var read, out var problem))
        {
            return read!;
        }

        throw new ArgumentTransformationMetadataException(
            $"This is not a segment of a transcript: {problem} Pipe the output of Get-VideoTranscript.");
    }
}
