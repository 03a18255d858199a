namespace VideoTools.Engine.Metadata;

/// <summary>
/// The names under which sources keep a value, the preferred one first. Compared without case, "_", "-", blanks and the like, so that
/// "Likes-Count", "likes_count" and "LikesCount" are one name. They cover the converter's CSV, its JSON, yt-dlp's .info.json and the
/// columns that Import-VideoMetadata | Export-Csv writes.
/// </summary>
internal static class MetadataNames
{
    internal static readonly string[] VideoId = ["videoid", "id"];
    internal static readonly string[] Shortcode = ["shortcode"];
    internal static readonly string[] Title = ["title", "fulltitle"];
    internal static readonly string[] Description = ["desc", "description"];
    internal static readonly string[] Caption = ["caption"];
    internal static readonly string[] Text = ["text"];
    internal static readonly string[] Hashtags = ["hashtags", "hashtag", "tags", "tag"];
    internal static readonly string[] Challenges = ["challenges", "challenge"];
    internal static readonly string[] OwnerUserName =
        ["ownerusername", "username", "owner", "uploader", "channel", "channeltitle", "author"];
    internal static readonly string[] OwnerProfileId = ["ownerprofileid", "ownerid", "uploaderid", "channelid"];
    internal static readonly string[] ProductType = ["producttype"];
    internal static readonly string[] Timestamp = ["timestampseconds", "timestamp", "uploaddate", "publishedat", "publishtime", "takenat"];
    internal static readonly string[] Duration = ["durationsec", "durationseconds", "videoduration", "duration"];
    internal static readonly string[] Width = ["width"];
    internal static readonly string[] Height = ["height"];
    internal static readonly string[] Views = ["videoviewcount", "viewcount", "views", "playcount"];
    internal static readonly string[] Likes = ["likescount", "likecount", "likes"];
    internal static readonly string[] Comments = ["commentscount", "commentcount", "comments"];
    internal static readonly string[] Followers = ["followerscount", "followercount", "followers", "channelfollowercount"];
    internal static readonly string[] EngagementRate = ["engagementrate"];
    internal static readonly string[] ViewRate = ["viewrate"];
    internal static readonly string[] CompositeScore = ["compositescore"];
    internal static readonly string[] Category = ["category", "categories"];
    internal static readonly string[] StoragePath = ["storagepath"];
    internal static readonly string[] PublicUrl = ["publicurl"];
    internal static readonly string[] VideoUrl = ["videourl", "webpageurl"];
    internal static readonly string[] Status = ["status"];

    /// <summary>Names of the video file itself; yt-dlp writes _filename.</summary>
    internal static readonly string[] FileName = ["fullname", "filename"];

    /// <summary>Groups of the feature JSON whose values are read as if they stood at the top.</summary>
    internal static readonly string[] Groups = ["metadata", "engagement", "storage"];

    private static readonly HashSet<string> Known =
    [
        .. VideoId, .. Shortcode, .. Title, .. Description, .. Caption, .. Text, .. Hashtags, .. Challenges, .. OwnerUserName,
        .. OwnerProfileId, .. ProductType, .. Timestamp, .. Duration, .. Width, .. Height, .. Views, .. Likes, .. Comments, .. Followers,
        .. EngagementRate, .. ViewRate, .. CompositeScore, .. Category, .. StoragePath, .. PublicUrl, .. VideoUrl, .. Status, .. FileName,
    ];

    /// <summary>Lower case, letters and digits only.</summary>
    public static string Normalize(string name) => string.Create(
        name.Count(char.IsLetterOrDigit),
        name,
        static (span, source) =>
        {
            var length = 0;
            foreach (var c in source)
            {
                if (char.IsLetterOrDigit(c))
                {
                    span[length++] = char.ToLowerInvariant(c);
                }
            }
        });

    /// <summary>True for a name, in normal form, that some value is kept under.</summary>
    public static bool IsKnown(string normalName) => Known.Contains(normalName);
}
