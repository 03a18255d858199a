using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Niche.Input;

/// <summary>A template as a row of measures.</summary>
internal static class TemplateRow
{
    /// <summary>Copies what niches are measured by; the template's niche may be a path from the top.</summary>
    public static VideoNiche Of(VideoTemplate template) =>
        NichePaths.WithPath(Measured(new VideoNiche { VideoId = template.VideoId }, template), template.Niche);

    /// <summary>A video whose niche is known, with the names and measures of its template.</summary>
    public static VideoNiche Measured(VideoNiche niche, VideoTemplate template) =>
        RecordSchema.With(niche, template) with { VideoId = niche.VideoId };
}
