namespace VideoTools.Engine.Features.Scenes;

/// <summary>Tells what looks like a cut or a wipe and is a camera that turns fast over one scenery.</summary>
internal sealed class TurnFinder(PictureStore store, int width, int height, TurnTuning tuning)
{
    private readonly PanFinder _pan = new(width, height);

    /// <summary>
    /// True when the step between two pictures is a displacement in the direction in which the picture moves before or after.
    /// </summary>
    /// <param name="last">Number of the last picture before the step.</param>
    /// <param name="next">Number of the first one after it.</param>
    public bool IsStep(long last, long next)
    {
        if (next - last > 1 && IsMoving(last, next))
        {
            return true;
        }

        var step = Between(last, next);
        if (step.Length < tuning.ShortestStep || step.Match < tuning.StepMatch)
        {
            return false;
        }

        return (last - 1 >= store.First && GoesOn(step, Between(last - 1, last)))
            || (next + 1 < store.Count && GoesOn(step, Between(next, next + 1)));
    }

    /// <summary>True when the pictures between two are displaced against each other, most of them in one direction.</summary>
    /// <param name="start">Number of the first picture.</param>
    /// <param name="end">Number of the last one.</param>
    public bool IsTurn(long start, long end)
    {
        var (moving, way, all) = (0, (X: 0.0, Y: 0.0), 0);
        PanFinder.Shift previous = default;
        for (var i = Math.Max(start, store.First); i < end && i + 1 < store.Count && all < tuning.MostSteps; i++, all++)
        {
            var step = Between(i, i + 1);
            if (step.Length >= tuning.ShortestStep && step.Match >= tuning.StepMatch && (moving == 0 || step.GoesOn(previous)))
            {
                moving++;
                (way.X, way.Y, previous) = (way.X + step.X, way.Y + step.Y, step);
            }
        }

        // A push moves old and new by the picture's size and no farther.
        return moving >= Math.Max(2, tuning.TurnShare * all) && Math.Max(Math.Abs(way.X), Math.Abs(way.Y)) >= tuning.ShortestTurn;
    }

    /// <summary>True when each picture is the one before, displaced, all in one direction; between two shots lies a mixture.</summary>
    private bool IsMoving(long first, long last)
    {
        PanFinder.Shift previous = default;
        for (var i = first; i < last; i++)
        {
            var step = Between(i, i + 1);
            if (step.Length < tuning.ShortestStep || step.Match < tuning.StepMatch || (i > first && !step.GoesOn(previous)))
            {
                return false;
            }

            previous = step;
        }

        return true;
    }

    private bool GoesOn(PanFinder.Shift step, PanFinder.Shift other) =>
        other.Length >= tuning.ShortestStep / 2 && other.Match >= tuning.StepMatch && step.GoesOn(other);

    private PanFinder.Shift Between(long first, long second) => _pan.Between(store[first].Frame, store[second].Frame);
}
