namespace VideoTools.Engine.Metadata;

/// <summary>
/// The names under which sources keep a value, the preferred one first. Compared without case, "_", "-", blanks and the like, so that
/// "Likes-Count", "likes_count" and "LikesCount" are one name. They cover the converter's CSV, its JSON, yt-dlp's .info.json, YouTube's
/// API, Apify's collectors of TikTok, Instagram and YouTube, and the columns that Import-VideoMetadata | Export-Csv writes.
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
        ["ownerusername", "username", "owner", "uploader", "channel", "channeltitle", "channelname", "author", "authorname"];
    internal static readonly string[] OwnerProfileId = ["ownerprofileid", "ownerid", "uploaderid", "channelid", "authorid"];
    internal static readonly string[] ProductType = ["producttype"];
    internal static readonly string[] Timestamp =
        ["timestampseconds", "timestamp", "uploaddate", "publishedat", "publishtime", "takenat", "createtime", "createtimeiso", "date"];
    internal static readonly string[] Duration = ["durationsec", "durationseconds", "videoduration", "duration"];
    internal static readonly string[] Width = ["width", "dimensionswidth"];
    internal static readonly string[] Height = ["height", "dimensionsheight"];
    internal static readonly string[] Views = ["videoviewcount", "viewcount", "views", "playcount", "videoplaycount"];
    internal static readonly string[] Likes = ["likescount", "likecount", "likes", "diggcount"];
    internal static readonly string[] Comments = ["commentscount", "commentcount", "comments"];
    internal static readonly string[] Followers = 
        ["followerscount", "followercount", "followers", "channelfollowercount", "subscribercount", "numberofsubscribers", "fans"];
    internal static readonly string[] EngagementRate = ["engagementrate"];
    internal static readonly string[] ViewRate = ["viewrate"];
    internal static readonly string[] CompositeScore = ["compositescore"];
    internal static readonly string[] Category = ["category", "categories"];
    internal static readonly string[] StoragePath = ["storagepath"];
    internal static readonly string[] PublicUrl = ["publicurl"];
    internal static readonly string[] VideoUrl = ["videourl", "webpageurl", "webvideourl"];
    internal static readonly string[] Status = ["status"];

    /// <summary>Names of the video file itself; yt-dlp writes _filename.</summary>
    internal static readonly string[] FileName = ["fullname", "filename"];

    /// <summary>
    /// Groups whose values are read as if they stood at the top: of the feature JSON, of YouTube's API and of the collectors of TikTok.
    /// </summary>
    internal static readonly string[] Groups =
    [
        "metadata", "engagement", "storage", "snippet", "resourceid", "contentdetails", "statistics", "stats", "videometa", "video", "id",
    ];

    /// <summary>Groups about who published: names inside mean the person, not the video.</summary>
    internal static readonly string[] Persons = ["author", "authormeta", "authorstats", "owner", "user", "channel", "uploader"];

    /// <summary>What a value in a person's group is to the video, by its name there.</summary>
    internal static readonly (string Inside, string Name)[] OfPerson =
    [
        ("uniqueid", "ownerusername"), ("username", "ownerusername"), ("name", "ownerusername"), ("nickname", "ownerusername"),
        ("id", "ownerprofileid"), ("userid", "ownerprofileid"), ("pk", "ownerprofileid"),
        ("fans", "followerscount"), ("followercount", "followerscount"), ("followers", "followerscount"),
        ("followerscount", "followerscount"), ("subscribercount", "followerscount"),
    ];

    private static readonly HashSet<string> Known =
    [
        .. VideoId, .. Shortcode, .. Title, .. Description, .. Caption, .. Text, .. Hashtags, .. Challenges, .. OwnerUserName,
        .. OwnerProfileId, .. ProductType, .. Timestamp, .. Duration, .. Width, .. Height, .. Views, .. Likes, .. Comments, .. Followers,
        .. EngagementRate, .. ViewRate, .. CompositeScore, .. Category, .. StoragePath, .. PublicUrl, .. VideoUrl, .. Status, .. FileName,
    ];

    private static readonly HashSet<string> Identities = [.. VideoId, .. Shortcode, .. Title, .. Description, .. Caption, .. FileName];

    /// <summary>True for a name, in normal form, that only a video has: an id, a title, a file.</summary>
    public static bool IsIdentity(string normalName) => Identities.Contains(normalName);

    private static readonly HashSet<string> Nested = [.. Groups, .. Persons, .. Hashtags, .. Challenges];

    /// <summary>True for a name, in normal form, under which an object or a list may stand.</summary>
    public static bool IsGroup(string normalName) => Nested.Contains(normalName);

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
