using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTools.Engine.Metadata;

/// <summary>
/// Writes the feature JSON of one video: texts at the top, then the groups metadata, engagement and storage. The layout knows no missing
/// number: it is 0 there, and reads back as 0.
/// </summary>
internal static class MetadataWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Serialize(VideoMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("video_id", metadata.VideoId);
            json.WriteString("title", metadata.Title ?? "");
            json.WriteString("desc", metadata.Description ?? "");
            json.WriteString("caption", metadata.Caption ?? "");
            json.WriteString("text", metadata.Text ?? "");
            Write(json, "hashtags", metadata.Hashtags);
            Write(json, "challenges", metadata.Challenges);
            WriteMetadata(json, metadata);
            WriteEngagement(json, metadata);
            json.WriteStartObject("storage");
            json.WriteString("storage_path", metadata.StoragePath ?? "");
            json.WriteString("public_url", metadata.PublicUrl ?? "");
            json.WriteString("video_url", metadata.VideoUrl ?? "");
            json.WriteString("status", metadata.Status);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, VideoMetadata metadata)
    {
        json.WriteStartObject("metadata");
        json.WriteString("owner_username", metadata.OwnerUserName ?? "");
        json.WriteString("owner_profile_id", metadata.OwnerProfileId ?? "");
        json.WriteString("product_type", metadata.ProductType);
        json.WriteString("timestamp", metadata.Timestamp?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture) ?? "");
        json.WriteNumber("duration_sec", metadata.DurationSeconds ?? 0);
        json.WriteNumber("width", metadata.Width ?? 0);
        json.WriteNumber("height", metadata.Height ?? 0);
        json.WriteEndObject();
    }

    private static void WriteEngagement(Utf8JsonWriter json, VideoMetadata metadata)
    {
        json.WriteStartObject("engagement");
        json.WriteNumber("video_view_count", metadata.ViewCount ?? 0);
        json.WriteNumber("likes_count", metadata.LikeCount ?? 0);
        json.WriteNumber("comments_count", metadata.CommentCount ?? 0);
        json.WriteNumber("followers_count", metadata.FollowerCount ?? 0);
        json.WriteNumber("engagement_rate", metadata.EngagementRate ?? 0);
        json.WriteNumber("view_rate", metadata.ViewRate ?? 0);
        json.WriteNumber("composite_score", metadata.CompositeScore ?? 0);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
