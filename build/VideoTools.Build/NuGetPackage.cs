using System.Security.Cryptography;

namespace VideoTools.Build;

/// <summary>Packages of NuGet that are taken as files, not referred to: checked by hash.</summary>
internal static class NuGetPackage
{
    /// <summary>Downloads a package and puts a folder of it into place.</summary>
    /// <param name="context">Where things are.</param>
    /// <param name="id">The package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="hash">SHA-512 of the package, base 64.</param>
    /// <param name="part">The folder of the package that is wanted; empty for all.</param>
    /// <param name="target">Where it goes; must not exist.</param>
    /// <returns>False when it cannot be had or is another package than the one known; nothing is left behind then.</returns>
    public static bool Fetch(BuildContext context, string id, string version, string hash, string part, string target)
    {
        BuildContext.Say($"Fetching {id} {version} (NuGet)");
        var download = Path.Combine(context.AssetsDirectory, "nuget-download");
        Remove(download);
        try
        {
            var code = context.Run("dotnet", ["package", "download", $"{id}@{version}", "--output", download], quiet: true);
            var lower = id.ToLowerInvariant();
            var source = Path.Combine(download, lower, version, part);
            if (code != 0 || !Directory.Exists(source) || !IsRight(download, $"{lower}.{version}.nupkg", hash))
            {
                return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(source, target);
            foreach (var archive in Directory.EnumerateFiles(target, "*.nupkg"))
            {
                File.Delete(archive);
            }

            return true;
        }
        finally
        {
            Remove(download);
        }
    }

    /// <summary>True when a package lies somewhere in a folder and has the hash.</summary>
    public static bool IsRight(string folder, string package, string hash)
    {
        var file = Directory.EnumerateFiles(folder, package, SearchOption.AllDirectories).FirstOrDefault();
        if (file is null)
        {
            return false;
        }

        using var stream = File.OpenRead(file);
        if (Convert.ToBase64String(SHA512.HashData(stream)) == hash)
        {
            return true;
        }

        Console.Error.WriteLine($"{package} is not the package that the build knows (its SHA-512 differs). Not used.");
        return false;
    }

    /// <summary>Deletes a folder that may not be there.</summary>
    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
