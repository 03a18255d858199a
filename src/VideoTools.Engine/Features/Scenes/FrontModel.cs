namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Measures whether the parts of the picture change at once, each at its own time: what a wipe does even when both shots move.
/// </summary>
// Method: for each 4x4 cell the steps from frame to frame; the share of its whole change that falls into its busiest three steps. With a
// wipe that is most of it, in a moving or blending picture it is what chance gives. Cost: about 2 us per frame.
internal sealed class FrontModel(FeatureGrid grid)
{
    private const int Side = 4;
    private const int Burst = 3;

    /// <summary>0: change spread evenly over time; 1: every part changes in one burst.</summary>
    public double Measure(FeatureRing ring, long first, long last)
    {
        var count = (int)(last - first);
        if (count < 2 * Burst)
        {
            return 0;
        }

        Span<float> steps = stackalloc float[count];
        double bursts = 0, total = 0;
        for (var y = 0; y < grid.Height; y += Side)
        {
            for (var x = 0; x < grid.Width; x += Side)
            {
                for (var i = 0; i < count; i++)
                {
                    steps[i] = MathF.Sqrt(Step(ring[first + i], ring[first + i + 1], x, y));
                    total += steps[i];
                }

                var most = 0f;
                for (var i = 0; i + Burst <= count; i++)
                {
                    most = Math.Max(most, steps[i] + steps[i + 1] + steps[i + 2]);
                }

                bursts += most;
            }
        }

        var even = (double)Burst / count;
        return total <= 0 ? 0 : Math.Max(0, ((bursts / total) - even) / (1 - even));
    }

    private float Step(FrameFeatures a, FrameFeatures b, int x, int y)
    {
        var sum = 0f;
        for (var row = 0; row < Side; row++)
        {
            var at = ((y + row) * grid.Width) + x;
            for (var column = 0; column < Side; column++)
            {
                var difference = a.Fine[at + column] - b.Fine[at + column];
                sum += difference * difference;
            }
        }

        for (var row = 0; row < Side / 2; row++)
        {
            var at = (((y / 2) + row) * grid.Width / 2) + (x / 2);
            for (var column = 0; column < Side / 2; column++)
            {
                var blue = a.Blue[at + column] - b.Blue[at + column];
                var red = a.Red[at + column] - b.Red[at + column];
                sum += 2 * ((blue * blue) + (red * red));
            }
        }

        return sum;
    }
}
