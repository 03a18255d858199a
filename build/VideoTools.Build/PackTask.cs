using System.IO.Compression;
using System.Xml.Linq;
using VideoTools.Engine.Inference;

namespace VideoTools.Build;

/// <summary>
/// Lays out modules as Publish-PSResource takes them and zips them, and command lines: of this machine, of the platforms named, of each, or
/// one module for all.
/// </summary>
internal static class PackTask
{
    private const string Cuda = "-cuda";

    public static int Run(BuildContext context)
    {
        var targets = Targets(context);
        BuildTask.Run(context);
        var version = XDocument.Load(context.At("Directory.Build.props")).Descendants("Version").First().Value;
        var folder = context.At("output", "pack");
        NuGetPackage.Remove(folder);
        foreach (var target in targets)
        {
            BuildContext.Say("Packing for " + string.Join(", ", target.Platforms));
            var suffix = target.Name.Length == 0 ? version : $"{version}-{target.Name}";
            var module = Path.Combine(folder, target.Name.Length == 0 ? "all" : target.Name, "VideoTools");
            Module.LayOutModule(context, target, module);

            // The help reads the cmdlets of this machine's module; code compiled for another platform would not load.
            BuildContext.CopyFolder(Path.Combine(context.ModuleDirectory, "en-US"), Path.Combine(module, "en-US"));
            Zip(context, module, $"VideoTools-{suffix}.zip", withFolder: true);

            // A command line starts by a program of its platform, so there is none for all.
            if (target.Runtime is not null)
            {
                var commandLine = Path.Combine(folder, "cli");
                Module.LayOutCommandLine(context, target, commandLine);
                Zip(context, commandLine, $"videotools-cli-{suffix}.zip", withFolder: false);
                NuGetPackage.Remove(commandLine);
            }

            BuildContext.Say($"To a repository: Publish-PSResource -Path {Path.GetRelativePath(context.Root, module)} -Repository NAME");
        }

        return 0;
    }

    private static List<PublishTarget> Targets(BuildContext context) => context.Arguments.Count == 0
        ? [PublishTarget.Here]
        : [.. context.Arguments.SelectMany(name => name.ToLowerInvariant() switch
        {
            "all" => [PublishTarget.All],
            "each" => NativePlatform.All.Select(PublishTarget.For),
            var one when NativePlatform.All.Contains(one) => [PublishTarget.For(one)],
            var one when one.EndsWith(Cuda, StringComparison.Ordinal) => [PublishTarget.WithCuda(context, one[..^Cuda.Length])],
            _ => throw new BuildException(
                $"There is no platform '{name}'. Name all, each, or some of {string.Join(", ", NativePlatform.All)}, linux-x64-cuda, win-x64-cuda."),
        })];

    private static void Zip(BuildContext context, string folder, string name, bool withFolder)
    {
        var target = context.At("output", name);
        File.Delete(target);
        ZipFile.CreateFromDirectory(folder, target, CompressionLevel.Optimal, withFolder);
        BuildContext.Say($"Packed {Path.GetRelativePath(context.Root, target)} ({new FileInfo(target).Length / 1024} KiB)");
    }
}
