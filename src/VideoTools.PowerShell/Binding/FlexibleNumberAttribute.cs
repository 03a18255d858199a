namespace VideoTools.PowerShell;

/// <summary>Lets a numeric parameter take what Export-Csv wrote in any culture: "1.5" and "1,5" are both one and a half.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlexibleNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = FlexibleValue.Unwrap(inputData);
        return value switch
        {
            null or "" => null!,
            _ when FlexibleValue.TryGetNumber(value, out var number) => number,
            _ => throw new ArgumentTransformationMetadataException($"'{value}' is not a number. Write for example 27.5."),
        };
    }
}
