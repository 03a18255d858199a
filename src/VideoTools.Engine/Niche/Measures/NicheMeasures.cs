// The one list of measures: statistics, clusters, comparisons, JSON and tables all read it. What is not known is missing, never 0: a
// video whose text was not analysed says nothing about text. Two measures are rates without a meaning where their base is 0, and are
// missing there: cuts and texts of a video without length, and the pace of speech where nobody speaks (its word count, 0, does count).
namespace VideoTools.Engine.Niche.Measures;

/// <summary>
/// All measures of a video: the columns of <see cref="VideoNiche"/> that are declared as such, and what follows from them.
/// </summary>
internal static class NicheMeasures
{
    // Every measure has these columns in a statistic; their order there is that of the measures.
    private const string Part = "LowerQuartile";

    private static readonly Dictionary<string, Func<VideoNiche, double?>> Rates = new(StringComparer.Ordinal)
    {
        ["CutsPerMinute"] = v => v.DurationSeconds is 0 ? null : v.CutsPerMinute,
        ["OverlayDensity"] = v => v.DurationSeconds > 0 ? v.TextCount / v.DurationSeconds : null,
        ["WordsPerMinute"] = v => v.WordsPerMinute > 0 ? v.WordsPerMinute : null,
    };

    /// <summary>All, in the order of columns and rows.</summary>
    public static IReadOnlyList<NicheMeasure> All { get; } =
    [
        .. RecordSchema.Of<NicheStatistic>().Columns.Where(c => c.Name.EndsWith(Part, StringComparison.Ordinal))
            .Select(c => Create(c.Name[..^Part.Length])),
    ];

    /// <summary>Transitions a minute.</summary>
    public static NicheMeasure CutsPerMinute { get; } = Find("CutsPerMinute");

    /// <summary>On-screen texts.</summary>
    public static NicheMeasure TextCount { get; } = Find("TextCount");

    /// <summary>Duration in seconds.</summary>
    public static NicheMeasure DurationSeconds { get; } = Find("DurationSeconds");

    /// <summary>Those that say how a video is made, and that clusters are built on.</summary>
    public static IReadOnlyList<NicheMeasure> Features { get; } =
    [
        CutsPerMinute, Find("MeanSceneSeconds"), Find("OverlayDensity"), Find("TextCoveragePercent"), Find("WordsPerMinute"),
        Find("WordCount"),
    ];

    private static NicheMeasure Find(string name) => All.First(m => m.Name == name);

    private static NicheMeasure Create(string name)
    {
        if (Rates.TryGetValue(name, out var rate))
        {
            return new NicheMeasure(name, rate);
        }

        var column = RecordSchema.Of<VideoNiche>().Find(name);
        return column is { IsMeasure: true }
            ? new NicheMeasure(
                name, video => column.Get(video) is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null)
            : throw new MissingMemberException(nameof(VideoNiche), name);
    }
}
