// Layout: one JSON object. Its first line holds the header, so that a listing reads no more than that; "result" holds the warnings and
// the records, each with the name of its type. The checksum covers everything behind the first line, so that a file cut short or changed
// is never taken for a result. Cost: linear in the records.
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Caching;

/// <summary>Turns results into the bytes of an entry and back.</summary>
internal static class CacheEntryFormat
{
    /// <summary>Version of the layout.</summary>
    public const int Version = 2;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of an entry.</summary>
    public static byte[] Write(CachedResult result, DateTime created)
    {
        var body = JsonText.ToBytes(Readable, json =>
        {
            json.WriteTexts("warnings", result.Warnings);
            json.WriteList("records", result.Records, record =>
            {
                json.WriteStartObject();
                json.WritePropertyName(record.GetType().Name);
                RecordJson.Write(json, record);
                json.WriteEndObject();
            });
        });
        byte[] rest = [.. "\"result\":"u8, .. body, .. "}\n"u8];
        var header = new CacheHeader(
            Version, result.FullName, result.Analysis, created, result.Records.Count, Convert.ToHexStringLower(SHA256.HashData(rest)));
        return [.. "{\"header\":"u8, .. JsonText.ToBytes(Readable, json => RecordJson.WriteColumns(json, header)), .. ",\n"u8, .. rest];
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
            using var document = JsonDocument.Parse(line[prefix.Length..^1].ToArray());
            return (CacheHeader)RecordJson.Read(document.RootElement, typeof(CacheHeader))
                is { Format: Version, FullName.Length: > 0, Analysis: not null, Checksum: not null } header ? header : null;
        }
        catch (Exception damaged) when (IsOfContent(damaged))
        {
            return null;
        }
    }

    /// <summary>The result of an entry; null when it is damaged or of another version.</summary>
    /// <param name="bytes">The entry.</param>
    /// <param name="types">The records that may stand in it.</param>
    public static CachedResult? Read(ReadOnlyMemory<byte> bytes, IReadOnlyList<Type> types)
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

        // Whoever can write here can also make a checksum that is right: what the bytes say is trusted no more than a stranger's file.
        try
        {
            var prefix = "\"result\":"u8.Length;
            using var document = JsonDocument.Parse(rest[prefix..^2]);
            var records = document.RootElement.GetProperty("records")
                .EnumerateArray()
                .Select(record => ReadRecord(record, types))
                .ToList();
            var warnings = document.RootElement.GetProperty("warnings")
                .EnumerateArray()
                .Select(warning => warning.GetString() ?? throw new JsonException("A warning is null."))
                .ToList();
            return records.Count > 0 && records.Count == header.RecordCount
                ? new CachedResult(header.FullName, header.Analysis, records, warnings)
                : null;
        }
        catch (Exception damaged) when (IsOfContent(damaged))
        {
            return null;
        }
    }

    // Everything that values may do to a reader of JSON, to constructors and to setters.
    private static bool IsOfContent(Exception exception) => exception is JsonException or KeyNotFoundException or InvalidOperationException
        or FormatException or ArgumentException or OverflowException or InvalidCastException or NotSupportedException
        or NullReferenceException or IndexOutOfRangeException or TargetException or MemberAccessException
        or TargetInvocationException or TargetParameterCountException;

    private static object ReadRecord(JsonElement element, IReadOnlyList<Type> types)
    {
        var property = element.EnumerateObject().Single();
        var type = types.FirstOrDefault(type => type.Name == property.Name)
            ?? throw new JsonException($"{property.Name} is no record of it.");
        return RecordJson.Read(property.Value, type);
    }
}
