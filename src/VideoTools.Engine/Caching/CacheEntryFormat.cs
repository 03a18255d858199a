// Layout: one JSON object. Its first line holds the header, so that a listing reads no more than that; "result" holds the warnings and
// the records, each with the name of its type. The checksum covers everything behind the first line, so that a file cut short or changed
// is never taken for a result. Cost: linear in the records.
using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoTools.Engine.Caching;

/// <summary>Turns results into the bytes of an entry and back.</summary>
internal static class CacheEntryFormat
{
    /// <summary>Version of the layout.</summary>
    public const int Version = 1;

    private static readonly Dictionary<string, JsonTypeInfo> Types = new(StringComparer.Ordinal)
    {
        [nameof(VideoScene)] = CacheJson.Default.VideoScene,
        [nameof(CropPosition)] = CacheJson.Default.CropPosition,
        [nameof(VideoText)] = CacheJson.Default.VideoText,
        [nameof(TranscriptSegment)] = CacheJson.Default.TranscriptSegment,
        [nameof(VideoTemplate)] = CacheJson.Default.VideoTemplate,
    };

    /// <summary>True when records of this type can be stored.</summary>
    public static bool CanStore(object record) => Types.ContainsKey(record.GetType().Name);

    /// <summary>The bytes of an entry.</summary>
    public static byte[] Write(CachedResult result, DateTime created)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("warnings");
            foreach (var warning in result.Warnings)
            {
                writer.WriteStringValue(warning);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("records");
            foreach (var record in result.Records)
            {
                var type = record.GetType().Name;
                writer.WriteStartObject();
                writer.WritePropertyName(type);
                JsonSerializer.Serialize(writer, record, Types[type]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        byte[] rest = [.. "\"result\":"u8, .. body.WrittenSpan, .. "}\n"u8];
        var header = new CacheHeader(
            Version, result.FullName, result.Analysis, created, result.Records.Count, Convert.ToHexStringLower(SHA256.HashData(rest)));
        var json = JsonSerializer.Serialize(header, CacheJson.Default.CacheHeader);
        return [.. Encoding.UTF8.GetBytes($"{{\"header\":{json},\n"), .. rest];
    }

    /// <summary>The header of an entry; null when it has none of this version.</summary>
    public static CacheHeader? ReadHeader(ReadOnlySpan<byte> line)
    {
        var prefix = "{\"header\":"u8;
        if (!line.StartsWith(prefix) || !line.EndsWith(","u8))
        {
            return null;
        }

        try
        {
            var header = JsonSerializer.Deserialize(line[prefix.Length..^1], CacheJson.Default.CacheHeader);
            return header is { Format: Version, FullName: not null, Analysis: not null, Checksum: not null } ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The result of an entry; null when it is damaged or of another version.</summary>
    public static CachedResult? Read(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf((byte)'\n');
        if (end < 0 || ReadHeader(bytes.Span[..end]) is not { } header)
        {
            return null;
        }

        var rest = bytes[(end + 1)..];
        if (!Convert.ToHexStringLower(SHA256.HashData(rest.Span)).Equals(header.Checksum, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var prefix = "\"result\":"u8.Length;
            using var document = JsonDocument.Parse(rest[prefix..^2]);
            var records = document.RootElement.GetProperty("records").EnumerateArray().Select(ReadRecord).ToList();
            var warnings = document.RootElement.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!).ToList();
            return records.Count == header.RecordCount ? new CachedResult(header.FullName, header.Analysis, records, warnings) : null;
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static object ReadRecord(JsonElement element)
    {
        var property = element.EnumerateObject().Single();
        return property.Value.Deserialize(Types[property.Name]) ?? throw new JsonException("A record is null.");
    }
}
