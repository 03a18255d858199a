using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace VideoTools.Build;

/// <summary>Zips what the build laid out.</summary>
internal static class PackTask
{
    public static int Run(BuildContext context)
    {
        BuildTask.Run(context);
        var version = XDocument.Load(context.At("Directory.Build.props")).Descendants("Version").First().Value;
        foreach (var (directory, name) in new[]
                 {
                     (context.ModuleDirectory, $"VideoTools-{version}.zip"),
                     (context.CliDirectory, $"videotools-cli-{version}-{RuntimeInformation.RuntimeIdentifier}.zip"),
                 })
        {
            var target = context.At("output", name);
            File.Delete(target);
            ZipFile.CreateFromDirectory(directory, target, CompressionLevel.Optimal, includeBaseDirectory: directory == context.ModuleDirectory);
            BuildContext.Say($"Packed {Path.GetRelativePath(context.Root, target)} ({new FileInfo(target).Length / 1024} KiB)");
        }

        return 0;
    }
}
