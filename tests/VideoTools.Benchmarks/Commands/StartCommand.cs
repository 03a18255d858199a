using System.Diagnostics;
using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Numerics;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>start [--rounds N]: how long the command line needs to its first record of a short clip, and PowerShell to import the module.</summary>
internal sealed class StartCommand : ICommand
{
    public string Summary => "time to the first record, and of Import-Module";

    public int Run(IReadOnlyList<string> arguments)
    {
        var rounds = Arguments.Number(arguments, "--rounds", 9);
        var clip = Path.Combine(RepositoryPaths.Root, "tests", "assets", "golden", "content.mp4");
        var cli = Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools");
        var first = new List<double>();
        for (var i = -1; i < rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            using var process = Programs.Start(cli, "scene", clip, "--format", "ndjson");
            process.StandardOutput.ReadLine();
            if (i >= 0)
            {
                first.Add(clock.Elapsed.TotalSeconds);
            }

            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        Console.WriteLine(FormattableString.Invariant($"videotools scene, start to first record: median {Quantile.Median(first):0.00} s ({first.Min():0.00} to {first.Max():0.00})"));
        if (Programs.Find("pwsh") is not { } pwsh)
        {
            Console.WriteLine("Import-Module: not measured, no pwsh");
            return 0;
        }

        var module = Path.Combine(RepositoryPaths.Root, "output", "VideoTools");
        string[] plain = ["-NoProfile", "-NonInteractive", "-Command"];
        var bare = new Candidate("pwsh", () => Programs.Run(pwsh, [.. plain, "exit"]));
        var import = new Candidate("pwsh + Import-Module", () => Programs.Run(pwsh, [.. plain, $"Import-Module '{module}'; exit"]));
        Console.WriteLine(Tournament.ToMarkdown(Tournament.Run([bare, import], rounds)));
        var timed = $"$clock = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{module}'; $clock.Elapsed.TotalMilliseconds.ToString('r', [cultureinfo]::InvariantCulture)";
        var imports = Enumerable.Range(0, rounds)
            .Select(_ => double.Parse(Programs.Capture(pwsh, [.. plain, timed]), CultureInfo.InvariantCulture)).ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"Import-Module, timed inside of pwsh: median {Quantile.Median(imports):0} ms ({imports.Min():0} to {imports.Max():0}; asked: 100)"));
        return 0;
    }
}
