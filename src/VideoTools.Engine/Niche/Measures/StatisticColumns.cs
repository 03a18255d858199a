using System.Reflection;

namespace VideoTools.Engine.Niche.Measures;

/// <summary>
/// Joins the list of measures to the flat columns of <see cref="NicheStatistic"/>: "CutsPerMinute" fills CutsPerMinuteMean,
/// CutsPerMinuteMedian and the two quartiles. Bound once by name; a measure without its columns is found when the engine is tested.
/// </summary>
internal static class StatisticColumns
{
    private static readonly Dictionary<string, Column[]> ByMeasure = NicheMeasures.All.ToDictionary(
        m => m.Name,
        m => new[] { "Mean", "Median", "LowerQuartile", "UpperQuartile" }.Select(part => Bind(m.Name + part)).ToArray());

    /// <summary>Fills the columns of a measure. Only for a record that nobody else has seen.</summary>
    public static void Write(NicheStatistic statistic, NicheMeasure measure, MeasureSpread spread)
    {
        var columns = ByMeasure[measure.Name];
        columns[0].Set(statistic, spread.Mean);
        columns[1].Set(statistic, spread.Median);
        columns[2].Set(statistic, spread.LowerQuartile);
        columns[3].Set(statistic, spread.UpperQuartile);
    }

    /// <summary>Takes the columns of a measure.</summary>
    public static MeasureSpread Read(NicheStatistic statistic, NicheMeasure measure)
    {
        var columns = ByMeasure[measure.Name];
        return new MeasureSpread(
            columns[0].Get(statistic), columns[1].Get(statistic), columns[2].Get(statistic), columns[3].Get(statistic));
    }

    private static Column Bind(string name)
    {
        var property = typeof(NicheStatistic).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new MissingMemberException(nameof(NicheStatistic), name);
        return new Column(
            property.GetMethod!.CreateDelegate<Func<NicheStatistic, double?>>(),
            property.SetMethod!.CreateDelegate<Action<NicheStatistic, double?>>());
    }

    private sealed record Column(Func<NicheStatistic, double?> Get, Action<NicheStatistic, double?> Set);
}
