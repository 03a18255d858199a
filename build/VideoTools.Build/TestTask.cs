using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VideoTools.Build;

/// <summary>Runs xunit and, where PowerShell is, Pester; adds up what passed and failed.</summary>
internal static partial class TestTask
{
    public static int Run(BuildContext context)
    {
        BuildTask.Run(context);
        Prerequisites.EnsureTestFonts(context);
        Prerequisites.EnsureTestBrowser(context);
        Prerequisites.EnsureTestTracer(context);
        Prerequisites.EnsureTestOpenCv(context);
        Assets.Ensure(context, "test");
        var results = context.At("output", "test-results");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        // Tests decode what they look at, and leave nothing behind in the user's own cache.
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE_MB", "0");
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        var (passed, failed, skipped) = (0, 0, 0);
        foreach (var project in Directory.EnumerateFiles(context.At("tests"), "*.Tests.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            BuildContext.Say("Testing " + name);
            var report = Path.Combine(results, name + ".trx");
            var code = context.Run("dotnet",
            [
                "test", project, "-c", context.Configuration, "--no-build", "-v", "quiet", "-nologo",
                "--logger", "console;verbosity=minimal", "--logger", "trx;LogFileName=" + report, "--results-directory", results, .. context.Arguments,
            ]);
            var counted = File.Exists(report) ? Count(report) : (Passed: 0, Failed: 0, Skipped: 0);

            // A runner that crashed has counted no failure, but it is one.
            if (code != 0 && counted.Failed == 0)
            {
                Console.Error.WriteLine($"{name}: the test run itself failed (exit code {code}).");
                counted.Failed = 1;
            }

            passed += counted.Passed;
            failed += counted.Failed;
            skipped += counted.Skipped;
        }

        var pester = RunPester(context);
        passed += pester.Passed;
        failed += pester.Failed;
        skipped += pester.Skipped;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {skipped} skipped"));
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static (int Passed, int Failed, int Skipped) Count(string trx)
    {
        var counters = XDocument.Load(trx).Descendants().First(e => e.Name.LocalName == "Counters");
        int Value(string name) => int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        var executed = Value("executed");
        var passedCount = Value("passed");
        return (passedCount, executed - passedCount, Value("total") - executed);
    }

    private static (int Passed, int Failed, int Skipped) RunPester(BuildContext context)
    {
        var pwsh = PowerShellHost.Find(context);
        if (pwsh is null)
        {
            Console.WriteLine("*** Pester: not run, no pwsh ***");
            return (0, 0, 0);
        }

        if (!PowerShellHost.EnsurePester(context, pwsh))
        {
            Console.WriteLine("*** Pester: not run, pwsh has no Pester module (Install-Module Pester) ***");
            return (0, 0, 0);
        }

        BuildContext.Say("Testing with Pester");
        var code = context.Run(pwsh,
            ["-NoProfile", "-NonInteractive", "-File", context.At("tests", "Pester", "Invoke-Tests.ps1"), "-ResultPath", context.At("output", "test-results", "pester.txt")]);
        var summary = context.At("output", "test-results", "pester.txt");
        var match = File.Exists(summary) ? PesterSummary().Match(File.ReadAllText(summary)) : Match.Empty;
        if (!match.Success)
        {
            Console.Error.WriteLine($"Pester: the test run itself failed (exit code {code}).");
            return (0, 1, 0);
        }

        int Group(int index) => int.Parse(match.Groups[index].Value, CultureInfo.InvariantCulture);
        return (Group(1), Math.Max(Group(2), code == 0 ? 0 : 1), Group(3));
    }

    [GeneratedRegex(@"(\d+) (\d+) (\d+)")]
    private static partial Regex PesterSummary();
}
