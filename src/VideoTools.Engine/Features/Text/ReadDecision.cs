// Method: which large frames are worth reading. The small luma picture is kept from the last frame that was read; in blocks of 8 x 8:
//   changed: the block differs from that picture by more than noise;
//   stable edges: the block has edges and hardly differs from a quarter of a second ago. Over a moving picture only overlays
//   are like that, so a block that is changed AND has stable edges is new text (or a moving thing that came to rest).
// A frame is read when two blocks side by side have new edges that are strong and quite stable (a slow pan has others); when most of the
// picture changed against the frame before it and had not before that (a new scene); where one block has new edges in a picture that
// stands still otherwise (a digit); where weaker stable edges are new, or most stands still, at least once every MaximumGap; and where
// anything changed at all, once every LongGap (half of both in the first, middle and last window). An unchanged picture is never read
// again. A text is found later than it came then, but TextTracker follows it back to its first frame.
// Units: luma levels, seconds. Cost: three passes over the small picture a large frame.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>The cheap test before the reading. Deterministic: it sees pictures only, never results.</summary>
internal sealed class ReadDecision
{
    /// <summary>Seconds between two large frames; also the time edges must stay to count as stable.</summary>
    public const double Step = 0.25;

    /// <summary>Longest time without reading a picture that has new edges which stay, in seconds.</summary>
    public const double MaximumGap = 1.0;

    /// <summary>Longest time without reading a picture that changes in any way, in seconds.</summary>
    public const double LongGap = 2.0;

    /// <summary>Length of the first, middle and last window in seconds.</summary>
    public const double Window = 3.0;

    private const int BlockPixels = BlockActivity.Side * BlockActivity.Side;
    private const int ChangeLevels = 6;
    private const int EdgeLevels = 10;
    private const int StrongEdgeLevels = 20;
    private const int WeakBlocks = 3;
    private const double SceneShare = 0.6;
    private const double StillShare = 0.1;
    private const double MinimumSceneGap = 0.45;

    private readonly double _duration;
    private byte[] _read = [];
    private byte[] _before = [];
    private int[] _edges = [];
    private int[] _sinceRead = [];
    private int[] _sinceBefore = [];
    private int _columns = 1;
    private bool _hasMoved;
    private double _lastRead = double.NegativeInfinity;

    /// <summary>True when the last picture asked about differs from the last one that was read.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Creates the test.</summary>
    /// <param name="durationSeconds">Length of what is analysed; 0 when unknown: then there is no middle and no last window.</param>
    public ReadDecision(double durationSeconds) => _duration = durationSeconds;

    /// <summary>Decides on a large frame, given the small one of the same time.</summary>
    /// <param name="small">The small frame.</param>
    /// <param name="seconds">Seconds since the start of what is analysed.</param>
    public bool Decide(VideoFrame small, double seconds)
    {
        var luma = small.Y;
        if (_read.Length != luma.Length)
        {
            Prepare(small);
            luma.CopyTo(_before);
            return Accept(luma, seconds);
        }

        BlockActivity.Edges(luma, small.Width, small.Height, _edges);
        BlockActivity.Differences(luma, _read, small.Width, small.Height, _sinceRead);
        BlockActivity.Differences(luma, _before, small.Width, small.Height, _sinceBefore);
        luma.CopyTo(_before);
        var (changed, appeared, isText, moved, little) = (0, 0, false, 0, 0);
        var wasStrong = false;
        for (var i = 0; i < _edges.Length; i++)
        {
            var isChanged = _sinceRead[i] > ChangeLevels * BlockPixels
                || (_sinceRead[i] > 3 * BlockPixels && _sinceRead[i] * 3 > _edges[i]);
            var isStrong = isChanged && _edges[i] > StrongEdgeLevels * BlockPixels && _sinceBefore[i] * 8 < _edges[i]
                && _sinceRead[i] * 3 > _edges[i];
            changed += isChanged ? 1 : 0;
            appeared += isChanged && _edges[i] > EdgeLevels * BlockPixels && _sinceBefore[i] * 4 < _edges[i] ? 1 : 0;
            moved += _sinceBefore[i] > 2 * ChangeLevels * BlockPixels ? 1 : 0;
            little += _sinceRead[i] * 2 > 3 * BlockPixels && _sinceRead[i] * 2 > _edges[i] ? 1 : 0;
            isText |= isStrong && wasStrong && i % _columns > 0;
            wasStrong = isStrong;
        }

        // On a slide that stands still a little is a change: a small word.
        HasChanged = changed > 0 || little > 0;
        var isScene = moved > SceneShare * _edges.Length;
        var isNewScene = isScene && !_hasMoved;
        _hasMoved = isScene;
        if (!HasChanged)
        {
            return false;
        }

        var gap = seconds - _lastRead;
        var isStill = changed <= StillShare * _edges.Length;
        var longest = (appeared >= WeakBlocks || isStill ? MaximumGap : LongGap) / (IsInWindow(seconds) ? 2 : 1);
        var isNew = isText || (isStill && appeared > 0) || (isNewScene && gap >= MinimumSceneGap);
        return (isNew || gap >= longest - 1e-3) && Accept(luma, seconds);
    }

    private bool Accept(ReadOnlySpan<byte> luma, double seconds)
    {
        luma.CopyTo(_read);
        _lastRead = seconds;
        HasChanged = false;
        return true;
    }

    private bool IsInWindow(double seconds) =>
        seconds < Window
        || (_duration > 3 * Window && (Math.Abs(seconds - (_duration / 2)) < Window / 2 || seconds > _duration - Window));

    private void Prepare(VideoFrame small)
    {
        var (columns, rows) = BlockActivity.Grid(small.Width, small.Height);
        _columns = columns;
        _read = new byte[small.Y.Length];
        _before = new byte[small.Y.Length];
        _edges = new int[columns * rows];
        _sinceRead = new int[columns * rows];
        _sinceBefore = new int[columns * rows];
    }
}
