using VideoTools.Engine.Niche.Input;

namespace VideoTools.Engine.Reporting;

/// <summary>Joins the records of a report to one sample a video.</summary>
internal static class ReportSamples
{
    /// <summary>
    /// One sample per video, in the order in which the videos first come up; of two records of a kind the later one counts.
    /// </summary>
    public static IReadOnlyList<ReportSample> Join(ReportData data)
    {
        var templates = new OrderedDictionary<string, VideoTemplate>(StringComparer.Ordinal);
        foreach (var template in data.Templates)
        {
            templates[template.FullName] = template;
        }

        var byId = templates.Values.ToLookup(t => t.VideoId, StringComparer.Ordinal);
        var samples = new OrderedDictionary<string, ReportSample>(StringComparer.Ordinal);
        foreach (var niche in data.Niches)
        {
            // A row without a path belongs to the only video of its id.
            var path = niche.FullName ?? (byId[niche.VideoId].ToArray() is [var only] ? only.FullName : null);
            var template = path is null ? null : templates.GetValueOrDefault(path);
            var key = path ?? (niche.VideoId.Length > 0 ? "id:" + niche.VideoId : "text:" + samples.Count);
            var isMeasured = template is null || niche.DurationSeconds is not null;
            samples[key] = new ReportSample(isMeasured ? niche : TemplateRow.Measured(niche, template!), template);
        }

        foreach (var template in templates.Values)
        {
            var sample = new ReportSample(TemplateRow.Of(template), template) { HasNiche = template.Niche is not null };
            samples.TryAdd(template.FullName, sample);
        }

        return [.. samples.Values];
    }
}
