using System.Security.Cryptography;
using System.Text;

namespace VideoTools.TestMedia;

/// <summary>Generated files by the hash of their specification: made once, reused by every test project and every later run.</summary>
public static class MediaCache
{
    // Raise when the compositor or the encoder settings change, so that old files are not taken for new ones.
    private const int Version = 1;

    /// <summary>
    /// The path of <c>.media/name-hash/fileName</c>; <paramref name="create"/> is called with a temporary path when it does not exist.
    /// Safe with several processes: each writes its own temporary folder, and the first to rename wins.
    /// </summary>
    public static string GetOrCreate(string name, string fileName, string specification, Action<string> create)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}\n{fileName}\n{specification}")))[..12];
        var folder = Path.Combine(RepositoryPaths.Media, $"{name}-{hash}");
        var target = Path.Combine(folder, fileName);
        if (Path.Exists(target))
        {
            return target;
        }

        var temporary = Path.Combine(RepositoryPaths.Media, $".tmp-{hash}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(temporary);
        try
        {
            create(Path.Combine(temporary, fileName));
            try
            {
                Directory.Move(temporary, folder);
            }
            catch (IOException) when (Path.Exists(target))
            {
                // Another process made the same file first; both are equal.
            }
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }

        return target;
    }
}
