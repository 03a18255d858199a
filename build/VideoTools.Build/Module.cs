namespace VideoTools.Build;

/// <summary>Publishes the engine, the cmdlets and the command line, ready to use.</summary>
internal static class Module
{
    private const string Taxonomies = "taxonomies";

    /// <summary>Lays out the module and the command line in output/, and builds the help.</summary>
    public static void Assemble(BuildContext context, PublishTarget target)
    {
        BuildContext.Say("Assembling the module and the command line");
        Recreate(Learned(context));
        LayOutCommandLine(context, target, context.CliDirectory);
        Learn(context);
        LayOutModule(context, target, context.ModuleDirectory);
        CopyData(context, context.CliDirectory);
        BuildContext.Say("Building the help");
        context.MustRun("Building the help", "dotnet", "run", "--project", context.At("build", "VideoTools.Help"),
            "-c", context.Configuration, "--no-build", "--",
            context.At("docs", "en-US"), Path.Combine(context.ModuleDirectory, "VideoTools.PowerShell.dll"),
            Path.Combine(context.ModuleDirectory, "en-US"));
    }

    /// <summary>Lays out a module, all but its help.</summary>
    public static void LayOutModule(BuildContext context, PublishTarget target, string module)
    {
        Recreate(module);
        var dependencies = Path.Combine(module, "dependencies");
        Publish(context, "VideoTools.Engine", target, dependencies);

        // The names of Core are shared with the shell: one copy, in the default load context.
        File.Move(Path.Combine(dependencies, "VideoTools.Core.dll"), Path.Combine(module, "VideoTools.Core.dll"));
        var cmdlets = context.At("output", ".cmdlets");
        Publish(context, "VideoTools.PowerShell", target, cmdlets);
        File.Move(Path.Combine(cmdlets, "VideoTools.PowerShell.dll"), Path.Combine(module, "VideoTools.PowerShell.dll"));
        Directory.Delete(cmdlets, recursive: true);
        foreach (var file in Directory.EnumerateFiles(context.At("module")))
        {
            File.Copy(file, Path.Combine(module, Path.GetFileName(file)));
        }

        Manifest.KeepPlatforms(Path.Combine(module, "VideoTools.psd1"), target.Platforms);
        File.Copy(context.At("LICENSE"), Path.Combine(module, "LICENSE"));
        CopyData(context, module);
        ThirdPartyNotices.Write(context, module, dependencies);
    }

    /// <summary>Lays out a command line.</summary>
    public static void LayOutCommandLine(BuildContext context, PublishTarget target, string folder)
    {
        Publish(context, "VideoTools.Cli", target, folder);
        CopyData(context, folder);
        File.Copy(context.At("LICENSE"), Path.Combine(folder, "LICENSE"), overwrite: true);
        ThirdPartyNotices.Write(context, folder, folder);
    }

    // What follows from the taxonomies takes seconds to compute: once here, not on every machine. It lies beside them as the cache keeps
    // it. Where models cannot run it is computed on first use.
    private static void Learn(BuildContext context)
    {
        foreach (var taxonomy in Directory.EnumerateFiles(context.At("module", Taxonomies), "*.json"))
        {
            context.Run(
                context.CliExecutable,
                ["niche", "--text", "a text", "--taxonomy", Path.GetFileNameWithoutExtension(taxonomy)],
                quiet: true,
                environment: new() { ["VIDEOTOOLS_CACHE"] = Learned(context) });
        }
    }

    private static string Learned(BuildContext context) => context.At("output", "learned");

    private static void CopyData(BuildContext context, string root)
    {
        ModelFiles.Copy(context, root);
        var taxonomies = Path.Combine(root, Taxonomies);
        Directory.CreateDirectory(taxonomies);
        foreach (var file in Directory.EnumerateFiles(context.At("module", Taxonomies), "*.json"))
        {
            File.Copy(file, Path.Combine(taxonomies, Path.GetFileName(file)), overwrite: true);
        }

        BuildContext.CopyFolder(Learned(context), Path.Combine(taxonomies, "learned"));
        BuildContext.CopyFolder(context.At("module", "profiles"), Path.Combine(root, "profiles"));
    }

    private static void Publish(BuildContext context, string project, PublishTarget target, string folder)
    {
        Recreate(folder);
        string[] common =
        [
            "publish", context.At("src", project, project + ".csproj"), "-c", context.Configuration, "-o", folder,
            .. target.Arguments, "-v", "quiet", "-nologo",
        ];

        // Compiled ahead of time where NuGet has the compiler: a faster start; the code is the same.
        var isReady = target.Runtime is not null && context.Run("dotnet", [.. common, "-p:PublishReadyToRun=true"], quiet: true) == 0;
        if (!isReady)
        {
            if (target.Runtime is not null)
            {
                BuildContext.Say($"{project}: ahead-of-time compilation is not available here; publishing without it (starts slower)");
                Recreate(folder);
            }

            context.MustRun("Publishing " + project, "dotnet", common);
        }

        foreach (var leftover in Directory.EnumerateFiles(folder, "*.pdb").Concat(Directory.EnumerateFiles(folder, "*.xml")))
        {
            File.Delete(leftover);
        }
    }

    private static void Recreate(string directory)
    {
        NuGetPackage.Remove(directory);
        Directory.CreateDirectory(directory);
    }
}
