namespace VideoTools.Engine.Reporting;

/// <summary>One video of a report.</summary>
/// <param name="Niche">Its niche and measures.</param>
/// <param name="Template">Its details; null where only a row of measures was given.</param>
internal sealed record ReportSample(VideoNiche Niche, VideoTemplate? Template)
{
    /// <summary>Levels of a taxonomy.</summary>
    public const int LevelCount = 3;

    /// <summary>False for a template that nobody has classified yet.</summary>
    public bool HasNiche { get; init; } = true;

    /// <summary>The keys from the top, one to three of them.</summary>
    public IReadOnlyList<string> Keys { get; } =
        [.. new[] { Niche.Category, Niche.Subcategory, Niche.MicroNiche }.TakeWhile(key => !string.IsNullOrWhiteSpace(key))!];

    /// <summary>File name, or the id where there is no file.</summary>
    public string Name => Niche.FileName ?? (Niche.VideoId.Length > 0 ? Niche.VideoId : Niche.TextSample ?? "");

    /// <summary>The group it belongs to at a level: its keys down to there, or all that it has.</summary>
    /// <param name="level">0 for categories, 2 for micro-niches.</param>
    public string Group(int level) => string.Join(" > ", Keys.Take(level + 1));
}
