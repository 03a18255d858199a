// Method: large frames come every quarter of a second from the same decode; ReadDecision says, from the small frames, which of them are
// read. Those go in groups of four to a lane of their own, where the models run while decoding goes on: detection picture by picture,
// recognition over all boxes of the group in common batches, then TextTracker. Groups are fixed by the pictures alone, so that batches,
// and with them the last digits of the probabilities, do not depend on the speed of the machine.
// Memory: a waiting picture holds its large frame (2.7 MB) and up to 2.1 s of small ones (5.4 MB); at most 12 wait.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Emits one <see cref="VideoText"/> a line of on-screen text, when it is gone.</summary>
internal sealed class TextAnalyzer : IAnalyzer, IDisposable
{
    /// <summary>Longest side of the pictures that are read.</summary>
    public const int LongSide = 1280;

    /// <summary>Groups that may wait before decoding is held back.</summary>
    public const int WaitingGroups = 2;

    private const int GroupSize = 4;

    private sealed record Picture(VideoFrame? Still, List<VideoFrame> Small);

    private readonly TextOptions _options;
    private readonly ITextReader _reader;
    private readonly IWorkLane _lane;
    private readonly TextTracker _tracker;
    private readonly SmallFrames _small = new();
    private readonly List<double> _readTimes = [];
    private List<Picture> _group = [];
    private AnalysisContext? _context;
    private ReadDecision? _decision;
    private VideoFrame? _unread;
    private TextScale? _scale;
    private int _count;
    private int _framesRead;
    private RecordStatus _status;
    private RecordStatus _statusOfWork;

    /// <summary>Creates the analyzer of one file.</summary>
    /// <param name="options">How text is read.</param>
    /// <param name="reader">Reads pictures.</param>
    /// <param name="lane">Where reading happens.</param>
    public TextAnalyzer(TextOptions options, ITextReader reader, IWorkLane lane)
    {
        _options = options;
        _reader = reader;
        _lane = lane;
        _tracker = new TextTracker(OnClosed);
    }

    /// <summary>Times in seconds of the frames that were read; complete after <see cref="Complete"/>.</summary>
    public IReadOnlyList<double> ReadTimes => _readTimes;

    public void Begin(AnalysisContext context)
    {
        _context = context;
        var whole = context.Info.Duration ?? context.To ?? TimeSpan.Zero;
        var length = (context.To is { } to && to < whole ? to : whole) - (context.From ?? TimeSpan.Zero);
        _decision = new ReadDecision(Math.Max(0, length.TotalSeconds));
        _reader.Prepare(context.Warn);
    }

    public void OnFrame(VideoFrame frame) => _small.Add(frame);

    public void OnStill(VideoFrame frame)
    {
        _unread?.Release();
        _unread = null;
        _scale ??= new TextScale(_context!.Info, frame, _small.Latest ?? frame);
        var start = (_context!.From ?? TimeSpan.Zero).TotalSeconds;
        if (_options.Sampling != TextSampling.Smart || _small.Latest is null || _decision!.Decide(_small.Latest, frame.Seconds - start))
        {
            Read(frame.Retain());
        }
        else
        {
            _unread = frame.Retain();
        }
    }

    public void End(DecodeSummary summary)
    {
        _status = summary.Status;

        // The last large frame, if it shows anything that was not read: nothing comes after it that would.
        if (_unread is not null && _decision!.HasChanged)
        {
            Read(_unread);
            _unread = null;
        }

        AddToGroup(new Picture(null, _small.Take()));
        Flush();
    }

    public void Complete(DecodeSummary summary)
    {
        _lane.Finish();
        _statusOfWork = summary.Status;
        _tracker.Complete(summary.EndPts);
        _context!.Emit(new TextReadings(_framesRead, _reader.Device));
    }

    /// <summary>Ends the lane and gives all frames up.</summary>
    public void Dispose()
    {
        _lane.Dispose();
        _unread?.Release();
        _unread = null;
        _small.Clear();
    }

    private void Read(VideoFrame still)
    {
        _readTimes.Add(still.Seconds);
        AddToGroup(new Picture(still, _small.Take()));
    }

    private void AddToGroup(Picture picture)
    {
        _group.Add(picture);
        if (_group.Count >= GroupSize)
        {
            Flush();
        }
    }

    private void Flush()
    {
        if (_group.Count > 0)
        {
            var group = _group;
            _group = [];

            // As known now: what the lane does must not depend on how far behind it is.
            var status = _status;
            _lane.Post(_ => Work(group, status), _context!.Cancellation);
        }
    }

    private void Work(List<Picture> group, RecordStatus status)
    {
        _statusOfWork = status;
        try
        {
            var readings = new Queue<IReadOnlyList<TextLine>>(_reader.Read([.. group.Select(p => p.Still).OfType<VideoFrame>()]));
            foreach (var picture in group)
            {
                var lines = picture.Still is null ? null : readings.Dequeue();
                _framesRead += lines is null ? 0 : 1;
                if (_scale is not null && picture.Small.Count > 0)
                {
                    _tracker.Process(lines, picture.Small, _scale.SmallPerLarge, _scale.LargeWidth);
                }
            }
        }
        finally
        {
            foreach (var picture in group)
            {
                picture.Still?.Release();
                picture.Small.ForEach(f => f.Release());
            }
        }
    }

    private void OnClosed(TextTrack track, long endPts)
    {
        var context = _context!;
        var seconds = MediaTime.ToSeconds(endPts - track.StartPts, context.Info.TimeBase);
        if (!TextPlausibility.IsText(track, seconds, _options.MinimumConfidence))
        {
            return;
        }

        var record = _scale!.ToRecord(track, endPts, context.Info, _count + 1, _framesRead, _reader.Device, _statusOfWork)
            with { SceneIndex = context.SceneIndex };
        if (record.Confidence >= _options.MinimumConfidence || !track.IsLacking)
        {
            _count++;
            context.Emit(record);
        }
    }
}
