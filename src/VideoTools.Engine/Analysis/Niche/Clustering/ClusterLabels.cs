// What sets a cluster apart, in words: the features whose mean lies at least half a standard deviation from that of all rows, largest
// first. Of features that say the same (cut rate and scene length; count and coverage of text) only the stronger gets a word. At most
// three words; "average" where nothing stands out.
namespace VideoTools.Engine.Analysis.Niche.Clustering;

/// <summary>Names clusters.</summary>
public static class ClusterLabels
{
    /// <summary>Standardised means below this are no distinction.</summary>
    public const double Threshold = 0.5;

    private const int WordCount = 3;

    private static readonly Dictionary<string, (string Group, string High, string Low)> Words = new(StringComparer.Ordinal)
    {
        ["CutsPerMinute"] = ("pace", "fast cuts", "slow cuts"),
        ["MeanSceneSeconds"] = ("pace", "long scenes", "short scenes"),
        ["OverlayDensity"] = ("text", "many texts", "few texts"),
        ["TextCoveragePercent"] = ("text", "much text", "little text"),
        ["WordsPerMinute"] = ("speech pace", "fast speech", "slow speech"),
        ["WordCount"] = ("words", "many words", "few words"),
    };

    /// <summary>The features that stand out, with their standardised means, strongest first; ties in the order of the features.</summary>
    public static IReadOnlyList<(string Name, double Value)> Distinctions(IReadOnlyList<string> names, IReadOnlyList<double> center) =>
        [.. names.Zip(center).Where(f => Math.Abs(f.Second) >= Threshold).OrderByDescending(f => Math.Abs(f.Second)).Select(f => (f.First, f.Second))];

    /// <summary>For example "fast cuts, much text".</summary>
    public static string Of(IReadOnlyList<(string Name, double Value)> distinctions)
    {
        var words = distinctions.DistinctBy(d => Words[d.Name].Group).Take(WordCount)
            .Select(d => d.Value > 0 ? Words[d.Name].High : Words[d.Name].Low);
        return string.Join(", ", words) is { Length: > 0 } label ? label : "average";
    }
}
