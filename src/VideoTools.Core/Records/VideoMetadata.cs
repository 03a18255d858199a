namespace VideoTools;

/// <summary>
/// What somebody wrote about a video: title, tags, numbers. Comes from a CSV or JSON file; joined to the video file where one was
/// found.
/// </summary>
[View(
    "VideoId:14", "Found=MatchedBy:6", "Views=ViewCount:10:0", "Hashtags:18", "Title", Wraps = true,
    Set = "VideoId FullName MatchedBy Title Hashtags OwnerUserName ViewCount EngagementRate SourcePath")]
public sealed record VideoMetadata
{
    /// <summary>The id of the video: from the data, otherwise from the file name.</summary>
    [Column(Width = 14, Presence = ColumnPresence.Optional)]
    public required string VideoId { get; init; }

    /// <summary>A second, short id that some sources give; it also begins the names of converted files.</summary>
    public string? Shortcode { get; init; }

    /// <summary>Absolute path of the video file; null when none was found.</summary>
    public string? FullName { get; init; }

    /// <summary>True when a video file was found.</summary>
    [Column(Width = 9, KnownBy = nameof(FullName))]
    public bool IsMatched { get; init; }

    /// <summary>How it was found: Id, Stem or Column; null when it was not.</summary>
    public string? MatchedBy { get; init; }

    /// <summary>Title.</summary>
    [Column(Width = 26)]
    public string? Title { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Caption.</summary>
    public string? Caption { get; init; }

    /// <summary>Other text.</summary>
    public string? Text { get; init; }

    /// <summary>Hashtags and tags without "#".</summary>
    [Column(Width = 16)]
    public ValueList<string> Hashtags { get; init; } = ValueList<string>.Empty;

    /// <summary>Challenges.</summary>
    public ValueList<string> Challenges { get; init; } = ValueList<string>.Empty;

    /// <summary>Name of the owner.</summary>
    public string? OwnerUserName { get; init; }

    /// <summary>Id of the owner.</summary>
    public string? OwnerProfileId { get; init; }

    /// <summary>Kind of post.</summary>
    public string ProductType { get; init; } = "clips";

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The same in seconds since 1970-01-01 UTC: a number survives a CSV file in any culture, a date does not.</summary>
    public double? TimestampSeconds => Timestamp?.ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>Length in seconds, as the source gives it.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Width in pixels, as the source gives it.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, as the source gives it.</summary>
    public int? Height { get; init; }

    /// <summary>Views.</summary>
    [Column(Width = 9)]
    public long? ViewCount { get; init; }

    /// <summary>Likes.</summary>
    public long? LikeCount { get; init; }

    /// <summary>Comments.</summary>
    public long? CommentCount { get; init; }

    /// <summary>Followers of the owner.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>Engagement as the source gives it.</summary>
    public double? EngagementRate { get; init; }

    /// <summary>Views against followers, as the source gives it.</summary>
    public double? ViewRate { get; init; }

    /// <summary>Score of the source, for example the number behind _score in the file name.</summary>
    public double? CompositeScore { get; init; }

    /// <summary>Category that the source gives, if any.</summary>
    public string? Category { get; init; }

    /// <summary>Where the source stores the video.</summary>
    public string? StoragePath { get; init; }

    /// <summary>Public address.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Address of the page.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>State of the download, as the source gives it.</summary>
    public string Status { get; init; } = "done";

    /// <summary>The CSV or JSON file it was read from.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Row of a CSV file, 1 for the first one after the header; null for JSON.</summary>
    public int? SourceRow { get; init; }
}
