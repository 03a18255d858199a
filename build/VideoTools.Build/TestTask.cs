using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VideoTools.Build;

/// <summary>Runs xunit and, where PowerShell is, Pester; adds up what passed and failed.</summary>
internal static partial class TestTask
{
    private const string Largest = "VideoTools.Engine.Tests";

    private sealed record Counts(int Passed, int Failed, int Skipped);

    public static int Run(BuildContext context)
    {
        BuildTask.Run(context);
        Prerequisites.EnsureTestFonts(context);
        Prerequisites.EnsureTestBrowser(context);
        Prerequisites.EnsureTestTracer(context);
        Prerequisites.EnsureTestOpenCv(context);
        Prerequisites.EnsureTestTesseract(context);
        Prerequisites.EnsureTestSlurm(context);
        Assets.Ensure(context, "test");
        var results = context.At("output", "test-results");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        // Tests decode what they look at, and leave nothing behind in the user's own cache.
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE_MB", "0");
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

        // One project takes as long as all the others with Pester: both halves run side by side, and what the first prints comes at its end.
        var projects = Directory.EnumerateFiles(context.At("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToLookup(project => Path.GetFileNameWithoutExtension(project) == Largest);
        var largest = Task.Run(() => projects[true].Select(project => RunProject(context, project, results, isQuiet: true)).ToList());
        List<Counts> counts = [.. projects[false].Select(project => RunProject(context, project, results, isQuiet: false))];
        counts.Add(RunPester(context));
        counts.AddRange(largest.GetAwaiter().GetResult());

        // Behind the others: it counts hangs, and a busy machine is none.
        BuildContext.Say("Trying 1,000 mutated files");
        counts.Add(FuzzTask.Campaign(context, ["--mutants", "1000"]) == 0 ? new Counts(1, 0, 0) : new Counts(0, 1, 0));
        var (passed, failed, skipped) = (counts.Sum(c => c.Passed), counts.Sum(c => c.Failed), counts.Sum(c => c.Skipped));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {skipped} skipped"));
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static Counts RunProject(BuildContext context, string project, string results, bool isQuiet)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var report = Path.Combine(results, name + ".trx");
        List<string> arguments =
        [
            "test", project, "-c", context.Configuration, "--no-build", "-v", "quiet", "-nologo",
            "--logger", "console;verbosity=minimal", "--logger", "trx;LogFileName=" + report, "--results-directory", results, .. context.Arguments,
        ];
        BuildContext.Say("Testing " + name + (isQuiet ? " beside the others" : ""));
        int code;
        if (isQuiet)
        {
            (code, var output) = context.Capture("dotnet", arguments);
            Console.WriteLine($"==> {name}{Environment.NewLine}{output}");
        }
        else
        {
            code = context.Run("dotnet", arguments);
        }

        var counted = File.Exists(report) ? Count(report) : new Counts(0, 0, 0);
        if (code == 0 || counted.Failed > 0)
        {
            return counted;
        }

        // A runner that crashed has counted no failure, but it is one.
        Console.Error.WriteLine($"{name}: the test run itself failed (exit code {code}).");
        return counted with { Failed = 1 };
    }

    private static Counts Count(string trx)
    {
        var counters = XDocument.Load(trx).Descendants().First(e => e.Name.LocalName == "Counters");
        int Value(string name) => int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        var executed = Value("executed");
        var passedCount = Value("passed");
        return new Counts(passedCount, executed - passedCount, Value("total") - executed);
    }

    private static Counts RunPester(BuildContext context)
    {
        var pwsh = PowerShellHost.Find(context);
        if (pwsh is null)
        {
            Console.WriteLine("*** Pester: not run, no pwsh ***");
            return new Counts(0, 0, 0);
        }

        if (!PowerShellHost.EnsurePester(context, pwsh))
        {
            Console.WriteLine("*** Pester: not run, pwsh has no Pester module (Install-Module Pester) ***");
            return new Counts(0, 0, 0);
        }

        BuildContext.Say("Testing with Pester");
        var code = context.Run(pwsh,
            ["-NoProfile", "-NonInteractive", "-File", context.At("tests", "Pester", "Invoke-Tests.ps1"), "-ResultPath", context.At("output", "test-results", "pester.txt")]);
        var summary = context.At("output", "test-results", "pester.txt");
        var match = File.Exists(summary) ? PesterSummary().Match(File.ReadAllText(summary)) : Match.Empty;
        if (!match.Success)
        {
            Console.Error.WriteLine($"Pester: the test run itself failed (exit code {code}).");
            return new Counts(0, 1, 0);
        }

        int Group(int index) => int.Parse(match.Groups[index].Value, CultureInfo.InvariantCulture);
        return new Counts(Group(1), Math.Max(Group(2), code == 0 ? 0 : 1), Group(3));
    }

    [GeneratedRegex(@"(\d+) (\d+) (\d+)")]
    private static partial Regex PesterSummary();
}
