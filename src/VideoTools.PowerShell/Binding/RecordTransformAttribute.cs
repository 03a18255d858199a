using System.Collections;
using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Lets a parameter for records take the rows of a CSV file, too (or any objects with the same properties).</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class RecordTransformAttribute<T> : ArgumentTransformationAttribute
    where T : class
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = FlexibleValue.Unwrap(inputData);
        return value is IList list ? list.Cast<object>().Select(ToRecord).ToArray() : ToRecord(inputData);
    }

    /// <summary>Reads a row; null when something is missing or wrong.</summary>
    private protected abstract T? Read(Func<string, object?> get, out string problem);

    /// <summary>What to say about something that is no such record, with the problem at {0}.</summary>
    private protected abstract string Refusal { get; }

    private T ToRecord(object item)
    {
        if (FlexibleValue.Unwrap(item) is T record)
        {
            return record;
        }

        var properties = PSObject.AsPSObject(item).Properties;
        return Read(name => properties[name]?.Value, out var problem)
            ?? throw new ArgumentTransformationMetadataException(string.Format(System.Globalization.CultureInfo.InvariantCulture, Refusal, problem));
    }
}
