// The path of a window's edge through a scene, as one optimisation.
// Method: after Grundmann, Kwatra and Essa 2011 ("Auto-directed video stabilization with robust L1 optimal camera paths") the sum of
// absolute speed, acceleration and jerk is made small, which gives a camera that rests, glides evenly, or eases between the two. Added is
// a price for leaving the tube where the subject is whole (squared distance) and a small one for leaving its middle. Speed and
// acceleration have hard bounds, and the path stays inside of the picture: logarithmic barriers, so that every iterate keeps them.
// Solver: |x| as sqrt(x^2 + e^2), e falling from stage to stage; each iteration reweights (as IRLS does), solves one system with seven
// diagonals, and halves the step until the price falls (Boyd and Vandenberghe 2004, 11.3). The end is read as control points of a uniform
// cubic B-spline: its derivatives are means of the control points' differences, so the bounds hold between the steps, too.
// Units: picture widths, seconds. Cost: about 60 iterations of some 100 operations a step, O(n): 1 ms for a minute.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Finds smooth paths through tubes.</summary>
internal static class PathSolver
{
    /// <summary>Greatest speed of a window, picture widths a second.</summary>
    public const double MaximumSpeed = 0.7;

    /// <summary>Greatest acceleration of a window, picture widths a second squared.</summary>
    public const double MaximumAcceleration = 1.2;

    private const double SpeedPrice = 1;
    private const double AccelerationPrice = 0.3;
    private const double JerkPrice = 0.03;
    private const double OutsidePrice = 4000;
    private const double MiddlePrice = 1;
    private const int IterationsPerStage = 12;

    // Roundness of the absolute values, and the barriers' weight.
    private static readonly (double Roundness, double Barrier)[] Stages =
        [(0.1, 1e-3), (0.03, 3e-4), (0.01, 1e-4), (0.003, 1e-5), (0.001, 1e-6)];

    /// <summary>The path, one place a step.</summary>
    public static double[] Solve(PathTube tube)
    {
        ArgumentNullException.ThrowIfNull(tube);
        var (start, _) = tube.BestStill();
        var range = tube.Maximum - tube.Minimum;
        var path = new double[tube.Count];
        Array.Fill(path, Math.Clamp(start, tube.Minimum + (1e-3 * range), tube.Maximum - (1e-3 * range)));
        if (range <= 1e-9 || tube.Count < 4)
        {
            Array.Fill(path, start);
            return path;
        }

        var matrix = new BandedCholesky(tube.Count, 3);
        var (step, trial) = (new double[tube.Count], new double[tube.Count]);
        foreach (var (roundness, barrier) in Stages)
        {
            var terms = new PathTerms(tube, roundness, barrier);
            var price = terms.Price(path);
            for (var i = 0; i < IterationsPerStage; i++)
            {
                matrix.Clear();
                terms.Linearise(path, matrix, step);
                if (!matrix.Solve(step) || !Descend(terms, path, step, trial, ref price))
                {
                    break;
                }
            }
        }

        return path;
    }

    private static bool Descend(PathTerms terms, double[] path, double[] step, double[] trial, ref double price)
    {
        for (var size = 1.0; size > 1e-5; size /= 2)
        {
            for (var i = 0; i < path.Length; i++)
            {
                trial[i] = path[i] + (size * step[i]);
            }

            var next = terms.Price(trial);
            if (next < price)
            {
                var isWorthwhile = price - next > 1e-7 * Math.Abs(price);
                price = next;
                trial.CopyTo(path, 0);
                return isWorthwhile;
            }
        }

        return false;
    }

    /// <summary>The price of a path and its slopes.</summary>
    private sealed class PathTerms(PathTube tube, double roundness, double barrier)
    {
        private static readonly double[] First = [-1, 1];
        private static readonly double[] Second = [1, -2, 1];
        private static readonly double[] Third = [-1, 3, -3, 1];

        private readonly double _h = tube.Step;

