namespace VideoTools.PowerShell;

/// <summary>
/// Lets a whole number take what Export-Csv wrote. What is bound by the name of a property must have the parameter's own type: where
/// PowerShell has to convert it, it binds nothing else of the object any more.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlexibleWholeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = FlexibleValue.Unwrap(inputData);
        return value switch
        {
            null or "" => null!,
            _ when FlexibleValue.TryGetNumber(value, out var number) && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue =>
                (int)number,
            _ => throw new ArgumentTransformationMetadataException($"'{value}' is not a whole number."),
        };
    }
}
