using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VideoTools.Build;

/// <summary>What one runner of tests counted, and which tests failed with which words: a log of thousands of lines is read from its end.</summary>
internal sealed partial record TestResult(int Passed, int Failed, int Skipped, IReadOnlyList<TestFailure> Failures)
{
    private const int MessageLines = 6;

    /// <summary>The project file of the tests; empty where they are none of xunit.</summary>
    public string Project { get; init; } = "";

    /// <summary>Full names of the methods that failed, for a filter of <c>dotnet test</c>.</summary>
    public IReadOnlyList<string> FailedMethods { get; init; } = [];

    /// <summary>What failed beside other tests, and passed alone.</summary>
    public IReadOnlyList<TestFailure> Unstable { get; init; } = [];

    public static TestResult None { get; } = new(0, 0, 0, []);

    public static TestResult OneFailure(string what) => new(0, 1, 0, [new TestFailure(what, "")]);

    /// <summary>This result, with what failed replaced by what failed of it in a second run.</summary>
    public TestResult After(TestResult second)
    {
        var again = second.Failures.Select(failure => failure.Name).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Passed = Passed + Failed - second.Failed,
            Failed = second.Failed,
            Failures = second.Failures,
            Unstable = [.. Failures.Where(failure => !again.Contains(failure.Name))],
        };
    }

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
        var failed = Named("UnitTestResult").Where(result => (string?)result.Attribute("outcome") is not ("Passed" or "NotExecuted")).ToList();
        var methods = Named("UnitTest").ToDictionary(
            test => (string?)test.Attribute("id") ?? "", test => test.Elements().First(element => element.Name.LocalName == "TestMethod"));
        return new TestResult(passed, executed - passed, Value("total") - executed, [.. failed.Select(Describe)])
        {
            FailedMethods = [.. failed.Select(result => NameOf(methods[(string?)result.Attribute("testId") ?? ""])).Distinct()],
        };
    }

    /// <summary>Reads what Invoke-Tests.ps1 wrote: a line of three counts, then a line a failure. Null: it wrote no counts.</summary>
    public static TestResult? ReadPester(string path)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var match = lines.Length > 0 ? PesterCounts().Match(lines[0]) : Match.Empty;
        int Group(int index) => int.Parse(match.Groups[index].Value, CultureInfo.InvariantCulture);
        return match.Success ? new TestResult(Group(1), Group(2), Group(3), [.. lines[1..].Select(line => new TestFailure(line, ""))]) : null;
    }

    private static string NameOf(XElement method) => $"{(string?)method.Attribute("className")}.{(string?)method.Attribute("name")}";

    private static TestFailure Describe(XElement result)
    {
        var message = result.Descendants().FirstOrDefault(element => element.Name.LocalName == "Message")?.Value ?? "";
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MessageLines);
        return new TestFailure((string?)result.Attribute("testName") ?? "", string.Join(" | ", lines));
    }

    [GeneratedRegex(@"^(\d+) (\d+) (\d+)$")]
    private static partial Regex PesterCounts();
}
