using VideoTools.Engine.Files;

namespace VideoTools.Engine.Metadata;

/// <summary>
/// Writes the feature JSON of one video: texts at the top, then the groups metadata, engagement and storage. The layout knows no missing
/// number: it is 0 there, and reads back as 0.
/// </summary>
internal static class MetadataWriter
{
    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Serialize(VideoMetadata metadata) => JsonText.ToFile(json =>
    {
        json.WriteString("video_id", metadata.VideoId);
        json.WriteString("title", metadata.Title ?? "");
        json.WriteString("desc", metadata.Description ?? "");
        json.WriteString("caption", metadata.Caption ?? "");
        json.WriteString("text", metadata.Text ?? "");
        json.WriteTexts("hashtags", metadata.Hashtags);
        json.WriteTexts("challenges", metadata.Challenges);
        WriteMetadata(json, metadata);
        WriteEngagement(json, metadata);
        json.WriteStartObject("storage");
        json.WriteString("storage_path", metadata.StoragePath ?? "");
        json.WriteString("public_url", metadata.PublicUrl ?? "");
        json.WriteString("video_url", metadata.VideoUrl ?? "");
        json.WriteString("status", metadata.Status);
        json.WriteEndObject();
    });

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
}
