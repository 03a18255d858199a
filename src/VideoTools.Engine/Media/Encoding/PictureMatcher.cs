using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>
/// Matches pictures, in order of time, with the times that were asked for: the same one, or the nearest within a tolerance.
/// </summary>
/// <param name="times">Growing.</param>
/// <param name="tolerance">Largest difference.</param>
/// <param name="deliver">Takes each match.</param>
internal sealed class PictureMatcher(IReadOnlyList<long> times, long tolerance, Action<FramePicture> deliver)
{
    private readonly List<long> _missing = [];
    private (long Time, byte[]? File, RgbPicture? Tile)? _before;
    private int _next;

    /// <summary>True when every time has its picture.</summary>
    public bool IsDone => _next == times.Count && _missing.Count == 0;

    /// <summary>Takes the next picture.</summary>
    public void Add(long time, byte[]? file, RgbPicture? tile)
    {
        var picture = (time, file, tile);
        while (_next < times.Count && times[_next] <= time)
        {
            // The frame before may be nearer to a time that no frame has.
            var wanted = times[_next];
            var nearest = _before is { } before && wanted - before.Time < time - wanted ? before : picture;
            Deliver(wanted, nearest);
        }

        _before = picture;
    }

    /// <summary>Nothing follows: gives the times without a picture.</summary>
    public List<long> Finish()
    {
        while (_next < times.Count)
        {
            Deliver(times[_next], _before);
        }

        return _missing;
    }

    private void Deliver(long wanted, (long Time, byte[]? File, RgbPicture? Tile)? picture)
    {
        _next++;
        if (picture is { } found && Math.Abs(found.Time - wanted) <= tolerance)
        {
            deliver(new FramePicture(wanted, found.File, found.Tile));
        }
        else
        {
            _missing.Add(wanted);
        }
    }
}
