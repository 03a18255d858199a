using System.Globalization;

namespace VideoTools.Benchmarks.Measuring;

/// <summary>The few options the measuring commands have.</summary>
internal static class Arguments
{
    public static int Number(IReadOnlyList<string> arguments, string name, int otherwise)
    {
        var index = arguments.ToList().IndexOf(name);
        return index >= 0 && index + 1 < arguments.Count ? int.Parse(arguments[index + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    public static string? Text(IReadOnlyList<string> arguments, string name)
    {
        var index = arguments.ToList().IndexOf(name);
        return index >= 0 && index + 1 < arguments.Count ? arguments[index + 1] : null;
    }

    public static string? Positional(IReadOnlyList<string> arguments) =>
        arguments.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || !arguments[i - 1].StartsWith("--", StringComparison.Ordinal)))
            .FirstOrDefault();
}
