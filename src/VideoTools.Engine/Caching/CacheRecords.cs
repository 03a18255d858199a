namespace VideoTools.Engine.Caching;

/// <summary>What the cache has to know about records.</summary>
internal static class CacheRecords
{
    /// <summary>The record of a file that lies elsewhere now.</summary>
    public static object MoveTo(object record, string fullName) => record switch
    {
        VideoScene scene => scene with { FullName = fullName },
        CropPosition position => position with { FullName = fullName },
        VideoText text => text with { FullName = fullName },
        TranscriptSegment segment => segment with { FullName = fullName },
        VideoTemplate template => template with
        {
            FullName = fullName,
            FileName = Path.GetFileName(fullName),
            VideoId = Templates.VideoNames.GetVideoId(fullName),
        },
        _ => record,
    };

    /// <summary>False for a template that lacks columns it was asked for, because a model could not be had: the next run tries again.</summary>
    public static bool IsComplete(object record, VideoRequest request) => record is not VideoTemplate template
        || TemplateRequests(request).All(r =>
            (r.Template.SkipText || template.TextCount is not null) && (r.Template.SkipSpeech || template.HasSpeech is not null));

    private static IEnumerable<TemplateRequest> TemplateRequests(VideoRequest request) => request switch
    {
        TemplateRequest template => [template],
        CompositeRequest composite => composite.Parts.SelectMany(TemplateRequests),
        _ => [],
    };
}