        public double Price(double[] path)
        {
            var price = 0.0;
            for (var i = 0; i < path.Length; i++)
            {
                var (below, above) = (path[i] - tube.Minimum, tube.Maximum - path[i]);
                if (below <= 0 || above <= 0)
                {
                    return double.PositiveInfinity;
                }

                var (outside, middle) = Misses(path[i], i);
                price += _h * tube.Weight[i] * ((OutsidePrice * outside * outside) + (MiddlePrice * middle * middle));
                price -= _h * barrier * (Math.Log(below) + Math.Log(above));
            }

            return price
                + Differences(path, First, _h, SpeedPrice, MaximumSpeed)
                + Differences(path, Second, _h * _h, AccelerationPrice, MaximumAcceleration)
                + Differences(path, Third, _h * _h * _h, JerkPrice, double.PositiveInfinity);
        }

        // The matrix becomes a bound on the second derivative, the vector the step against the slope before the system is solved.
        public void Linearise(double[] path, BandedCholesky matrix, double[] step)
        {
            for (var i = 0; i < path.Length; i++)
            {
                var (below, above) = (path[i] - tube.Minimum, tube.Maximum - path[i]);
                var (outside, middle) = Misses(path[i], i);
                var weight = _h * tube.Weight[i];
                step[i] = -2 * weight * ((OutsidePrice * outside) + (MiddlePrice * middle));
                step[i] += _h * barrier * ((1 / below) - (1 / above));
                matrix.Add(i, i, (2 * weight * ((outside == 0 ? 0 : OutsidePrice) + MiddlePrice)) + 1e-9);
                matrix.Add(i, i, _h * barrier * ((1 / (below * below)) + (1 / (above * above))));
            }

            Linearise(path, First, _h, SpeedPrice, MaximumSpeed, matrix, step);
            Linearise(path, Second, _h * _h, AccelerationPrice, MaximumAcceleration, matrix, step);
            Linearise(path, Third, _h * _h * _h, JerkPrice, double.PositiveInfinity, matrix, step);
        }

        private (double Outside, double Middle) Misses(double place, int i) => (
            place < tube.Low[i] ? place - tube.Low[i] : place > tube.High[i] ? place - tube.High[i] : 0,
            place - ((tube.Low[i] + tube.High[i]) / 2));

        private double Differences(double[] path, double[] pattern, double unit, double price, double bound)
        {
            var sum = 0.0;
            for (var i = 0; i + pattern.Length <= path.Length; i++)
            {
                var value = Value(path, pattern, i) / unit;
                if (Math.Abs(value) >= bound)
                {
                    return double.PositiveInfinity;
                }

                sum += price * Math.Sqrt((value * value) + (roundness * roundness));
                sum -= double.IsInfinity(bound) ? 0 : barrier * Math.Log(1 - (value / bound * (value / bound)));
            }

            return _h * sum;
        }

        private void Linearise(
            double[] path, double[] pattern, double unit, double price, double bound, BandedCholesky matrix, double[] step)
        {
            for (var i = 0; i + pattern.Length <= path.Length; i++)
            {
                var value = Value(path, pattern, i) / unit;
                var curve = price / Math.Sqrt((value * value) + (roundness * roundness));
                var slope = curve * value;
                if (!double.IsInfinity(bound))
                {
                    var room = (bound * bound) - (value * value);
                    slope += barrier * 2 * value / room;
                    curve += barrier * ((2 / room) + (4 * value * value / (room * room)));
                }

                for (var a = 0; a < pattern.Length; a++)
                {
                    step[i + a] -= _h * slope * pattern[a] / unit;
                    for (var b = 0; b <= a; b++)
                    {
                        matrix.Add(i + a, i + b, _h * curve * pattern[a] * pattern[b] / (unit * unit));
                    }
                }
            }
        }

        private static double Value(double[] path, double[] pattern, int at)
        {
            var sum = 0.0;
            for (var i = 0; i < pattern.Length; i++)
            {
                sum += pattern[i] * path[at + i];
            }

            return sum;
        }
    }
}
