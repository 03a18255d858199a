namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// A change of slide: nothing moves before and after, what is written or drawn goes and other things come, though most of the picture (the
/// background, a bar with a title) stays.
/// </summary>
// Method: over the fine cells (about 5x5 pixels). Calm cells keep their value over the pictures before, and over those after; a speaker in
// a corner is not calm and left out. Marked cells differ from a neighbour. A slide changes when marked cells of the old picture changed
// (lost), and marked cells of the new one (gained), and both together are a good part of all marked cells (nearly all where they lie
// in a band of lines), on a page whose background is one colour. A caption over such a page changes too few of them, a further line on the
// same slide loses none, a scrolled page is the same picture displaced (which the step, being FrameMatcher's, allows for). Cost: about 10
// us, for steps in calm surroundings only.
internal sealed class SlideChange(FeatureRing ring, FeatureGrid grid, CutFinderTuning tuning)
{
    private const int Calm = 4;

    private readonly int[] _rows = new int[grid.Height];

    /// <summary>Whether the slide changes with this picture.</summary>
    /// <returns>The share of the marked cells that changed in proportion to what is needed; below 1 where the slide stays.</returns>
    public double Measure(long number)
    {
        if (number - 1 - Calm < ring.First || number + Calm >= ring.Count)
        {
            return 0;
        }

        FrameFeatures a = ring[number - 1], b = ring[number];
        int before = 0, after = 0, lost = 0, gained = 0, restless = 0;
        Array.Clear(_rows);
        for (var y = 0; y + 1 < grid.Height; y++)
        {
            for (var x = 0; x + 1 < grid.Width; x++)
            {
                var cell = (y * grid.Width) + x;
                var (was, isNow) = (IsMarked(a.Fine, cell), IsMarked(b.Fine, cell));
                if (!was && !isNow)
                {
                    continue;
                }

                if (!IsCalm(number, cell))
                {
                    restless++;
                    continue;
                }

                var changed = IsChanged(a, b, cell) || IsChanged(a, b, cell + 1) || IsChanged(a, b, cell + grid.Width) ? 1 : 0;
                before += was ? 1 : 0;
                after += isNow ? 1 : 0;
                lost += was ? changed : 0;
                gained += isNow ? changed : 0;
                _rows[y] += changed;
            }
        }

        var share = (double)(lost + gained) / Math.Max(1, before + after);
        var isChange = restless <= tuning.SlideRestless * (before + after + restless) && lost + gained >= tuning.SlideFewest
            && lost >= tuning.SlideLost * before && gained >= tuning.SlideLost * after;
        var isPage = Math.Max(a.Spread, b.Spread) <= tuning.SlidePlain;
        var needed = Extent() >= tuning.SlideExtent * grid.Height ? tuning.SlideShare : tuning.SlideShareOfBand;
        return isChange && isPage ? share / needed : 0;
    }

    /// <summary>Rows from the first to the last of those that hold nine tenths of what changed.</summary>
    private int Extent()
    {
        var all = _rows.Sum();
        var (first, last, seen) = (-1, 0, 0);
        for (var y = 0; y < _rows.Length; y++)
        {
            seen += _rows[y];
            first = first < 0 && seen > 0.05 * all ? y : first;
            last = seen - _rows[y] < 0.95 * all ? y : last;
        }

        return last - first + 1;
    }

    private bool IsCalm(long number, int cell)
    {
        for (var i = 1; i <= Calm; i++)
        {
            if (Math.Abs(ring[number - 1 - i].Fine[cell] - ring[number - 1].Fine[cell]) > tuning.SlideCalm
                || Math.Abs(ring[number + i].Fine[cell] - ring[number].Fine[cell]) > tuning.SlideCalm)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsChanged(FrameFeatures a, FrameFeatures b, int cell) => Math.Abs(a.Fine[cell] - b.Fine[cell]) > tuning.SlideChanged;

    private bool IsMarked(float[] cells, int cell) =>
        Math.Abs(cells[cell] - cells[cell + 1]) > tuning.SlideMark || Math.Abs(cells[cell] - cells[cell + grid.Width]) > tuning.SlideMark;
}
