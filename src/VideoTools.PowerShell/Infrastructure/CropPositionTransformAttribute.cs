using System.Collections;
using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Lets a CropPosition parameter take the rows of a CSV file (or any objects with the same properties).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CropPositionTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = FlexibleValue.Unwrap(inputData);
        return value is IList list ? list.Cast<object>().Select(ToPosition).ToArray() : ToPosition(inputData);
    }

    private static CropPosition ToPosition(object item)
    {
        if (FlexibleValue.Unwrap(item) is CropPosition position)
        {
            return position;
        }

        var properties = PSObject.AsPSObject(item).Properties;
        if (CropPositionReader.TryRead(name => properties[name]?.Value, out var read, out var problem))
        {
            return read!;
        }

        throw new ArgumentTransformationMetadataException($"This is not a crop position: {problem} Pipe the output of Invoke-CropAnalysis.");
    }
}
