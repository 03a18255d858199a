// Method: with every layer quantised the loss on held-out pictures is measured. Where it is over the budget, every layer is quantised
// alone, which ranks them by what each loses; then the worst stay in float, a twentieth of the layers at a time, until the budget holds.
// Ties: the earlier layer first. Cost: a load and a few runs a layer, only where the budget is exceeded.
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Quantization;

/// <summary>Which layers stay in float.</summary>
/// <param name="graph">The folded graph.</param>
/// <param name="ranges">The range of every value that may be a byte.</param>
/// <param name="pictures">Held-out pictures.</param>
/// <param name="expected">What the model gives for them in float.</param>
/// <param name="threads">Threads of the runs.</param>
internal sealed class LayerChoice(
    LayerGraph graph, IReadOnlyDictionary<string, ValueRange> ranges, IReadOnlyList<ModelPicture> pictures,
        IReadOnlyList<float[]> expected, int threads)
{
    private const int RankingPictures = 4;
    private const int Steps = 20;

    /// <summary>The quantised model that holds the budget with as few layers in float as the ranking finds.</summary>
    /// <param name="budget">Most that may be lost, in points.</param>
    /// <param name="progress">Takes how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public (byte[] Model, List<string> Kept, double Loss, double LossOfAll) Choose(
        double budget, Action<double> progress, CancellationToken cancellationToken)
    {
        List<string> names = [.. QuantizedRegion.Layers(graph).Select(QuantizedRegion.NameOf)];
        var (model, loss) = Try([], pictures, expected, cancellationToken);
        var lossOfAll = loss;
        if (loss <= budget)
        {
            return (model, [], loss, lossOfAll);
        }

        var ranked = Rank(names, progress, cancellationToken);
        var step = Math.Max(1, names.Count / Steps);
        for (var kept = step; ; kept = Math.Min(kept + step, names.Count))
        {
            List<string> float32 = [.. ranked.Take(kept)];
            (model, loss) = Try(float32, pictures, expected, cancellationToken);
            if (loss <= budget || kept == names.Count)
            {
                return (model, float32, loss, lossOfAll);
            }
        }
    }

    private List<string> Rank(List<string> names, Action<double> progress, CancellationToken cancellationToken)
    {
        ModelPicture[] few = [.. pictures.Take(RankingPictures)];

        // Outputs of the pictures lie one after the other, all of one length.
        List<float[]> wanted = [.. expected.Select(values => values[..(values.Length / pictures.Count * few.Length)])];
        var losses = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            losses[names[i]] = Try([.. names.Where(name => name != names[i])], few, wanted, cancellationToken).Loss;
            progress((i + 1.0) / names.Count);
        }

        return [.. names.OrderByDescending(name => losses[name])];
    }

    private (byte[] Model, double Loss) Try(
        IReadOnlyList<string> kept, IReadOnlyList<ModelPicture> on, IReadOnlyList<float[]> wanted, CancellationToken cancellationToken)
    {
        var region = QuantizedRegion.Find(graph, kept.ToHashSet(StringComparer.Ordinal));
        var file = QdqWriter.Write(graph, region, ranges, WeightBits.Largest);
        using var model = RawModel.Open(file, threads, "the quantised model");
        return (file, 100 - OutputAgreement.Of(wanted, OutputAgreement.Run(model, on, cancellationToken)));
    }
}
