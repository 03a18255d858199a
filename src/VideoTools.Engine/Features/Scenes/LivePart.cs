using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Finds the part of the picture that lives, where the rest never changes: a film in a canvas with bars of any colour and captions, a clip
/// on a quarter of the screen.
/// </summary>
// Method: cells of 4x4 pixels; a cell lives when its value moved within the latest seconds. The rectangle that holds most living and
// fewest still cells (the maximum sum of +1 and -1.5 over all rectangles, by Kadane's method for each pair of rows) is the part, when it
// is well filled, has straight sides (living lines inside, still ones outside), and nearly nothing lives around it. A moving person in
// front of a still camera is no rectangle, a line of text is too flat. It stays the part until the canvas around it changes. Cost: 0.02 ms
// a picture; a search of 0.05 ms five times a second while a good part of the picture is still.
internal sealed class LivePart
{
    private const int Cell = 4;
    private const double SearchSeconds = 0.2;

    private readonly int _width;
    private readonly int _height;
    private readonly int _columns;
    private readonly int _rows;
    private readonly Thumbnail _luma;
    private readonly Thumbnail _chroma;
    private readonly float[][] _values;
    private readonly float[][] _reference;
    private readonly double[] _changed;
    private readonly bool[] _lives;
    private readonly LivePartTuning _tuning;
    private double _begin = double.NaN;
    private double _searched;
    private CellRectangle _part;

    /// <summary>For pictures of one size.</summary>
    public LivePart(int width, int height, LivePartTuning tuning)
    {
        (_width, _height, _tuning) = (width, height, tuning);
        (_columns, _rows) = (Math.Max(1, width / Cell), Math.Max(1, height / Cell));
        _luma = new Thumbnail(width, height, _columns, _rows);
        _chroma = new Thumbnail(Math.Max(1, width / 2), Math.Max(1, height / 2), _columns, _rows);
        var cells = _columns * _rows;
        _values = [new float[cells], new float[cells], new float[cells]];
        _reference = [new float[cells], new float[cells], new float[cells]];
        _changed = new double[cells];
        _lives = new bool[cells];
        Array.Fill(_changed, double.NegativeInfinity);
    }

    /// <summary>The part that counts, null for the whole picture.</summary>
    public PictureRegion? Region { get; private set; }

    /// <summary>Takes note of the newest picture.</summary>
    /// <returns>True when another part counts from it on.</returns>
    public bool Update(VideoFrame picture)
    {
        _luma.Compute(picture.Y, _values[0]);
        _chroma.Compute(picture.U, _values[1]);
        _chroma.Compute(picture.V, _values[2]);
        var now = picture.Seconds;
        if (double.IsNaN(_begin) || now < _begin)
        {
            (_begin, _searched) = (now, now);
            Array.Fill(_changed, double.NegativeInfinity);
            Array.ForEach([0, 1, 2], i => _values[i].CopyTo(_reference[i], 0));
            return false;
        }

        var (inside, outside) = Note(now);
        if (Region is not null)
        {
            if (outside <= _tuning.CanvasChange * ((_columns * _rows) - _part.Widened(2, _columns, _rows).Area))
            {
                return false;
            }

            Region = null;
            (_begin, _searched) = (now, now);
            return true;
        }

        if (inside + outside >= _tuning.Whole * _columns * _rows)
        {
            _begin = now;
        }

        if (now - _begin < _tuning.Still || now - _searched < SearchSeconds)
        {
            return false;
        }

        _searched = now;
        Region = Find(now);
        return Region is not null;
    }

    /// <summary>
    /// True when a change inside the part, between two pictures, is one of what is shown there: the part was alive or framed before, and
    /// is after. A picture that pops up in front of a still one is neither before.
    /// </summary>
    /// <param name="store">The latest pictures.</param>
    /// <param name="last">Number of the last picture before the change.</param>
    /// <param name="next">Number of the first one after it.</param>
    public bool Vouches(PictureStore store, long last, long next)
    {
        if (Region is not { } region)
        {
            return true;
        }

        last = Math.Max(last, store.First);
        return (IsAlive(store, region, last, -1) || HasSeam(store[last].Frame, region))
            && (IsAlive(store, region, next, 1) || HasSeam(store[next].Frame, region));
    }

    private (int Inside, int Outside) Note(double now)
    {
        var wide = Region is null ? default : _part.Widened(2, _columns, _rows);
        int inside = 0, outside = 0;
        for (var cell = 0; cell < _changed.Length; cell++)
        {
            if (Math.Abs(_values[0][cell] - _reference[0][cell]) <= _tuning.Luma
                && Math.Abs(_values[1][cell] - _reference[1][cell]) + Math.Abs(_values[2][cell] - _reference[2][cell]) <= _tuning.Chroma)
            {
                continue;
            }

            (_reference[0][cell], _reference[1][cell], _reference[2][cell]) = (_values[0][cell], _values[1][cell], _values[2][cell]);
            _changed[cell] = now;
            if (wide.Holds(cell % _columns, cell / _columns))
            {
                inside++;
            }
            else
            {
                outside++;
            }
        }

        return (inside, outside);
    }

