using System.Globalization;
using System.Text.Json;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Metadata;

/// <summary>
/// Writes the feature JSON of one video: texts at the top, then the groups metadata, engagement and storage. The layout knows no missing
/// number: it is 0 there, and reads back as 0.
/// </summary>
internal static class MetadataWriter
{
    /// <summary>id_owner_score0.5.json in the directory; characters that no file system likes become "-".</summary>
    public static string GetPath(VideoMetadata metadata, string directory)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var id = metadata.Shortcode ?? metadata.VideoId;
        var score = (metadata.CompositeScore ?? 0).ToString("0.############", CultureInfo.InvariantCulture);
        return Path.GetFullPath(Path.Combine(directory, $"{Clean(id)}_{Clean(metadata.OwnerUserName ?? "")}_score{score}.json"));
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="metadata">What to write; it needs an id.</param>
    /// <param name="directory">Where; made when it is missing.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists, OutputUnwritable, or MetadataInvalid for a row without an id.</exception>
    public static string Save(VideoMetadata metadata, string directory, bool force)
    {
        var path = GetPath(metadata, directory);
        if (metadata.VideoId.Length == 0)
        {
            throw new VideoToolsException(
                VideoErrorId.MetadataInvalid,
                metadata.SourcePath,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {metadata.SourceRow} of '{metadata.SourcePath}' has no id, so no file can be named after it."),
                "Give it a video_id.");
        }

        FileSet.Save([(path, Serialize(metadata))], force);
        return path;
    }

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Serialize(VideoMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return JsonText.ToFile(json =>
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

    // The same on every system, so that a directory can move; a name cannot lead out of the directory.
    private static string Clean(string part) =>
        string.Concat(part.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '-' : c));
}
