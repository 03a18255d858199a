using System.Security.Cryptography;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding.Nut;

namespace VideoTools.Fuzz;

/// <summary>The readers of ours that take files of strangers, or bytes of a child.</summary>
internal static class Readers
{
    private static readonly Type[] Records = [typeof(VideoScene)];

    /// <summary>All of them.</summary>
    public static ReaderTarget[] All(IVideoEngine engine, TimeSpan limit) =>
    [
        new("NUT of the decoder", Seeds.Nut, limit, ReadNut),
        new("entry of the cache", Seeds.CacheEntry, limit, ReadEntry),
        new("template file", Seeds.Template, limit, path => Reported(report => engine.Templates.Read(path, report))),
        new("metadata file", Seeds.Metadata, limit, path => Reported(report => engine.Metadata.Read(new MetadataOptions { Paths = [path] }, report))),
        new("models.json", Seeds.Models, limit, ReadModels),
    ];

    private static string? Reported(Action<Action<VideoError>> read)
    {
        string? why = null;
        read(error => why ??= error.Id.ToString());
        return why;
    }

    private static string? ReadNut(string path)
    {
        try
        {
            var reader = new NutReader(File.OpenRead(path));
            if (reader.ReadHeaders())
            {
                while (reader.ReadFrameHeader(out _))
                {
                }
            }

            return null;
        }
        catch (NutFormatException)
        {
            return "NutFormatException";
        }
    }

    // The checksum is made right: what a forger would do.
    private static string? ReadEntry(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        if (end < 0)
        {
            return CacheEntryFormat.Read(bytes, Records) is null ? "miss" : null;
        }

        var header = System.Text.Encoding.Latin1.GetString(bytes, 0, end);
        var at = header.LastIndexOf("\"Checksum\":\"", StringComparison.Ordinal);
        if (at >= 0 && header.Length >= at + 76)
        {
            header = header[..(at + 12)] + Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(end + 1))) + header[(at + 76)..];
        }

        byte[] forged = [.. System.Text.Encoding.Latin1.GetBytes(header), .. bytes[end..]];
        return CacheEntryFormat.Read(forged, Records) is { } result ? Moved(result) : "miss";
    }

    // A hit is given the name that the file has now.
    private static string? Moved(CachedResult result) => result.MoveTo("/w/other.mp4").Records.Count > 0 ? null : "empty";

    private static string? ReadModels(string path)
    {
        try
        {
            // What is done with every entry: a hostile one must not get beyond this.
            var catalogue = ModelCatalogue.Load(path);
            _ = catalogue.Entries.Count(model => catalogue.IsPresent(model) || model.Bytes < 0 || model.File(model.Files[0].Role).Sha256.Length == 0);
            return null;
        }
        catch (VideoToolsException refused)
        {
            return refused.Error.Id.ToString();
        }
    }
}
