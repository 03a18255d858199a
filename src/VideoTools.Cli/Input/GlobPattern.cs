using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace VideoTools.Cli.Input;

/// <summary>Patterns with * (within a name), ** (any folders) and ? (one character), for shells that do not expand them.</summary>
internal static class GlobPattern
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>True when the text has a wildcard.</summary>
    public static bool IsPattern(string text) => text.IndexOfAny(Wildcards) >= 0;

    /// <summary>The files that match, as absolute paths in ordinal order.</summary>
    public static IReadOnlyList<string> Match(string pattern, string workingDirectory)
    {
        var parts = pattern.Replace('\\', Path.DirectorySeparatorChar == '\\' ? '/' : '\\').Split('/');
        var fixedParts = parts.TakeWhile(part => !IsPattern(part)).Count();
        var prefix = string.Join('/', parts[..fixedParts]);
        var root = Path.GetFullPath(prefix.Length == 0 && fixedParts > 0 ? "/" : prefix, workingDirectory);
        if (!Directory.Exists(root))
        {
            return [];
        }

        var relative = string.Join('/', parts[fixedParts..]);
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

        // Matcher knows no "?": it finds a superset, the expression below decides.
        var matcher = new Matcher(comparison).AddInclude(relative.Replace('?', '*'));
        var exact = ToExpression(relative, comparison);
        return
        [
            .. matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files
                .Select(match => match.Path)
                .Where(path => exact.IsMatch(path.Replace('\\', Path.DirectorySeparatorChar == '\\' ? '/' : '\\')))
                .Select(path => Path.GetFullPath(path, root))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Regex ToExpression(string pattern, StringComparison comparison)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '?')
            {
                expression.Append("[^/]");
            }
            else if (pattern[i] != '*')
            {
                expression.Append(Regex.Escape(pattern[i].ToString()));
            }
            else if (i + 1 >= pattern.Length || pattern[i + 1] != '*')
            {
                expression.Append("[^/]*");
            }
            else if (i + 2 < pattern.Length && pattern[i + 2] == '/')
            {
                expression.Append("(?:.*/)?");
                i += 2;
            }
            else
            {
                expression.Append(".*");
                i++;
            }
        }

        var options = RegexOptions.CultureInvariant | RegexOptions.Singleline
            | (comparison == StringComparison.Ordinal ? RegexOptions.None : RegexOptions.IgnoreCase);
        return new Regex(expression.Append('$').ToString(), options);
    }
}
