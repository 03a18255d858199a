// Method: of two videos of one name that are written to one directory the first keeps the name; the other gets eight digits of the SHA-256
// of its own directory behind its stem. The name depends on nothing but the video's path, so a later run finds the same file again.
using System.Security.Cryptography;

namespace VideoTools.Engine.Files;

/// <summary>Names of files about videos: none is lost because another video has the same name.</summary>
internal static class DistinctNames
{
    /// <summary>The file for a video, claimed for it.</summary>
    /// <param name="path">The name that it would have by itself.</param>
    /// <param name="ending">What that ends with, behind the video's stem.</param>
    /// <param name="video">The video.</param>
    /// <param name="owner">Whose the file on disk is; null for nobody's, or not known.</param>
    /// <param name="taken">Files claimed so far, and their videos.</param>
    /// <param name="warn">Told when the name is another.</param>
    public static string Claim(
        string path, string ending, string video, Func<string, string?> owner, IDictionary<string, string> taken, Action<string> warn)
    {
        var other = taken.TryGetValue(path, out var claimed) ? claimed : owner(path);
        if (other is null || other == video)
        {
            taken[path] = video;
            return path;
        }

        var distinct = path[..^ending.Length] + "_" + Mark(video) + ending;
        taken[distinct] = video;
        warn($"'{video}' has the name of '{other}': its file is '{Path.GetFileName(distinct)}'.");
        return distinct;
    }

    private static string Mark(string video) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetDirectoryName(video) ?? "")))[..8];
}
