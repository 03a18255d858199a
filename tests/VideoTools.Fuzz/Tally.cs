using System.Globalization;
using System.Text;

namespace VideoTools.Fuzz;

/// <summary>What became of the attempts of a campaign, target by target.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, long[]> _targets = [];
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);

    public long Attempts { get; private set; }

    public long Count(Verdict verdict) => _targets.Values.Sum(counts => counts[(int)verdict]);

    public void Add(string target, Verdict verdict, string detail)
    {
        if (!_targets.TryGetValue(target, out var counts))
        {
            _targets.Add(target, counts = new long[Enum.GetValues<Verdict>().Length]);
        }

        counts[(int)verdict]++;
        Attempts++;
        if (verdict == Verdict.Refused)
        {
            _reasons[detail] = _reasons.GetValueOrDefault(detail) + 1;
        }
    }

    /// <summary>The tables, as Markdown.</summary>
    public string Describe(CampaignOptions options, IReadOnlyList<(string What, string Value)> figures)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Seed {options.Seed}, {Attempts} mutants.").AppendLine();
        text.AppendLine("| target | mutants | answered | refused | hangs | crashes |").AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (target, counts) in _targets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {target} | {counts.Sum()} | {counts[0]} | {counts[1]} | {counts[2]} | {counts[3]} |");
        }

        text.AppendLine().AppendLine("| figure | value |").AppendLine("|---|---:|");
        foreach (var (what, value) in figures)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {value} |");
        }

        return text.AppendLine().AppendLine("Refused with: "
            + string.Join(", ", _reasons.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}"))) + ".").ToString();
    }
}
