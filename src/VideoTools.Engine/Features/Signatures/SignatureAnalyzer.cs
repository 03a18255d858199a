// The picture that is shown at every quarter of a second, as a code.
// Method: sample and hold: a moment shows the last frame that began at or before it, so that frame rate, lost and repeated frames do not
// matter. Of a video with more than MostMoments moments every second one is dropped, and so on. Cost: only frames that are shown at a
// moment are looked at, about 0.1 ms each at 320 x 180. Memory: 17 bytes a moment, 9 MB at most.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Signatures;

/// <summary>Emits one <see cref="VideoSignature"/> at the end; none without a frame.</summary>
internal sealed class SignatureAnalyzer : IAnalyzer
{
    /// <summary>Seconds between moments.</summary>
    public const double Interval = 0.25;

    /// <summary>Most moments: 36 hours; more share.</summary>
    internal const int MostMoments = 1 << 19;

    // Bars are settled then, whatever has been seen.
    private const int MostHeld = 4 * SignatureBars.Settling;

    // A frame whose time stamp is rounded to a millisecond may begin a little late.
    private const double Tolerance = 0.002;

    private readonly PictureCoder _coder = new();
    private readonly List<float[]> _held = [];
    private readonly List<int> _heldCounts = [];
    private readonly int _mostMoments;
    private readonly List<byte> _codes = [];
    private AnalysisContext _context = null!;
    private VideoFrame? _shown;
    private Thumbnail? _thumbnail;
    private SignatureBars? _bars;
    private PictureCode _last;
    private double _interval = Interval;
    private long _moment;

    /// <summary>An analyzer.</summary>
    /// <param name="mostMoments">Most moments to keep, an even number above those that are held back.</param>
    public SignatureAnalyzer(int mostMoments = MostMoments) => _mostMoments = mostMoments;

    /// <inheritdoc/>
    public void Begin(AnalysisContext context) => _context = context;

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (_shown is null)
        {
            _thumbnail = new Thumbnail(frame.Width, frame.Height, PictureCoder.GridSize, PictureCoder.GridSize);
            _bars = new SignatureBars(frame.Width, frame.Height);
        }

        Show(frame.Seconds);
        _shown?.Release();
        _shown = frame.Retain();
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (_shown is null)
        {
            return;
        }

        Show(Math.Max(summary.EndSeconds, _shown.Seconds + (2 * Tolerance)));
        _shown.Release();
        _shown = null;
        if (!_bars!.IsSettled)
        {
            _bars.Settle();
        }

        CodeHeld();
        var info = _context.Info;
        _context.Emit(new VideoSignature
        {
            FullName = info.FullName,
            Duration = summary.End,
            DurationSeconds = summary.EndSeconds,
            Width = info.Width,
            Height = info.Height,
            Length = info.Length,
            IntervalSeconds = _interval,
            Codes = _codes.ToArray(),
            Status = summary.Status,
        });
    }

    // Every moment before a time shows the frame at hand; nothing before the first frame.
    private void Show(double until)
    {
        for (var isFirst = true; _moment * _interval < until - Tolerance; isFirst = false)
        {
            _moment++;
            if (_shown is null)
            {
                Add(default, 0);
            }
            else if (isFirst)
            {
                Look();
            }
            else if (_held.Count > 0)
            {
                _heldCounts[^1]++;
                Settle();
            }
            else
            {
                // A picture that stays does not change again.
                Add(_last, 0);
            }
        }
    }

    private void Look()
    {
        var grid = new float[PictureCoder.GridSize * PictureCoder.GridSize];
        _thumbnail!.Compute(_shown!.Y, grid);
        _bars!.Add(_shown.Y);
        _held.Add(grid);
        _heldCounts.Add(1);
        Settle();
    }

    private void Settle()
    {
        if (!_bars!.IsSettled && _moment >= MostHeld)
        {
            _bars.Settle();
        }

        if (_bars.IsSettled)
        {
            CodeHeld();
        }
    }

    private void CodeHeld()
    {
        for (var i = 0; i < _held.Count; i++)
        {
            _last = _coder.Next(_held[i], _bars!.Area, out var change);
            for (var j = 0; j < _heldCounts[i]; j++)
            {
                Add(_last, j == 0 ? change : (byte)0);
            }
        }

        _held.Clear();
        _heldCounts.Clear();
    }

    private void Add(PictureCode code, byte change)
    {
        Span<byte> bytes = stackalloc byte[PictureCode.ByteCount];
        code.Write(bytes, change);
        _codes.AddRange(bytes);
        if (_codes.Count >= (long)_mostMoments * PictureCode.ByteCount)
        {
            Halve();
        }
    }

    private void Halve()
    {
        var codes = CollectionsMarshal.AsSpan(_codes);
        var kept = 0;
        for (var at = 0; at < codes.Length; at += 2 * PictureCode.ByteCount)
        {
            codes.Slice(at, PictureCode.ByteCount).CopyTo(codes[kept..]);
            kept += PictureCode.ByteCount;
        }

        _codes.RemoveRange(kept, _codes.Count - kept);
        _interval *= 2;
        _moment = kept / PictureCode.ByteCount;
    }
}
