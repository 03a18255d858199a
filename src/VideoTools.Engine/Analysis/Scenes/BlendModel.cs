namespace VideoTools.Engine.Analysis.Scenes;

/// <summary>Tests whether the frames between two frames mix them: as a whole (dissolve) or part by part (wipe).</summary>
// Model: each cell (2x2 luma values and one of each chroma) of a frame in between lies on the line from its first to its last state: x = a + p (b - a) + r.
// The progress p comes from projection; the residual r is what a mixture does not explain. Camera or object movement
// leaves the line, so its residual is large. In a dissolve all cells have one progress; in a wipe each is near 0 or 1.
// Cost: about 3 us a frame in between.
internal sealed class BlendModel(FeatureGrid grid)
{
    private const int Side = 2;
    private readonly int _columns = grid.Width / Side;
    private readonly float[] _change = new float[grid.Width * grid.Height / (Side * Side)];
    private double _total;

    /// <summary>Squared change of a cell that noise explains, in the sum over its six values.</summary>
    public float CellNoise { get; set; } = 6 * 1.5f;

    /// <summary>Changed cells: share of the picture whose content differs clearly between the two ends.</summary>
    public double ChangedShare { get; private set; }

    /// <summary>Sets the two ends.</summary>
    public void Begin(FrameFeatures a, FrameFeatures b)
    {
        _total = 0;
        var changed = 0;
        for (var cell = 0; cell < _change.Length; cell++)
        {
            _change[cell] = Products(a, b, b, cell).Squared;
            _total += _change[cell];
            changed += _change[cell] > 4 * CellNoise ? 1 : 0;
        }

        ChangedShare = (double)changed / _change.Length;
    }

    /// <summary>Places a frame between the two ends.</summary>
    public Fit Measure(FrameFeatures a, FrameFeatures x, FrameFeatures b)
    {
        double progress = 0, residual = 0, mixed = 0;
        for (var cell = 0; cell < _change.Length; cell++)
        {
            var change = _change[cell];
            var (squared, product) = Products(a, x, b, cell);
            var p = change > 0 ? Math.Clamp(product / change, 0f, 1f) : 0f;
            residual += Math.Max(0, squared - (2 * p * product) + (p * p * change) - CellNoise);
            progress += p * change;
            mixed += p * (1 - p) * change;
        }

        return _total <= 0 ? default : new Fit(progress / _total, residual / _total, mixed / _total);
    }

    /// <summary>|x - a|^2 and (x - a)(b - a) over a cell.</summary>
    private (float Squared, float Product) Products(FrameFeatures a, FrameFeatures x, FrameFeatures b, int cell)
    {
        var (column, row) = (cell % _columns, cell / _columns);
        float squared = 0, product = 0;
        var upper = (row * Side * grid.Width) + (column * Side);
        Add(a.Fine, x.Fine, b.Fine, upper);
        Add(a.Fine, x.Fine, b.Fine, upper + 1);
        Add(a.Fine, x.Fine, b.Fine, upper + grid.Width);
        Add(a.Fine, x.Fine, b.Fine, upper + grid.Width + 1);
        Add(a.Blue, x.Blue, b.Blue, cell);
        Add(a.Red, x.Red, b.Red, cell);
        return (squared, product);

        void Add(float[] from, float[] at, float[] to, int i)
        {
            var difference = at[i] - from[i];
            squared += difference * difference;
            product += difference * (to[i] - from[i]);
        }
    }

    /// <summary>Where a frame lies between the two ends.</summary>
    /// <param name="Progress">0 to 1: share of the change that has happened.</param>
    /// <param name="Residual">Unexplained squared difference in proportion to the squared change of the ends.</param>
    /// <param name="Mixed">Mean of p (1 - p): about Progress (1 - Progress) in a dissolve, 0 in a wipe.</param>
    public readonly record struct Fit(double Progress, double Residual, double Mixed);
}
