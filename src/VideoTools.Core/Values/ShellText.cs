using System.Text.RegularExpressions;

namespace VideoTools;

/// <summary>
/// Advice names both ways to follow it, "-Force (--force)" or "Get-VideoScene (videotools scene)". Each shell shows its own.
/// </summary>
public static partial class ShellText
{
    /// <summary>A text as PowerShell shows it: parameters and cmdlets, no switches.</summary>
    public static string ForPowerShell(string text) => Pair().Replace(text ?? "", "${cmdlet}");

    /// <summary>A text as the command line shows it: switches and commands, no parameters.</summary>
    public static string ForCommandLine(string text) => Pair().Replace(text ?? "", "${command}");

    /// <summary>What an exception says, without .NET's own remark about the parameter of a method that no user has heard of.</summary>
    public static string Of(ArgumentException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return MethodParameter().Replace(exception.Message, "");
    }

    [GeneratedRegex(
        @"(?<cmdlet>(?:(?<![\w-])-[A-Z][A-Za-z]*|\b[A-Z][a-z]+-[A-Z][A-Za-z]+)(?:(?: and)? -[A-Z][A-Za-z]*| [0-9]+| Cpu)*) "
            + @"\((?<command>(?:--|videotools )[^)]*)\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@" \(Parameter '[^']*'\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex MethodParameter();
}
