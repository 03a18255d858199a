using System.Runtime.InteropServices;

namespace VideoTools.Build;

/// <summary>Publishes the engine, the cmdlets and the command line into output/, ready to use.</summary>
internal static class Module
{
    public static void Assemble(BuildContext context)
    {
        BuildContext.Say("Assembling the module and the command line");
        Recreate(context.ModuleDirectory);
        Recreate(context.CliDirectory);
        var dependencies = Path.Combine(context.ModuleDirectory, "dependencies");
        Publish(context, "VideoTools.Engine", dependencies);

        // The names of Core are shared with the shell: one copy, in the default load context.
        File.Move(Path.Combine(dependencies, "VideoTools.Core.dll"), Path.Combine(context.ModuleDirectory, "VideoTools.Core.dll"));
        var cmdlets = Path.Combine(context.Root, "output", ".cmdlets");
        Recreate(cmdlets);
        Publish(context, "VideoTools.PowerShell", cmdlets);
        File.Move(Path.Combine(cmdlets, "VideoTools.PowerShell.dll"), Path.Combine(context.ModuleDirectory, "VideoTools.PowerShell.dll"));
        Directory.Delete(cmdlets, recursive: true);
        foreach (var file in Directory.EnumerateFiles(context.At("module")))
        {
            File.Copy(file, Path.Combine(context.ModuleDirectory, Path.GetFileName(file)));
        }

        File.Copy(context.At("LICENSE"), Path.Combine(context.ModuleDirectory, "LICENSE"));
        InferenceFiles.CopyNative(context, dependencies);
        InferenceFiles.CopyModels(context, context.ModuleDirectory);
        CopyTaxonomies(context, context.ModuleDirectory);
        Publish(context, "VideoTools.Cli", context.CliDirectory);
        InferenceFiles.CopyNative(context, context.CliDirectory);
        InferenceFiles.CopyModels(context, context.CliDirectory);
        CopyTaxonomies(context, context.CliDirectory);
        foreach (var leftover in Directory.EnumerateFiles(Path.Combine(context.Root, "output"), "*.*", SearchOption.AllDirectories)
                     .Where(f => f.EndsWith(".pdb", StringComparison.Ordinal)
                         || (f.EndsWith(".xml", StringComparison.Ordinal) && Path.GetFileName(f).StartsWith("VideoTools.", StringComparison.Ordinal))))
        {
            File.Delete(leftover);
        }

        BuildContext.Say("Building the help");
        context.MustRun("Building the help", "dotnet", "run", "--project", context.At("build", "VideoTools.Help"),
            "-c", context.Configuration, "--no-build", "--",
            context.At("docs", "en-US"), Path.Combine(context.ModuleDirectory, "VideoTools.PowerShell.dll"),
            Path.Combine(context.ModuleDirectory, "en-US"));
    }

    private static void CopyTaxonomies(BuildContext context, string root)
    {
        var target = Path.Combine(root, "taxonomies");
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(context.At("module", "taxonomies"), "*.json"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static void Publish(BuildContext context, string project, string target)
    {
        var common = new[]
        {
            "publish", context.At("src", project, project + ".csproj"), "-c", context.Configuration, "-o", target,
            "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-v", "quiet", "-nologo",
        };

        // Compiled ahead of time where NuGet has the compiler: halves the start; the code is the same.
        if (context.Run("dotnet", [.. common, "-p:PublishReadyToRun=true"], quiet: true) == 0)
        {
            return;
        }

        BuildContext.Say($"{project}: ahead-of-time compilation is not available here; publishing without it (starts slower)");
        Recreate(target);
        context.MustRun("Publishing " + project, "dotnet", common);
    }

    private static void Recreate(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(directory);
    }
}
