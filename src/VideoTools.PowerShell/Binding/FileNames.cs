using System.Text.RegularExpressions;

namespace VideoTools.PowerShell;

/// <summary>Which file a piped object stands for.</summary>
internal static class FileNames
{
    /// <summary>What is said of an object that names no file.</summary>
    public const string Refusal = "This object names no file: it has none of the properties FullName, Path, FileName and Name. "
        + "Pipe files, paths, or objects that have one of these.";

    private static readonly string[] Absolute = ["PSPath", "FullName", "LiteralPath", "LP"];
    private static readonly string[] Others = ["Path", "FileName", "Name"];

    /// <summary>Compares names of files as the system does.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The name by a property that cmdlets bind to -LiteralPath; null where there is none.</summary>
    public static string? Bound(PSObject item) => Find(item, Absolute);

    /// <summary>The name, as it is written, by whatever property has it; null where there is none.</summary>
    public static string? Of(PSObject item) => Bound(item) ?? Find(item, Others);

    /// <summary>A name as a pattern that stands for itself alone.</summary>
    public static string Escape(string name) =>
        string.Concat(name.Select(c => c is '[' or ']' or '*' or '?' ? "`" + c : c.ToString()));

    /// <summary>The name that a pattern without wildcards stands for: what <see cref="Escape"/> took, or PowerShell's own.</summary>
    public static string Unescape(string pattern) => Regex.Replace(pattern, @"`([\[\]*?])", "$1", RegexOptions.CultureInvariant);

    private static string? Find(PSObject item, string[] names)
    {
        var get = PlainValue.Getter(item);
        return names.Select(get).OfType<string>().FirstOrDefault(name => name.Length > 0);
    }
}
