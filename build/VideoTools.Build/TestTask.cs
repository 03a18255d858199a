using System.Globalization;

namespace VideoTools.Build;

/// <summary>
/// Runs xunit and, where PowerShell is, Pester; adds up what passed and failed. What failed beside other tests is run once more alone,
/// decision 0045 says why: it is told either way.
/// </summary>
internal static class TestTask
{
    private const string Largest = "VideoTools.Engine.Tests";

    // More than these are no accident.
    private const int MostRunAgain = 3;

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
        var reports = context.At("output", "test-results");
        if (Directory.Exists(reports))
        {
            Directory.Delete(reports, recursive: true);
        }

        // Tests decode what they look at, and leave nothing behind in the user's own cache.
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE_MB", "0");
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

        // One project takes as long as all the others with Pester: both halves run side by side, and what the first prints comes at its end.
        var projects = Directory.EnumerateFiles(context.At("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToLookup(project => Path.GetFileNameWithoutExtension(project) == Largest);
        var largest = Task.Run(() => projects[true].Select(project => RunProject(context, project, reports, isQuiet: true)).ToList());
        List<TestResult> results = [.. projects[false].Select(project => RunProject(context, project, reports, isQuiet: false))];
        results.Add(RunPester(context, reports));
        results.AddRange(largest.GetAwaiter().GetResult());
        results = [.. results.Select(result => RunAgain(context, result, reports))];

        // Behind the others: it counts hangs, and a busy machine is none.
        BuildContext.Say("Trying 1,000 mutated files");
        results.Add(FuzzTask.Campaign(context, ["--mutants", "1000"]) == 0
            ? TestResult.None with { Passed = 1 }
            : TestResult.OneFailure("The campaign of mutated files: its table above says what failed"));
        Tell("FAILED", results.SelectMany(result => result.Failures));
        Tell("UNSTABLE (failed beside others, passed alone)", results.SelectMany(result => result.Unstable));
        var (passed, failed, skipped) = (results.Sum(r => r.Passed), results.Sum(r => r.Failed), results.Sum(r => r.Skipped));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {skipped} skipped"));
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static void Tell(string what, IEnumerable<TestFailure> tests)
    {
        foreach (var test in tests)
        {
            Console.WriteLine($"{what} {test}");
        }
    }

    private static TestResult RunProject(BuildContext context, string project, string reports, bool isQuiet)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        BuildContext.Say("Testing " + name + (isQuiet ? " beside the others" : ""));
        return Run(context, project, Path.Combine(reports, name + ".trx"), isQuiet, context.Arguments) with { Project = project };
    }

    private static TestResult RunAgain(BuildContext context, TestResult first, string reports)
    {
        if (first.FailedMethods.Count is 0 or > MostRunAgain)
        {
            return first;
        }

        var name = Path.GetFileNameWithoutExtension(first.Project);
        BuildContext.Say($"Running what failed of {name} again, alone");
        var filter = string.Join('|', first.FailedMethods.Select(method => "FullyQualifiedName=" + method));
        var second = Run(context, first.Project, Path.Combine(reports, name + ".again.trx"), isQuiet: false, ["--filter", filter]);
        return second.Passed + second.Failed >= first.Failed ? first.After(second) : first;
    }

    private static TestResult Run(BuildContext context, string project, string report, bool isQuiet, IEnumerable<string> more)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        List<string> arguments =
        [
            "test", project, "-c", context.Configuration, "--no-build", "-v", "quiet", "-nologo",
            "--logger", "console;verbosity=minimal", "--logger", "trx;LogFileName=" + report,
            "--results-directory", Path.GetDirectoryName(report)!, .. more,
        ];
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

        var result = TestResult.ReadTrx(report);

        // A runner that crashed has counted no failure, but it is one.
        return code == 0 || result.Failed > 0
            ? result
            : result with { Failed = 1, Failures = [new TestFailure($"{name}: the test run itself failed (exit code {code})", "")] };
    }

    private static TestResult RunPester(BuildContext context, string reports)
    {
        var pwsh = PowerShellHost.Find(context);
        if (pwsh is null)
        {
            Console.WriteLine("*** Pester: not run, no pwsh ***");
            return TestResult.None;
        }

        if (!PowerShellHost.EnsurePester(context, pwsh))
        {
            Console.WriteLine("*** Pester: not run, pwsh has no Pester module (Install-Module Pester) ***");
            return TestResult.None;
        }

        BuildContext.Say("Testing with Pester");
        var report = Path.Combine(reports, "pester.txt");
        var code = context.Run(pwsh,
            ["-NoProfile", "-NonInteractive", "-File", context.At("tests", "Pester", "Invoke-Tests.ps1"), "-ResultPath", report]);
        return TestResult.ReadPester(report) is { } result && (code == 0 || result.Failed > 0)
            ? result
            : TestResult.OneFailure($"Pester: the test run itself failed (exit code {code})");
    }
}
