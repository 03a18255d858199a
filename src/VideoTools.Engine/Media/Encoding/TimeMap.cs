// Method: the stretches with the gaps between them at speed 1, neighbours of one speed joined, each with the moment it begins at in the
// output: a piecewise linear, strictly rising function of time. Picture and sound are both cut by it. Cost: linear in the stretches.
namespace VideoTools.Engine.Media.Encoding;

/// <summary>Where every moment of the source is in the output.</summary>
internal sealed class TimeMap
{
    /// <summary>Slowest and fastest speeds that sound keeps its pitch at.</summary>
    public const double MinimumSpeed = 0.25, MaximumSpeed = 16;

    private const double Shortest = 1e-4;

    private TimeMap(IReadOnlyList<TimeMapPart> parts) => Parts = parts;

    /// <summary>The parts, from 0 to the end without a gap.</summary>
    public IReadOnlyList<TimeMapPart> Parts { get; }

    /// <summary>Length of the output in seconds.</summary>
    public double OutputSeconds => Parts[^1].OutputEnd;

    /// <summary>True when nothing changes its speed.</summary>
    public bool IsIdentity => Parts is [{ Speed: 1 }];

    /// <summary>Makes the map of stretches in order.</summary>
    /// <param name="stretches">Stretches; where they overlap the earlier one counts.</param>
    /// <param name="seconds">Length of the source.</param>
    public static TimeMap Of(IEnumerable<SpeedStretch> stretches, double seconds)
    {
        List<SpeedStretch> all = [];
        var position = 0.0;
        foreach (var stretch in stretches.OrderBy(stretch => stretch.Start))
        {
            var start = Math.Max(position, stretch.Start);
            var end = Math.Min(seconds, stretch.End);
            if (end - start < Shortest)
            {
                continue;
            }

            Add(all, new SpeedStretch(position, start, 1));
            Add(all, new SpeedStretch(start, end, stretch.Speed));
            position = end;
        }

        Add(all, new SpeedStretch(position, seconds, 1));
        List<TimeMapPart> parts = [];
        var output = 0.0;
        foreach (var stretch in all)
        {
            parts.Add(new TimeMapPart(stretch.Start, stretch.End, stretch.Speed, output));
            output = parts[^1].OutputEnd;
        }

        return new TimeMap(parts.Count > 0 ? parts : [new TimeMapPart(0, seconds, 1, 0)]);
    }

    /// <summary>Where a moment is in the output.</summary>
    public double ToOutput(double seconds)
    {
        var part = Parts.LastOrDefault(part => part.Start <= seconds) ?? Parts[0];
        return part.Output + ((seconds - part.Start) / part.Speed);
    }

    private static void Add(List<SpeedStretch> all, SpeedStretch next)
    {
        if (next.End - next.Start < Shortest)
        {
            return;
        }

        if (all.Count > 0 && all[^1].Speed == next.Speed)
        {
            all[^1] = all[^1] with { End = next.End };
        }
        else
        {
            // No gap: what is too short to stand by itself belongs to what follows.
            all.Add(next with { Start = all.Count > 0 ? all[^1].End : 0 });
        }
    }
}
