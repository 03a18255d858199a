namespace VideoTools.Build;

/// <summary>
/// A pwsh with Pester for tests and measurements: the one on PATH, otherwise PowerShell's and Pester's own NuGet packages, fetched once into
/// .assets and checked by hash. Where NuGet has neither, there is none, and the run says so.
/// </summary>
internal static class PowerShellHost
{
    private const string ShellVersion = "7.6.9";
    private const string ShellHash = "O3wOubVPYI1WqraiDIKHouPFK4sb6HxLnmk0BPvW0ANLNGiBk40ASUrCDD36WiKyTcQp6CTq7312qI3vwffzJg==";
    private const string PesterVersion = "6.2.0";
    private const string PesterHash = "SVQVS0NU4qpAF/2m70omX2J88D/sM8udIDu+PETFMgW6MIxtpFp33HAtT099A568hF3pvzprQu/7TI9UfPTsQg==";

    /// <summary>The path of pwsh; null when there is none. Also on PATH afterwards, because tests start shells of their own.</summary>
    public static string? Find(BuildContext context)
    {
        if (BuildContext.Find("pwsh") is { } installed)
        {
            return installed;
        }

        var folder = Path.Combine(context.AssetsDirectory, "powershell-" + ShellVersion);
        var shell = Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        if (!File.Exists(shell))
        {
            BuildContext.Say($"Fetching PowerShell {ShellVersion} for the tests (MIT, NuGet)");
            var code = context.Run("dotnet", ["tool", "install", "PowerShell", "--version", ShellVersion, "--tool-path", folder], quiet: true);
            if (code != 0 || !File.Exists(shell) || !NuGetPackage.IsRight(folder, $"powershell.{ShellVersion}.nupkg", ShellHash))
            {
                NuGetPackage.Remove(folder);
                return null;
            }
        }

        folder = CompiledShell.Ensure(context, folder) ?? folder;
        Environment.SetEnvironmentVariable("PATH", folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"));
        return Path.Combine(folder, Path.GetFileName(shell));
    }

    /// <summary>True when pwsh finds Pester, fetched where it has to be.</summary>
    public static bool EnsurePester(BuildContext context, string pwsh)
    {
        if (HasPester(context, pwsh))
        {
            return true;
        }

        var modules = Path.Combine(context.AssetsDirectory, "powershell-modules");
        var module = Path.Combine(modules, "Pester", PesterVersion);
        if (!Directory.Exists(module) && !NuGetPackage.Fetch(context, "Pester", PesterVersion, PesterHash, "tools", module))
        {
            return false;
        }

        Environment.SetEnvironmentVariable("PSModulePath", modules + Path.PathSeparator + Environment.GetEnvironmentVariable("PSModulePath"));
        return HasPester(context, pwsh);
    }

    private static bool HasPester(BuildContext context, string pwsh) => context.Run(
        pwsh,
        ["-NoProfile", "-NonInteractive", "-Command", "if (-not (Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -ge 5 })) { exit 3 }"],
        quiet: true) == 0;
}
