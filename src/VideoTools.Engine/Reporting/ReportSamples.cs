using VideoTools.Engine.Niche.Input;

namespace VideoTools.Engine.Reporting;

/// <summary>Joins the records of a report to one sample a video.</summary>
internal static class ReportSamples
{
    /// <summary>One sample a video, in the order in which the videos first came up; of two records of a kind the later one counts.</summary>
    public static IReadOnlyList<ReportSample> Join(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var templates = new OrderedDictionary<string, VideoTemplate>(StringComparer.Ordinal);
        foreach (var template in data.Templates)
        {
            templates[template.FullName] = template;
        }

        var byId = templates.Values.GroupBy(t => t.VideoId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var samples = new OrderedDictionary<string, ReportSample>(StringComparer.Ordinal);
        foreach (var niche in data.Niches)
        {
            // A row without a path belongs to the only video of its id.
            var path = niche.FullName ?? (byId.GetValueOrDefault(niche.VideoId) is [var only] ? only.FullName : null);
            var template = path is null ? null : templates.GetValueOrDefault(path);
            var key = path ?? (niche.VideoId.Length > 0 ? "id:" + niche.VideoId : "text:" + samples.Count);
            samples[key] = new ReportSample(template is null || niche.DurationSeconds is not null ? niche : TemplateRow.Measured(niche, template), template);
        }

        foreach (var template in templates.Values)
        {
            samples.TryAdd(template.FullName, new ReportSample(TemplateRow.Of(template), template) { HasNiche = template.Niche is not null });
        }

        return [.. samples.Values];
    }
}
