// How a piped object finds its parameter: PowerShell first offers the object itself to -Path, then the values of its properties to
// parameters of their names. What has FullName or PSPath is passed on here (the inner exception says so to PowerShell), so that its
// FullName binds to -LiteralPath, and its Start and End bind beside it. What has only Path, FileName or Name binds here, as that name and
// never as the text of its type.
using System.Collections;
using System.Globalization;

namespace VideoTools.PowerShell;

/// <summary>Lets -Path take objects that name a file by Path, FileName or Name, and nothing that names none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FileArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlexibleValue.Unwrap(inputData) is IList list
            ? list.Cast<object?>().Select(item => Name(item, isAlone: false)).ToArray()
            : Name(inputData, isAlone: true)!;

    private static object? Name(object? item, bool isAlone) => FlexibleValue.Unwrap(item) switch
    {
        null or string => item,
        FileSystemInfo file => FileNames.Escape(file.FullName),
        ValueType and IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Named(PSObject.AsPSObject(item), isAlone),
    };

    private static string Named(PSObject item, bool isAlone)
    {
        if (isAlone && FileNames.Bound(item) is not null)
        {
            const string Advice = "Pipe this object: its FullName then is the file, and its Start and End are the range.";
            throw new ArgumentTransformationMetadataException(Advice, new PSInvalidCastException(Advice));
        }

        return FileNames.Of(item) is { } name
            ? FileNames.Escape(name)
            : throw new ArgumentTransformationMetadataException(FileNames.Refusal);
    }
}
