// Method: wall time of the calling thread around each step; a model's run counts whole, whatever threads helped. Cost: two looks at a
// clock.
using System.Diagnostics;

namespace VideoTools.Engine.Features.Driver;

/// <summary>How long the steps of looking at a driver took. One thread writes; read when it has ended.</summary>
internal sealed class StageTimes
{
    private readonly List<(string Name, int Runs, long Ticks)> _stages = [];

    /// <summary>The steps in the order in which they came first.</summary>
    public IReadOnlyList<(string Name, int Runs, double Seconds)> All =>
        [.. _stages.Select(stage => (stage.Name, stage.Runs, stage.Ticks / (double)Stopwatch.Frequency))];

    /// <summary>Seconds of all steps.</summary>
    public double Seconds => All.Sum(stage => stage.Seconds);

    /// <summary>Does a step and counts its time.</summary>
    public T Measure<T>(string name, Func<T> step)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return step();
        }
        finally
        {
            var ticks = Stopwatch.GetTimestamp() - start;
            var at = _stages.FindIndex(stage => stage.Name == name);
            if (at < 0)
            {
                _stages.Add((name, 1, ticks));
            }
            else
            {
                _stages[at] = (name, _stages[at].Runs + 1, _stages[at].Ticks + ticks);
            }
        }
    }

    /// <summary>What took how long, and what the rest waited for.</summary>
    /// <param name="frames">Frames that were looked at.</param>
    /// <param name="elapsed">Seconds from the first frame to the last.</param>
    public string Tell(int frames, double elapsed)
    {
        // Who looks all the time is waited for; who looks little waits for frames.
        const double Busy = 0.85;
        var share = elapsed > 0 ? Seconds / elapsed : 0;
        var dearest = All.OrderByDescending(stage => stage.Seconds).FirstOrDefault();
        var bottleneck = frames == 0 ? "none, there were no frames"
            : share >= Busy ? $"looking, most of it {dearest.Name}; a lower sample rate or no hands makes it faster"
            : "decoding; the models wait for frames";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Driver: {frames} frames looked at, {Seconds:0.00} of {elapsed:0.00} s: ")
            + string.Join(", ", All.OrderByDescending(stage => stage.Seconds).Select(stage => string.Create(
                CultureInfo.InvariantCulture, $"{stage.Name} {stage.Seconds:0.00} s ({stage.Runs})")))
            + $". Bottleneck: {bottleneck}.";
    }
}
