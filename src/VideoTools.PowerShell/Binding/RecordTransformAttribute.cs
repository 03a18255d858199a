using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Lets a parameter for records take rows of them, too: of a CSV file, of JSON, of another session.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="name">What the record is called, "a crop position".</param>
/// <param name="source">The cmdlet that gives such records.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecordTransformAttribute<T>(string name, string source) : ArgumentTransformationAttribute
    where T : class
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlexibleValue.Unwrap(inputData) is IList list ? list.Cast<object>().Select(ToRecord).ToArray() : ToRecord(inputData);

    private T ToRecord(object item) => FlexibleValue.Unwrap(item) is T record ? record
        : RecordReader.TryRead<T>(PlainValue.Getter(PSObject.AsPSObject(item)), out var read, out var problem) ? read
        : throw new ArgumentTransformationMetadataException($"This is not {name}: {problem} Pipe the output of {source}.");
}
