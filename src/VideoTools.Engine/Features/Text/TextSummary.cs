// The text columns of a template. Coverage is the share of time with any text. The systems before counted the read frames that showed
// text among those read; here an unchanged picture is read once however long it stays, so time is what such a count stands for.
// A phrase counts once for each time it came up; ties go to the one that came first. Cost: O(n log n) for n texts.
namespace VideoTools.Engine.Features.Text;

/// <summary>What the texts of one video come to.</summary>
/// <param name="Count">Texts.</param>
/// <param name="CoveragePercent">Percent of the time (0 to 100, one decimal) with any text.</param>
/// <param name="Phrases">The five most frequent texts, most frequent first.</param>
/// <param name="Zone">The third of the picture with most texts ("top", "middle", "bottom"); null without text. Ties go to the upper
/// one.</param>
/// <param name="Zones">Zones that have texts, most first.</param>
/// <param name="Pattern">"frequent" when more than half of the time shows text, otherwise "sparse".</param>
/// <param name="Density">Texts per second; 0 for a video without length.</param>
internal sealed record TextSummary(
    int Count, double CoveragePercent, ValueList<string> Phrases, string? Zone, ValueList<string> Zones, string Pattern, double Density)
{
    private const int PhraseCount = 5;

    /// <summary>Sums up.</summary>
    /// <param name="texts">The texts of one video.</param>
    /// <param name="startSeconds">Start of what was analysed.</param>
    /// <param name="endSeconds">End of what was analysed.</param>
    public static TextSummary Of(IReadOnlyList<VideoText> texts, double startSeconds, double endSeconds)
    {
        var length = Math.Max(0, endSeconds - startSeconds);
        var covered = length > 0 ? Math.Min(1, SecondsOfAny(texts) / length) : 0;
        var phrases = texts.OrderBy(t => t.StartSeconds).ThenBy(t => t.Index)
            .GroupBy(t => t.Text, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .Take(PhraseCount).Select(g => g.Key);
        var zones = texts.GroupBy(t => t.Zone).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => NameOf(g.Key)).ToList();
        return new TextSummary(
            texts.Count, Math.Round(covered * 100, 1), new ValueList<string>(phrases),
            zones.FirstOrDefault(), new ValueList<string>(zones),
            covered > 0.5 ? "frequent" : "sparse", length > 0 ? texts.Count / length : 0);
    }

    /// <summary>top, middle or bottom.</summary>
    public static string NameOf(TextZone zone) => zone switch
    {
        TextZone.Top => "top",
        TextZone.Middle => "middle",
        _ => "bottom",
    };

    /// <summary>Seconds in which any of the texts shows.</summary>
    internal static double SecondsOfAny(IEnumerable<VideoText> texts)
    {
        var (sum, until) = (0.0, double.NegativeInfinity);
        foreach (var text in texts.OrderBy(t => t.StartSeconds))
        {
            sum += Math.Max(0, text.EndSeconds - Math.Max(text.StartSeconds, until));
            until = Math.Max(until, text.EndSeconds);
        }

        return sum;
    }
}
