using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Faces;
using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Numerics;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>What eyes that are closed by a known share read as, in proportion to the same eyes open: where DriverBaseline.ClosedShare comes from.</summary>
internal static class EyeTable
{
    /// <summary>The table.</summary>
    public static void Append(StringBuilder text)
    {
        text.Append("| lids closed by | ratio to the open eye: lower quartile, median, upper quartile | openness, median | at least 80 % closed told |\n|---|---|---|---|\n");
        var actors = Enumerable.Range(0, DriverScene.Portraits.Count).Select(i => DriverActors.Of(i, 1280, 720)).OfType<DriverActor>().ToList();
        double[] open = [.. actors.Select(actor => Ratio(actor, 0) ?? double.NaN)];
        foreach (var share in new[] { 0, 0.25, 0.5, 0.8, 0.9, 1 })
        {
            double[] ratios = [.. actors.Select((actor, i) => (Ratio(actor, share) ?? double.NaN) / open[i]).Where(double.IsFinite).Order()];
            double Open(double ratio) => Math.Clamp((ratio - DriverBaseline.ClosedShare) / (1 - DriverBaseline.ClosedShare), 0, 1);
            text.Append(CultureInfo.InvariantCulture, $"| {100 * share:0} % | ")
                .Append(CultureInfo.InvariantCulture, $"{Quantile.Of(ratios, 0.25):0.00}, {Quantile.Of(ratios, 0.5):0.00}, {Quantile.Of(ratios, 0.75):0.00} | ")
                .Append(CultureInfo.InvariantCulture, $"{Open(Quantile.Of(ratios, 0.5)):0.00} | ")
                .Append(CultureInfo.InvariantCulture, $"{ratios.Count(r => Open(r) <= DriverMeter.ClosedOpenness)} of {ratios.Length} |\n");
        }
    }

    /// <summary>What irises that are moved by a known share of the eye read as.</summary>
    public static void AppendTurns(StringBuilder text)
    {
        text.Append("\n| irises moved by, widths of the eye | turn of the eyes read: lower quartile, median, upper quartile |\n|---|---|\n");
        var actors = Enumerable.Range(0, DriverScene.Portraits.Count).Select(i => DriverActors.Of(i, 1280, 720)).OfType<DriverActor>().ToList();
        double[] straight = [.. actors.Select(actor => Turn(actor, 0) ?? double.NaN)];
        foreach (var shift in new[] { -0.28, -0.14, 0.14, 0.28 })
        {
            double[] turns = [.. actors.Select((actor, i) => (Turn(actor, shift) ?? double.NaN) - straight[i]).Where(double.IsFinite).Order()];
            text.Append(CultureInfo.InvariantCulture, $"| {shift:0.00} | ")
                .Append(CultureInfo.InvariantCulture, $"{Quantile.Of(turns, 0.25):0}°, {Quantile.Of(turns, 0.5):0}°, {Quantile.Of(turns, 0.75):0}° ({turns.Length} portraits that show both eyes) |\n");
        }
    }

    private static double? Turn(DriverActor actor, double gaze) => new DriverReader(new DriverOptions { SkipHands = true })
        .Read(FaceBench.Frame(actor.Draw(new DriverMoment(Gaze: gaze)))).EyeYaw;

    private static double? Ratio(DriverActor actor, double closed) => new DriverReader(new DriverOptions { SkipHands = true })
        .Read(FaceBench.Frame(actor.Draw(new DriverMoment(Closed: closed)))).EyeRatio;
}
