using VideoTools.Engine.Niche.Input;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>The row of a video before its niche is known: names, measures of its template, numbers of its metadata.</summary>
internal static class NicheRow
{
    /// <summary>Copies what is known.</summary>
    public static VideoNiche Of(NicheEvidence evidence)
    {
        var metadata = evidence.Metadata;
        var path = evidence.Template?.FullName ?? metadata?.FullName ?? evidence.FullName;
        var row = evidence.Template is { } template
            ? TemplateRow.Of(template with { Niche = null })
            : new VideoNiche
            {
                FullName = path,
                FileName = path is null ? null : Path.GetFileName(path),
                VideoId = metadata?.VideoId ?? (path is null ? "" : VideoNames.GetVideoId(path)),
            };
        return row with
        {
            Category = VideoNiche.Unknown,
            DurationSeconds = row.DurationSeconds ?? metadata?.DurationSeconds,
            Width = row.Width ?? metadata?.Width,
            Height = row.Height ?? metadata?.Height,
            ViewCount = metadata?.ViewCount,
            LikeCount = metadata?.LikeCount,
            CommentCount = metadata?.CommentCount,
            FollowerCount = metadata?.FollowerCount,
            EngagementRate = metadata?.EngagementRate,
            ViewRate = metadata?.ViewRate,
            CompositeScore = metadata?.CompositeScore,
        };
    }
}
