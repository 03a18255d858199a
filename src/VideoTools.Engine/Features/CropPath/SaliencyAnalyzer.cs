// Method: a frame every Interval is looked at, on a grid of the video's own clock. Its motion needs the one after it, so a sample is made
// when the next has come. What is known of Group samples goes out as one note: memory stays flat. Pairs that no camera motion explains
// are cuts, and say nothing about motion.
// Cost: about 2 ms a sample, 10 ms for a second of video; docs/accuracy-crop.md.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Emits a <see cref="SaliencyNote"/> for about every two seconds.</summary>
internal sealed class SaliencyAnalyzer : IAnalyzer
{
    /// <summary>Seconds between two samples.</summary>
    public const double Interval = 0.2;

    private const int Group = 10;

    // A frame of which half the blocks are further than this from the one before, camera motion taken out, is another shot.
    private const float CutResidual = 14;

    private readonly List<SaliencySample> _samples = [];
    private AnalysisContext _context = null!;
    private Scratch? _scratch;
    private VideoFrame? _last;
    private bool _hasMotion;
    private double _next = double.NegativeInfinity;

    /// <inheritdoc/>
    public void Begin(AnalysisContext context) => _context = context;

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Seconds < _next)
        {
            return;
        }

        _next = (Math.Floor((frame.Seconds / Interval) + 1e-6) + 1) * Interval - 1e-6;
        _scratch ??= new Scratch(frame.Width, frame.Height);
        if (_last is not null)
        {
            var known = Compare(_last, frame, _scratch);
            Add(_last, _scratch, known);
            _last.Release();
            _hasMotion = known;
            (_scratch.Before, _scratch.Now) = (_scratch.Now, _scratch.Before);
        }

        _last = frame.Retain();
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (_last is not null && _scratch is not null)
        {
            Add(_last, _scratch, isNextKnown: false);
            _last.Release();
            _last = null;
            Emit(_scratch, summary);
        }
    }

    // Fills what moved in the earlier frame against the later (Next), and in the later against the earlier (Now).
    private static bool Compare(VideoFrame earlier, VideoFrame later, Scratch scratch)
    {
        var shift = scratch.Camera.Estimate(earlier.Y, later.Y);
        scratch.Camera.Residual(earlier.Y, later.Y, shift, scratch.Now);
        scratch.Camera.Residual(later.Y, earlier.Y, shift.Inverse(), scratch.Next);
        return Math.Min(Median(scratch, scratch.Now), Median(scratch, scratch.Next)) < CutResidual;
    }

    private static float Median(Scratch scratch, float[] values)
    {
        var known = scratch.Saliency.Known(values);
        return known.IsEmpty ? 0 : known[known.Length / 2];
    }

    private void Add(VideoFrame frame, Scratch scratch, bool isNextKnown)
    {
        var motion = scratch.Motion.AsSpan();
        if (_hasMotion && isNextKnown)
        {
            for (var i = 0; i < motion.Length; i++)
            {
                var (before, next) = (scratch.Before[i], scratch.Next[i]);
                motion[i] = before < 0 ? next : next < 0 ? before : Math.Min(before, next);
            }
        }
        else if (_hasMotion || isNextKnown)
        {
            (_hasMotion ? scratch.Before : scratch.Next).CopyTo(motion);
        }
        else
        {
            motion = [];
        }

        var bars = BlackBars.Measure(frame.Y, frame.Width, frame.Height);
        scratch.Saliency.Compute(frame, motion, bars, scratch.Map);
        scratch.Collect();
        _samples.Add(new SaliencySample(frame.Seconds, bars, scratch.Finder.Find(scratch.Map)));
        if (_samples.Count == Group)
        {
            Emit(scratch, null);
        }
    }

    // The last note says how the file ended, even when it has no sample.
    private void Emit(Scratch scratch, DecodeSummary? summary)
    {
        _context.Emit(new SaliencyNote
        {
            Seconds = _samples.Count == 0 ? summary!.EndSeconds : _samples[0].Seconds,
            VideoWidth = _context.Info.Width,
            VideoHeight = _context.Info.Height,
            Width = scratch.Width,
            Height = scratch.Height,
            EndSeconds = summary?.EndSeconds ?? 0,
            Status = summary?.Status ?? default,
            Values = SaliencyNote.Pack(_samples),
            MapColumns = scratch.Saliency.CoarseColumns,
            Map = scratch.TakeMean(_samples.Count),
        });
        _samples.Clear();
    }

    /// <summary>Everything whose size is the frame's.</summary>
    private sealed class Scratch
    {
        private readonly float[] _sums;

        public Scratch(int width, int height)
        {
            (Width, Height) = (width, height);
            Camera = new CameraMotion(width, height);
            Saliency = new SaliencyMap(width, height);
            Finder = new SubjectFinder(Saliency.Columns, Saliency.Rows);
            var blocks = Saliency.Columns * Saliency.Rows;
            (Before, Now, Next) = (new float[blocks], new float[blocks], new float[blocks]);
            (Motion, Map) = (new float[blocks], new float[blocks]);
            _sums = new float[Saliency.CoarseColumns * Saliency.CoarseRows];
        }

        public int Width { get; }

        public int Height { get; }

        public CameraMotion Camera { get; }

        public SaliencyMap Saliency { get; }

        public SubjectFinder Finder { get; }

        public float[] Before { get; set; }

        public float[] Now { get; set; }

        public float[] Next { get; }

        public float[] Motion { get; }

        public float[] Map { get; }

        public void Collect()
        {
            for (var i = 0; i < Map.Length; i++)
            {
                var (row, column) = (i / Saliency.Columns / 2, i % Saliency.Columns / 2);
                if (row < Saliency.CoarseRows && column < Saliency.CoarseColumns)
                {
                    _sums[(row * Saliency.CoarseColumns) + column] += Map[i] / 4;
                }
            }
        }

        public byte[] TakeMean(int count)
        {
            var mean = new byte[_sums.Length];
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] = (byte)Math.Clamp(Math.Round(_sums[i] / Math.Max(1, count) * 255), 0, 255);
            }

            Array.Clear(_sums);
            return mean;
        }
    }
}
