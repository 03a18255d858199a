using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Tests whether the frames between two frames mix them: as a whole (dissolve) or part by part (wipe).</summary>
// Model: each cell (2x2 luma values and one of each chroma) of a frame in between lies on the line from its first to its last state:
// x = a + p (b - a) + r. The progress p comes from projection; the residual r is what a mixture does not explain. Camera or
// object movement leaves the line, so its residual is large. In a dissolve all cells have one progress; in a wipe each is near 0
// or 1. Source: the linear production model of dissolves (Alattar 1993; Fernando, Canagarajah and Bull 1999), per cell.
// Cost: about 2 us per frame in between.
internal sealed class BlendModel(FeatureGrid grid)
{
    private readonly int _cells = grid.Width * grid.Height / 4;
    private readonly float[] _change = new float[grid.Width * grid.Height / 4];
    private double _total;

    /// <summary>Squared change of a cell that noise explains, in the sum over its six values.</summary>
    public float CellNoise { get; set; } = FrameFeatures.PlaneCount * 1.5f;

    /// <summary>Sets the two ends.</summary>
    public void Begin(FrameFeatures a, FrameFeatures b)
    {
        var total = Vector256<float>.Zero;
        for (var cell = 0; cell < _cells; cell += Vector256<float>.Count)
        {
            var sum = Vector256<float>.Zero;
            for (var plane = 0; plane < FrameFeatures.PlaneCount; plane++)
            {
                var at = (nuint)((plane * _cells) + cell);
                var difference = Vector256.LoadUnsafe(ref b.Planes[0], at) - Vector256.LoadUnsafe(ref a.Planes[0], at);
                sum += difference * difference;
            }

            sum.StoreUnsafe(ref _change[cell]);
            total += sum;
        }

        _total = Add(total);
    }

    /// <summary>Places a frame between the two ends.</summary>
    public Fit Measure(FrameFeatures a, FrameFeatures x, FrameFeatures b)
    {
        Vector256<float> progress = default, residual = default, mixed = default;
        var noise = Vector256.Create(CellNoise);
        for (var cell = 0; cell < _cells; cell += Vector256<float>.Count)
        {
            Vector256<float> squared = default, product = default;
            for (var plane = 0; plane < FrameFeatures.PlaneCount; plane++)
            {
                var at = (nuint)((plane * _cells) + cell);
                var from = Vector256.LoadUnsafe(ref a.Planes[0], at);
                var difference = Vector256.LoadUnsafe(ref x.Planes[0], at) - from;
                squared += difference * difference;
                product += difference * (Vector256.LoadUnsafe(ref b.Planes[0], at) - from);
            }

            var change = Vector256.LoadUnsafe(ref _change[cell]);
            var p = product / Vector256.Max(change, Vector256.Create(1e-6f));
            p = Vector256.Min(Vector256.Max(p, Vector256<float>.Zero), Vector256<float>.One);
            residual += Vector256.Max(Vector256<float>.Zero, squared - (p * (product + product)) + (p * p * change) - noise);
            progress += p * change;
            mixed += p * (Vector256<float>.One - p) * change;
        }

        return _total <= 0 ? default : new Fit(Add(progress) / _total, Add(residual) / _total, Add(mixed) / _total);
    }

    // A fixed order of addition: the same bits on every machine.
    private static double Add(Vector256<float> v)
    {
        var sum = 0.0;
        for (var i = 0; i < Vector256<float>.Count; i++)
        {
            sum += v[i];
        }

        return sum;
    }

    /// <summary>Where a frame lies between the two ends.</summary>
    /// <param name="Progress">0 to 1: share of the change that has happened.</param>
    /// <param name="Residual">Unexplained squared difference in proportion to the squared change of the ends.</param>
    /// <param name="Mixed">Mean of p (1 - p): about Progress (1 - Progress) in a dissolve, 0 in a wipe.</param>
    public readonly record struct Fit(double Progress, double Residual, double Mixed);
}
