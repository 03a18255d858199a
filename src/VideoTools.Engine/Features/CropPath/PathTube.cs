namespace VideoTools.Engine.Features.CropPath;

/// <summary>
/// Where the edge of a window may be along one axis, at even steps of time: between Low and High what must be seen is inside. Where
/// Weight is 0 nothing is known. Lengths in one unit.
/// </summary>
/// <param name="Step">Seconds between two values.</param>
/// <param name="Low">Least place at each step.</param>
/// <param name="High">Greatest place at each step, at least Low.</param>
/// <param name="Weight">At each step; 1 for what should be inside, more for what must be.</param>
/// <param name="Minimum">Least place there is.</param>
/// <param name="Maximum">Greatest place there is.</param>
internal sealed record PathTube(double Step, double[] Low, double[] High, double[] Weight, double Minimum, double Maximum)
{
    private const int Places = 240;

    /// <summary>Number of steps.</summary>
    public int Count => Low.Length;

    /// <summary>Share of the known time that a window at this place holds what must be seen; 1 when nothing is known.</summary>
    public double Coverage(double place)
    {
        var (inside, all) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            all += Weight[i];
            inside += Low[i] - Slack <= place && place <= High[i] + Slack ? Weight[i] : 0;
        }

        return all <= 0 ? 1 : inside / all;
    }

    /// <summary>The place that holds what must be seen for the longest time; of equal ones the one nearest to the middle of it.</summary>
    public (double Place, double Coverage) BestStill()
    {
        var wish = Math.Clamp(Middle(), Minimum, Maximum);
        var best = (Place: wish, Coverage: Coverage(wish));
        for (var i = 0; i <= Places; i++)
        {
            var place = Minimum + ((Maximum - Minimum) * i / Places);
            var coverage = Coverage(place);
            if (coverage > best.Coverage + 1e-9
                || (coverage > best.Coverage - 1e-9 && Math.Abs(place - wish) < Math.Abs(best.Place - wish)))
            {
                best = (place, coverage);
            }
        }

        return best;
    }

    /// <summary>Share of the known time that a path holds what must be seen.</summary>
    public double Coverage(double[] path)
    {
        var (inside, all) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            all += Weight[i];
            inside += Low[i] - Slack <= path[i] && path[i] <= High[i] + Slack ? Weight[i] : 0;
        }

        return all <= 0 ? 1 : inside / all;
    }

    // The rounding of boxes to blocks is coarser than this.
    private double Slack => 0.002 * (1 + Maximum - Minimum);

    private double Middle()
    {
        var known = Enumerable.Range(0, Count).Where(i => Weight[i] > 0).Select(i => (Low[i] + High[i]) / 2).Order().ToArray();
        return known.Length == 0 ? (Minimum + Maximum) / 2 : known[known.Length / 2];
    }
}
