namespace VideoTools.PowerShell;

/// <summary>Lets a CropPosition parameter take the rows of a CSV file (or any objects with the same properties).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CropPositionTransformAttribute : RecordTransformAttribute<CropPosition>
{
    private protected override string Refusal => "This is not a crop position: {0} Pipe the output of Invoke-CropAnalysis.";

    private protected override CropPosition? Read(Func<string, object?> get, out string problem) =>
        CropPositionReader.TryRead(get, out var read, out problem) ? read : null;
}
