using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VideoTools.Build;

/// <summary>What one runner of tests counted, and which tests failed with which words: a log of thousands of lines is read from its end.</summary>
internal sealed partial record TestResult(int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    private const int MessageLines = 6;

    public static TestResult None { get; } = new(0, 0, 0, []);

    public static TestResult OneFailure(string what) => new(0, 1, 0, [what]);

    /// <summary>Reads the report of <c>dotnet test</c>; one that was never written has counted nothing.</summary>
    public static TestResult ReadTrx(string path)
    {
        if (!File.Exists(path))
        {
            return None;
        }

        var document = XDocument.Load(path);
        IEnumerable<XElement> Named(string name) => document.Descendants().Where(element => element.Name.LocalName == name);
        var counters = Named("Counters").First();
        int Value(string name) => int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        var executed = Value("executed");
        var passed = Value("passed");
        var failures = Named("UnitTestResult")
            .Where(result => (string?)result.Attribute("outcome") is not ("Passed" or "NotExecuted"))
            .Select(result => Describe(
                (string?)result.Attribute("testName") ?? "a test without a name",
                result.Descendants().FirstOrDefault(element => element.Name.LocalName == "Message")?.Value));
        return new TestResult(passed, executed - passed, Value("total") - executed, [.. failures]);
    }

    /// <summary>Reads what Invoke-Tests.ps1 wrote: a line of three counts, then a line a failure. Null: it wrote no counts.</summary>
    public static TestResult? ReadPester(string path)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var match = lines.Length > 0 ? PesterCounts().Match(lines[0]) : Match.Empty;
        int Group(int index) => int.Parse(match.Groups[index].Value, CultureInfo.InvariantCulture);
        return match.Success ? new TestResult(Group(1), Group(2), Group(3), lines[1..]) : null;
    }

    private static string Describe(string name, string? message)
    {
        var lines = (message ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MessageLines);
        return $"{name}: {string.Join(" | ", lines)}";
    }

    [GeneratedRegex(@"^(\d+) (\d+) (\d+)$")]
    private static partial Regex PesterCounts();
}
