// What sets a cluster apart, in words: the features whose mean lies at least half a standard deviation from that of all rows, largest
// first. Features that say the same (cut rate and scene length; coverage and count of text) get one word: that of the first one that
// stands out, placed by the stronger. At most three words; "average" where nothing stands out.
namespace VideoTools.Engine.Niche.Clustering;

/// <summary>Names clusters.</summary>
internal static class ClusterLabels
{
    /// <summary>Standardised means below this are no distinction.</summary>
    public const double Threshold = 0.5;

    private const int WordCount = 3;

    // In each group the feature to speak of first.
    private static readonly (string Name, string Group, string High, string Low)[] Words =
    [
        ("CutsPerMinute", "pace", "fast cuts", "slow cuts"),
        ("MeanSceneSeconds", "pace", "long scenes", "short scenes"),
        ("TextCoveragePercent", "text", "much text", "little text"),
        ("OverlayDensity", "text", "many texts", "few texts"),
        ("WordsPerMinute", "speech", "fast speech", "slow speech"),
        ("WordCount", "words", "many words", "few words"),
    ];

    /// <summary>The features that stand out, with their standardised means, strongest first; ties in the order of the features.</summary>
    public static IReadOnlyList<(string Name, double Value)> Distinctions(IReadOnlyList<string> names, IReadOnlyList<double> center) =>
    [
        .. names.Zip(center).Where(f => Math.Abs(f.Second) >= Threshold)
            .OrderByDescending(f => Math.Abs(f.Second)).Select(f => (f.First, f.Second)),
    ];

    /// <summary>For example "fast cuts, much text".</summary>
    public static string Of(IReadOnlyList<(string Name, double Value)> distinctions)
    {
        var values = distinctions.ToDictionary(d => d.Name, d => d.Value, StringComparer.Ordinal);
        var words = distinctions.Select(d => Array.Find(Words, w => w.Name == d.Name).Group).Distinct().Take(WordCount)
            .Select(group => Array.Find(Words, w => w.Group == group && values.ContainsKey(w.Name)))
            .Select(word => values[word.Name] > 0 ? word.High : word.Low);
        return string.Join(", ", words) is { Length: > 0 } label ? label : "average";
    }
}
