// Where a window must be at each moment of a scene, on both axes.
// Method: the boxes of the subject's chain, cleaned by a median over three samples, are read at even steps, straight lines between them,
// nothing where it is gone for longer than the tracker bridges. A window of size c holds a box [a, b] when its edge lies in [b - c, a]; of
// a box wider than the window it shows a part when its edge lies in [a, b - c]. What must stay whole narrows that; it wins against the
// subject. Units: picture widths on both axes.
namespace VideoTools.Engine.Features.CropPath;

/// <summary>The tubes of a scene for a window size.</summary>
/// <param name="X">For the left edge.</param>
/// <param name="Y">For the top edge.</param>
/// <param name="Presence">Share of the time that the subject is known.</param>
/// <param name="Strength">Mean strength of the subject's boxes, 0 to 1.</param>
/// <param name="Movement">How far the subject's middle gets on the axis on which it gets further, in picture widths.</param>
internal sealed record ShotTubes(PathTube X, PathTube Y, double Presence, double Strength, double Movement)
{
    private const double Bridged = 2;
    private const double Held = 0.5;

    // Shares of the window: a box is not pressed against the window's edge where there is room, and a box about as wide as the window
    // does not nail it down.
    private const double Comfort = 0.06;
    private const double LeastRoom = 0.15;

    // What must stay whole counts so many times more than the subject, from a little before it comes until a little after it is gone.
    private const double KeepWeight = 100;
    private const double KeepLead = 0.5;

    /// <summary>Makes the tubes.</summary>
    public static ShotTubes Create(SceneView scene, IReadOnlyList<KeepBox> keep, ShotFrame frame)
    {
        var count = Math.Max(2, (int)Math.Round(scene.Seconds / SaliencyAnalyzer.Interval) + 1);
        var step = Math.Max(1e-3, scene.Seconds / (count - 1));
        var chain = Clean(SubjectTracker.Track(scene.Samples, (double)frame.VideoHeight / frame.VideoWidth), scene.Samples);
        var places = Enumerable.Range(0, count).Select(i => At(chain, scene.StartSeconds + (i * step))).ToArray();
        var known = places.OfType<SubjectBox>().ToArray();
        return new ShotTubes(
            Tube(places, scene, keep, frame.X(scene.Area), step),
            Tube(places, scene, keep, frame.Y(scene.Area), step),
            (double)known.Length / count,
            chain.Count == 0 ? 0 : chain.Average(c => c.Box.Strength),
            Math.Max(Spread(known, box => box.X), Spread(known, box => box.Y) * frame.VideoHeight / frame.VideoWidth));
    }

    private static double Spread(SubjectBox[] known, Func<SubjectBox, double> value)
    {
        var sorted = known.Select(value).Order().ToArray();
        return sorted.Length == 0 ? 0 : Numerics.Quantile.Of(sorted, 0.98) - Numerics.Quantile.Of(sorted, 0.02);
    }

    // A box that is wrong in a single sample is outvoted by its neighbours.
    private static List<(double Seconds, SubjectBox Box)> Clean(SubjectBox?[] chain, IReadOnlyList<SaliencySample> samples)
    {
        var known = chain.Index().Where(c => c.Item is not null).Select(c => (samples[c.Index].Seconds, Box: c.Item!.Value)).ToList();
        return [.. known.Select((c, i) =>
        {
            var (before, after) = (known[Math.Max(0, i - 1)].Box, known[Math.Min(known.Count - 1, i + 1)].Box);
            double Median(Func<SubjectBox, double> value) =>
                Math.Max(Math.Min(value(before), value(after)), Math.Min(Math.Max(value(before), value(after)), value(c.Box)));
            return (c.Seconds, new SubjectBox(
                Median(b => b.Left), Median(b => b.Top), Median(b => b.Right), Median(b => b.Bottom),
                Median(b => b.X), Median(b => b.Y), c.Box.Strength));
        })];
    }

    private static SubjectBox? At(List<(double Seconds, SubjectBox Box)> chain, double seconds)
    {
        var after = chain.FindIndex(c => c.Seconds >= seconds);
        if (chain.Count == 0)
        {
            return null;
        }

        if (after <= 0)
        {
            var edge = after == 0 ? chain[0] : chain[^1];
            return Math.Abs(edge.Seconds - seconds) <= Held ? edge.Box : null;
        }

        var (a, b) = (chain[after - 1], chain[after]);
        if (b.Seconds - a.Seconds > Bridged)
        {
            return seconds - a.Seconds <= Held ? a.Box : b.Seconds - seconds <= Held ? b.Box : null;
        }

        var share = (seconds - a.Seconds) / (b.Seconds - a.Seconds);
        double Mix(Func<SubjectBox, double> value) => value(a.Box) + (share * (value(b.Box) - value(a.Box)));
        return new SubjectBox(
            Mix(x => x.Left), Mix(x => x.Top), Mix(x => x.Right), Mix(x => x.Bottom), Mix(x => x.X), Mix(x => x.Y), Mix(x => x.Strength));
    }

    private static PathTube Tube(SubjectBox?[] places, SceneView scene, IReadOnlyList<KeepBox> keep, ShotAxis axis, double step)
    {
        var (low, high, weight) = (new double[places.Length], new double[places.Length], new double[places.Length]);
        var (minimum, maximum) = (axis.Minimum, axis.Maximum);
        for (var i = 0; i < places.Length; i++)
        {
            (low[i], high[i]) = (minimum, maximum);
            if (places[i] is { } box)
            {
                (low[i], high[i]) = Around(axis.From(box), axis.To(box), axis.Size, minimum, maximum, LeastRoom);
                weight[i] = 1;
            }

            var seconds = scene.StartSeconds + (i * step);
            var shown = keep.Where(k => k.StartSeconds <= seconds + KeepLead && k.EndSeconds > seconds - KeepLead).ToArray();
            if (shown.Length > 0)
            {
                var (textLow, textHigh) = Around(shown.Min(axis.From), shown.Max(axis.To), axis.Size, minimum, maximum, 0);
                (low[i], high[i]) = (Math.Clamp(low[i], textLow, textHigh), Math.Clamp(high[i], textLow, textHigh));
                weight[i] = KeepWeight;
            }
        }

        return new PathTube(step, low, high, weight, minimum, maximum);
    }

    private static (double Low, double High) Around(double from, double to, double size, double minimum, double maximum, double room)
    {
        var (low, high) = (Math.Min(from, to - size), Math.Max(from, to - size));
        if (room > 0)
        {
            var half = Math.Max(((high - low) / 2) - (Comfort * size), room * size / 2);
            (low, high) = (((low + high) / 2) - half, ((low + high) / 2) + half);
        }

        return (Math.Clamp(low, minimum, maximum), Math.Clamp(high, minimum, maximum));
    }
}
