namespace VideoTools.Engine.Niche.Measures;

/// <summary>
/// Joins the list of measures to the flat columns of <see cref="NicheStatistic"/>: "CutsPerMinute" fills CutsPerMinuteMean,
/// CutsPerMinuteMedian and the two quartiles. Bound once by name; a measure without its columns is found when the engine is tested.
/// </summary>
internal static class StatisticColumns
{
    private static readonly Dictionary<string, RecordColumn[]> ByMeasure = NicheMeasures.All.ToDictionary(
        m => m.Name,
        m => new[] { "Mean", "Median", "LowerQuartile", "UpperQuartile" }.Select(part => Find(m.Name + part)).ToArray());

    /// <summary>Fills the columns of a measure. Only for a record that nobody else has seen.</summary>
    public static void Write(NicheStatistic statistic, NicheMeasure measure, MeasureSpread spread)
    {
        double?[] values = [spread.Mean, spread.Median, spread.LowerQuartile, spread.UpperQuartile];
        foreach (var (column, value) in ByMeasure[measure.Name].Zip(values))
        {
            column.Set(statistic, value);
        }
    }

    /// <summary>Takes the columns of a measure.</summary>
    public static MeasureSpread Read(NicheStatistic statistic, NicheMeasure measure)
    {
        double?[] values = [.. ByMeasure[measure.Name].Select(column => (double?)column.Get(statistic))];
        return new MeasureSpread(values[0], values[1], values[2], values[3]);
    }

    private static RecordColumn Find(string name) =>
        RecordSchema.Of<NicheStatistic>().Find(name) ?? throw new MissingMemberException(nameof(NicheStatistic), name);
}
