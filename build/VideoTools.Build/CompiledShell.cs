// PowerShell's NuGet tool holds assemblies that are compiled as they run; its installers hold them compiled ahead of time. A start of the
// tool takes two to three times as long, which is neither what a user has nor what hundreds of starts in the tests need. The compiler is
// that of dotnet publish (ReadyToRun); what it makes is a second folder beside the tool, and takes about ten seconds, once.
namespace VideoTools.Build;

/// <summary>The PowerShell of the NuGet tool as an installer would have it.</summary>
internal static class CompiledShell
{
    private static readonly string[] Assemblies =
    [
        "System.Management.Automation", "Microsoft.PowerShell.ConsoleHost", "Microsoft.PowerShell.Security",
        "Microsoft.PowerShell.Commands.Management", "Microsoft.PowerShell.Commands.Utility",
    ];

    /// <summary>The folder with the compiled pwsh; null where NuGet has no compiler for this machine.</summary>
    /// <param name="context">Where things are.</param>
    /// <param name="tool">The folder of the tool.</param>
    public static string? Ensure(BuildContext context, string tool)
    {
        var target = tool + "-compiled";
        if (!Directory.Exists(target))
        {
            var host = OperatingSystem.IsWindows() ? "win" : "unix";
            var source = Directory.EnumerateDirectories(tool, host, SearchOption.AllDirectories)
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pwsh.dll")));
            if (source is null || FindCompiler() is not { } compiler || !Compile(context, compiler, source, target + ".partial"))
            {
                return null;
            }

            Directory.Move(target + ".partial", target);
        }

        // Where its own starter looks for .NET.
        Environment.SetEnvironmentVariable("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        return target;
    }

    private static bool Compile(BuildContext context, string compiler, string source, string target)
    {
        BuildContext.Say("Compiling PowerShell ahead of time");
        NuGetPackage.Remove(target);
        BuildContext.CopyFolder(source, target);
        string[] references = ["-r", Path.Combine(source, "*.dll"), "-r", Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")];
        foreach (var name in Assemblies)
        {
            var (code, output) = context.Capture(
                compiler, [Path.Combine(source, name + ".dll"), "-o", Path.Combine(target, name + ".dll"), .. references, "-O"]);
            if (code != 0)
            {
                Console.Error.WriteLine($"{name} could not be compiled ahead of time; PowerShell starts slower. {output}");
                NuGetPackage.Remove(target);
                return false;
            }
        }

        return true;
    }

    // Restored where the module was published with code of its own for this platform.
    private static string? FindCompiler()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var versions = Path.Combine(packages, "microsoft.netcore.app.crossgen2." + PublishTarget.Here.Runtime);
        return !Directory.Exists(versions) ? null : Directory.EnumerateDirectories(versions)
            .Select(version => Path.Combine(version, "tools", OperatingSystem.IsWindows() ? "crossgen2.exe" : "crossgen2"))
            .Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc);
    }
}
