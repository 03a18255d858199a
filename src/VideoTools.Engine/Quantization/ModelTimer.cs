// Method: two models take turns on the same pictures, so that whatever else the machine does slows both; the median of the runs of each.
// Cost: 12 runs of each or a second of each, whichever is more, at most 100.
using System.Diagnostics;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Quantization;

/// <summary>How long models take.</summary>
internal static class ModelTimer
{
    private const int LeastRuns = 12;
    private const int MostRuns = 100;
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(2);

    /// <summary>Milliseconds a picture of two models.</summary>
    public static (double Before, double After) Measure(
        RawModel before, RawModel after, IReadOnlyList<ModelPicture> pictures, CancellationToken cancellationToken)
    {
        var (first, second) = (new List<double>(), new List<double>());
        Time(before, pictures[0]);
        Time(after, pictures[0]);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < LeastRuns || (watch.Elapsed < LeastTime && i < MostRuns); i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            first.Add(Time(before, pictures[i % pictures.Count]));
            second.Add(Time(after, pictures[i % pictures.Count]));
        }

        return (Quantile.Median(first), Quantile.Median(second));
    }

    private static double Time(RawModel model, ModelPicture picture)
    {
        using var tensor = picture.ToTensor();
        var watch = Stopwatch.StartNew();
        using var outputs = model.Run(tensor);
        return watch.Elapsed.TotalMilliseconds;
    }
}