    private PictureRegion? Find(double now)
    {
        var since = Math.Max(_begin, now - _tuning.Memory);
        var living = 0;
        for (var cell = 0; cell < _lives.Length; cell++)
        {
            _lives[cell] = _changed[cell] > since;
            living += _lives[cell] ? 1 : 0;
        }

        if (living < _tuning.SmallestArea * _tuning.Fill * _lives.Length || living > _tuning.LargestArea * 1.1 * _lives.Length)
        {
            return null;
        }

        var part = new LivingRectangle(_lives, _columns, _rows).Find();
        if (!IsCanvas(part, living))
        {
            return null;
        }

        _part = part;
        return Region(part);

        // One cell is left out at the sides where two pictures meet: they are not on the cells' borders.
        PictureRegion Region(CellRectangle cells)
        {
            var left = cells.Left == 0 ? 0 : Even((cells.Left + 1) * _width / _columns);
            var top = cells.Top == 0 ? 0 : Even((cells.Top + 1) * _height / _rows);
            var right = cells.Right == _columns ? _width : (cells.Right - 1) * _width / _columns / 2 * 2;
            var bottom = cells.Bottom == _rows ? _height : (cells.Bottom - 1) * _height / _rows / 2 * 2;
            return new PictureRegion(left, top, right - left, bottom - top);
        }

        static int Even(int value) => (value + 1) / 2 * 2;
    }

    private bool IsCanvas(CellRectangle part, int living)
    {
        int width = part.Right - part.Left, height = part.Bottom - part.Top, all = _columns * _rows;
        if (width < Math.Max(8, _tuning.ShortestSide * _columns) || height < Math.Max(8, _tuning.ShortestSide * _rows)
            || part.Area < _tuning.SmallestArea * all || part.Area > _tuning.LargestArea * all
            || width > _tuning.Aspect * height || height > _tuning.Aspect * width)
        {
            return false;
        }

        var inside = part.Count(_lives, _columns);
        return inside >= _tuning.Fill * part.Area && living - inside <= _tuning.Outside * (all - part.Area)
            && IsSide(part with { Right = part.Left + 1 }, part.Left - 3, 0)
            && IsSide(part with { Left = part.Right - 1 }, part.Right + 2, 0)
            && IsSide(part with { Bottom = part.Top + 1 }, 0, part.Top - 3)
            && IsSide(part with { Top = part.Bottom - 1 }, 0, part.Bottom + 2);
    }

    /// <summary>
    /// True when a line of cells lives and that two cells further out does not; there is none at the picture's own side.
    /// </summary>
    private bool IsSide(CellRectangle inner, int x, int y)
    {
        var isVertical = inner.Right - inner.Left == 1;
        var outer = isVertical ? inner with { Left = x, Right = x + 1 } : inner with { Top = y, Bottom = y + 1 };
        var isAtEdge = outer.Left < 0 || outer.Top < 0 || outer.Right > _columns || outer.Bottom > _rows;
        return isAtEdge || (inner.Count(_lives, _columns) >= _tuning.InnerLine * inner.Area
            && outer.Count(_lives, _columns) <= _tuning.OuterLine * outer.Area);
    }

    private bool IsAlive(PictureStore store, PictureRegion region, long number, int direction)
    {
        foreach (var lag in (ReadOnlySpan<int>)[3, 6, 10])
        {
            var other = number + (lag * direction);
            if (other >= store.First && other < store.Count && Changed(store[number].Frame, store[other].Frame, region) >= _tuning.Alive)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Share of the region's points (one in sixteen) that differ.</summary>
    private double Changed(VideoFrame a, VideoFrame b, PictureRegion region)
    {
        int changed = 0, count = 0;
        for (var y = region.Top; y < region.Top + region.Height; y += Cell)
        {
            for (var x = region.Left; x < region.Left + region.Width; x += Cell)
            {
                count++;
                var at = (y * _width) + x;
                changed += Math.Abs(a.Y[at] - b.Y[at]) > _tuning.Luma ? 1 : 0;
            }
        }

        return (double)changed / Math.Max(1, count);
    }

    /// <summary>True when the picture has a step across the region's sides that is larger than those beside it.</summary>
    private bool HasSeam(VideoFrame frame, PictureRegion region)
    {
        double across = 0, beside = 0;
        var count = 0;
        for (var y = region.Top; y < region.Top + region.Height; y += 2)
        {
            Add(region.Left - 12, y, region.Left - 7, y, region.Left + 1, y, region.Left + 6, y);
            var right = region.Left + region.Width - 1;
            Add(right + 12, y, right + 7, y, right - 1, y, right - 6, y);
        }

        for (var x = region.Left; x < region.Left + region.Width; x += 2)
        {
            Add(x, region.Top - 12, x, region.Top - 7, x, region.Top + 1, x, region.Top + 6);
            var bottom = region.Top + region.Height - 1;
            Add(x, bottom + 12, x, bottom + 7, x, bottom - 1, x, bottom - 6);
        }

        return count > 0 && across / count >= Math.Max(_tuning.Seam, _tuning.SeamRatio * beside / count);

        void Add(int x1, int y1, int x2, int y2, int x3, int y3, int x4, int y4)
        {
            if (x1 < 0 || y1 < 0 || x1 >= _width || y1 >= _height)
            {
                return; // the picture's own side
            }

            int far = frame.Y[(y1 * _width) + x1], outer = frame.Y[(y2 * _width) + x2];
            int inner = frame.Y[(y3 * _width) + x3], deep = frame.Y[(y4 * _width) + x4];
            across += Math.Abs(outer - inner);
            beside += Math.Max(Math.Abs(far - outer), Math.Abs(inner - deep));
            count++;
        }
    }
}
