namespace VideoTools.PowerShell;

/// <summary>Builds a <see cref="VideoMetadata"/> from named values, as Import-VideoMetadata | Export-Csv wrote them in any culture.</summary>
internal static class VideoMetadataReader
{
    /// <summary>True when the values are those of our record, not of a table from elsewhere.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    public static bool IsMetadata(Func<string, object?> get) =>
        get(nameof(VideoMetadata.SourcePath)) is not null && get(nameof(VideoMetadata.IsMatched)) is not null;

    /// <summary>Reads the values; SourcePath must be there.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    /// <param name="metadata">The metadata, null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out VideoMetadata? metadata, out string problem)
    {
        var row = new RowReader(get);
        var fullName = row.OptionalText(nameof(VideoMetadata.FullName));
        var read = new VideoMetadata
        {
            // Rows of texts alone have an empty id.
            VideoId = row.OptionalText(nameof(VideoMetadata.VideoId)) ?? "",
            SourcePath = row.Text(nameof(VideoMetadata.SourcePath)),
        };
        read = read with
        {
            Shortcode = row.OptionalText(nameof(VideoMetadata.Shortcode)),
            FullName = fullName,
            IsMatched = row.OptionalTruth(nameof(VideoMetadata.IsMatched)) ?? fullName is not null,
            MatchedBy = row.OptionalText(nameof(VideoMetadata.MatchedBy)),
            Title = row.OptionalText(nameof(VideoMetadata.Title)),
            Description = row.OptionalText(nameof(VideoMetadata.Description)),
            Caption = row.OptionalText(nameof(VideoMetadata.Caption)),
            Text = row.OptionalText(nameof(VideoMetadata.Text)),
            Hashtags = row.OptionalTexts(nameof(VideoMetadata.Hashtags)) ?? ValueList<string>.Empty,
            Challenges = row.OptionalTexts(nameof(VideoMetadata.Challenges)) ?? ValueList<string>.Empty,
            OwnerUserName = row.OptionalText(nameof(VideoMetadata.OwnerUserName)),
            OwnerProfileId = row.OptionalText(nameof(VideoMetadata.OwnerProfileId)),
            ProductType = row.OptionalText(nameof(VideoMetadata.ProductType)) ?? read.ProductType,
            Timestamp = Moment(row, get),
            DurationSeconds = row.OptionalNumber(nameof(VideoMetadata.DurationSeconds)),
            Width = row.OptionalWhole(nameof(VideoMetadata.Width)),
            Height = row.OptionalWhole(nameof(VideoMetadata.Height)),
            ViewCount = row.OptionalCount(nameof(VideoMetadata.ViewCount)),
            LikeCount = row.OptionalCount(nameof(VideoMetadata.LikeCount)),
            CommentCount = row.OptionalCount(nameof(VideoMetadata.CommentCount)),
            FollowerCount = row.OptionalCount(nameof(VideoMetadata.FollowerCount)),
            EngagementRate = row.OptionalNumber(nameof(VideoMetadata.EngagementRate)),
            ViewRate = row.OptionalNumber(nameof(VideoMetadata.ViewRate)),
            CompositeScore = row.OptionalNumber(nameof(VideoMetadata.CompositeScore)),
            Category = row.OptionalText(nameof(VideoMetadata.Category)),
            StoragePath = row.OptionalText(nameof(VideoMetadata.StoragePath)),
            PublicUrl = row.OptionalText(nameof(VideoMetadata.PublicUrl)),
            VideoUrl = row.OptionalText(nameof(VideoMetadata.VideoUrl)),
            Status = row.OptionalText(nameof(VideoMetadata.Status)) ?? read.Status,
            SourceRow = row.OptionalWhole(nameof(VideoMetadata.SourceRow)),
        };
        problem = row.Problem;
        metadata = problem.Length == 0 ? read : null;
        return metadata is not null;
    }

    // The number, not the date: what Export-Csv prints for a date depends on the culture, and "01/02/2024" does not say on which.
    private static DateTimeOffset? Moment(RowReader row, Func<string, object?> get) =>
        FlexibleValue.Unwrap(get(nameof(VideoMetadata.Timestamp))) is DateTimeOffset moment
            ? moment
            : row.OptionalNumber(nameof(VideoMetadata.TimestampSeconds)) is { } seconds && Math.Abs(seconds) < 1e11
                ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000))
                : null;
}
