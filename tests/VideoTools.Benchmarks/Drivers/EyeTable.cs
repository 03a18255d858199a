using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Faces;
using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Numerics;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>What eyes that are closed by a known share read as, in proportion to the same eyes open: where EyeBaseline.ClosedShare comes from.</summary>
internal static class EyeTable
{
    /// <summary>The table.</summary>
    public static void Append(StringBuilder text)
    {
        var actors = Enumerable.Range(0, DriverScene.Portraits.Count).Select(i => DriverActors.Of(i, 1280, 720)).OfType<DriverActor>().ToList();
        text.Append(CultureInfo.InvariantCulture, $"{actors.Count} portraits of 1280 x 720, both eyes together:\n\n")
            .Append("| lids closed by | ratio to the open eye: lower quartile, median, upper quartile | openness, median | at least 80 % closed told |\n|---|---|---|---|\n");
        double[] open = [.. actors.Select(actor => Ratio(actor, 0) ?? double.NaN)];
        foreach (var share in new[] { 0, 0.25, 0.5, 0.8, 0.9, 1 })
        {
            double[] ratios = [.. actors.Select((actor, i) => (Ratio(actor, share) ?? double.NaN) / open[i]).Where(double.IsFinite).Order()];
            text.Append(CultureInfo.InvariantCulture, $"| {100 * share:0} % | ")
                .Append(CultureInfo.InvariantCulture, $"{Quantile.Of(ratios, 0.25):0.00}, {Quantile.Of(ratios, 0.5):0.00}, {Quantile.Of(ratios, 0.75):0.00} | ")
                .Append(CultureInfo.InvariantCulture, $"{EyeBaseline.OpennessOf(Quantile.Of(ratios, 0.5), 1):0.00} | ")
                .Append(CultureInfo.InvariantCulture, $"{ratios.Count(r => EyeBaseline.OpennessOf(r, 1) <= DriverMeter.ClosedOpenness)} of {ratios.Length} |\n");
        }
    }

    /// <summary>What irises that are moved by a known share of the eye read as.</summary>
    public static void AppendTurns(StringBuilder text)
    {
        text.Append("\n| irises moved aside by, widths of the eye | turn of the eyes read: lower quartile, median, upper quartile |\n|---|---|\n");
        var actors = Enumerable.Range(0, DriverScene.Portraits.Count).Select(i => DriverActors.Of(i, 1280, 720)).OfType<DriverActor>().ToList();
        double[] straight = [.. actors.Select(actor => Shift(actor, 0) ?? double.NaN)];
        foreach (var shift in new[] { 0.14, 0.28 })
        {
            double[] turns = [.. actors.Select((actor, i) => actor.GazeSide * ((Shift(actor, shift) ?? double.NaN) - straight[i])).Where(double.IsFinite).Select(EyeBaseline.TurnOf).Order()];
            text.Append(CultureInfo.InvariantCulture, $"| {shift:0.00} | ")
                .Append(CultureInfo.InvariantCulture, $"{Quantile.Of(turns, 0.25):0}°, {Quantile.Of(turns, 0.5):0}°, {Quantile.Of(turns, 0.75):0}° ({turns.Length} portraits) |\n");
        }
    }

    private static double? Shift(DriverActor actor, double gaze) => Mean(actor, new DriverMoment(Gaze: gaze), eye => eye.Shift);

    private static double? Ratio(DriverActor actor, double closed) => Mean(actor, new DriverMoment(Closed: closed), eye => eye.Ratio);

    private static double? Mean(DriverActor actor, DriverMoment moment, Func<EyeReading, double> measure)
    {
        var sample = new DriverReader(new DriverOptions { SkipHands = true }).Read(FaceBench.Frame(actor.Draw(moment)));
        EyeReading[] eyes = [.. new[] { sample.RightEye, sample.LeftEye }.OfType<EyeReading>()];
        return eyes.Length > 0 ? eyes.Average(measure) : null;
    }
}
