// Method: size, time of the last write, and SHA-256 over the first and the last 64 KiB. A file that was moved or renamed keeps its
// identity; one that was written to loses it. Contents changed in the middle only, with size and time put back, are not noticed: that
// would take reading the whole file, which costs as much as decoding it. Cost: 128 KiB of reading.
using System.Buffers;
using System.Security.Cryptography;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Caching;

/// <summary>Tells whether a file is still the one it was.</summary>
internal static class FileIdentity
{
    private const int Part = 64 * 1024;

    /// <summary>The identity as text; null when the file cannot be read (whoever opens it next says why).</summary>
    public static string? Of(string path)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Part);
        try
        {
            // Through links, and before anything is opened: a pipe would wait for its other end.
            if (RegularFile.Find(path) is not { } file)
            {
                return null;
            }

            using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(buffer.AsSpan(0, RandomAccess.Read(handle, buffer.AsSpan(0, Part), 0)));
            hash.AppendData(buffer.AsSpan(0, RandomAccess.Read(handle, buffer.AsSpan(0, Part), Math.Max(0, length - Part))));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{length}:{file.LastWriteTimeUtc.Ticks}:{Convert.ToHexStringLower(hash.GetHashAndReset())}");
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
