// Method: packets are looked at once, in the order in which they are stored. A time is a clean cut when a key frame is shown at it, every
// packet stored before is shown before, and every packet stored behind it is shown behind: then the packets between two clean cuts are the
// frames between them, none of them needs a frame of elsewhere, and no frame of elsewhere needs them. The pictures that lead an open
// group of pictures are stored behind their key frame and shown before it: such a cut is not clean. Units: PTS of the stream.
// Cost: a binary search a packet; memory: the cuts.
namespace VideoTools.Engine.Media.Encoding;

/// <summary>Finds out at which of some times a stream can be cut without decoding.</summary>
internal sealed class CleanCuts
{
    private readonly long[] _cuts;
    private readonly bool[] _isClean;
    private readonly long[] _frames;
    private readonly Stack<int> _candidates = [];
    private long _latest = long.MinValue;
    private bool _isUsable = true;

    /// <summary>Prepares for some times.</summary>
    public CleanCuts(IEnumerable<long> cuts)
    {
        _cuts = [.. cuts.Distinct().Order()];
        _isClean = new bool[_cuts.Length];
        _frames = new long[_cuts.Length];
    }

    /// <summary>Takes the next packet.</summary>
    /// <param name="pts">When it is shown; null where the file doesn't say.</param>
    /// <param name="isKey">True for a key frame.</param>
    /// <param name="isShown">False for a frame that is decoded and not shown.</param>
    public void Add(long? pts, bool isKey, bool isShown)
    {
        if (pts is not { } time)
        {
            _isUsable = false;
            return;
        }

        while (_candidates.TryPeek(out var last) && _cuts[last] > time)
        {
            _isClean[_candidates.Pop()] = false;
        }

        var at = Array.BinarySearch(_cuts, time);
        if (at >= 0 && isKey && isShown && _latest < time)
        {
            _isClean[at] = true;
            _candidates.Push(at);
        }

        var interval = at >= 0 ? at : ~at - 1;
        if (interval >= 0 && isShown)
        {
            _frames[interval]++;
        }

        _latest = Math.Max(_latest, time);
    }

    /// <summary>True when everything from one time to another can be copied. The second may lie behind the last frame.</summary>
    public bool CanCopy(long start, long end) =>
        _isUsable && IsClean(start) && (end > _latest || IsClean(end)) && CountFrames(start, end) > 0;

    /// <summary>Frames that are shown from one of the times to another.</summary>
    public long CountFrames(long start, long end)
    {
        var (first, last) = (Array.BinarySearch(_cuts, start), Array.BinarySearch(_cuts, end));
        long sum = 0;
        for (var i = first; first >= 0 && i < (last < 0 ? ~last : last); i++)
        {
            sum += _frames[i];
        }

        return sum;
    }

    private bool IsClean(long time) => Array.BinarySearch(_cuts, time) is >= 0 and var at && _isClean[at];
}
