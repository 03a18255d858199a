// Method: large frames at an interval go to a lane, where the models run while decoding goes on. The small frames find the scenes on the
// way, with the default detector, which is certain of a boundary some seconds late: faces wait for that long, then get the numbers of
// scene and track and leave. All that a face says but its place in time depends on its own picture.
// Memory: a waiting picture holds its large frame (2.7 MB), at most WaitingPictures wait; faces of SettleSeconds as numbers.
using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Emits one <see cref="VideoFace"/> a face and picture, some seconds after it was shown.</summary>
/// <param name="options">What to look for.</param>
/// <param name="reader">Looks at pictures.</param>
/// <param name="lane">Where looking happens.</param>
internal sealed class FaceAnalyzer(FaceOptions options, IFaceReader reader, IWorkLane lane) : IAnalyzer, IDisposable
{
    /// <summary>Longest side of the pictures that are looked at.</summary>
    public const int LongSide = 1280;

    /// <summary>Pictures that may wait before decoding is held back.</summary>
    public const int WaitingPictures = 4;

    /// <summary>So late a boundary of scenes is certain at most (a fade that takes longer counts from its end).</summary>
    public const double SettleSeconds = 4;

    private readonly FaceTracker _tracker = new();
    private readonly Queue<(FaceMoment Moment, IReadOnlyList<FaceFinding> Faces)> _waiting = new();
    private readonly Queue<double> _boundaries = new();
    private readonly List<double> _newBoundaries = [];
    private AnalysisContext _context = null!;
    private ISceneDetector _detector = null!;
    private FaceScale? _scale;
    private Rational _timeBase;
    private double _latest = double.NegativeInfinity;
    private int _scene = 1;
    private int _framesRead;

    public void Begin(AnalysisContext context)
    {
        _context = context;
        _detector = SceneDetectorFactory.Create(new SceneOptions(), context.Info.FrameRate ?? default);
        reader.Prepare();
    }

    public void OnFrame(VideoFrame frame)
    {
        _timeBase = frame.TimeBase;
        _latest = frame.Seconds;
        _detector.Process(frame, OnBoundary);
    }

    public void OnStill(VideoFrame frame)
    {
        var still = frame.Retain();
        double[] boundaries = [.. _newBoundaries];
        _newBoundaries.Clear();
        var latest = _latest;
        lane.Post(
            _ =>
            {
                try
                {
                    Look(still);
                }
                finally
                {
                    still.Release();
                }

                Settle(boundaries, latest, RecordStatus.Ok);
            },
            _context.Cancellation);
    }

    public void End(DecodeSummary summary)
    {
        _detector.Complete(OnBoundary);
        double[] boundaries = [.. _newBoundaries];
        lane.Post(_ => Settle(boundaries, double.PositiveInfinity, summary.Status), _context.Cancellation);
    }

    public void Complete(DecodeSummary summary)
    {
        lane.Finish();
        _context.Emit(new FaceReadings(_framesRead, reader.Device));
    }

    /// <summary>Ends the lane.</summary>
    public void Dispose() => lane.Dispose();

    private void OnBoundary(SceneBoundary boundary) => _newBoundaries.Add(MediaTime.ToSeconds(boundary.Frame.Pts, _timeBase));

    private void Look(VideoFrame still)
    {
        _scale ??= new FaceScale(_context.Info, still.Width, still.Height, reader.Device);
        _waiting.Enqueue((FaceMoment.Of(still), reader.Read(still)));
        _framesRead++;
    }

    // What was shown long enough ago lies in a scene that is known.
    private void Settle(IEnumerable<double> boundaries, double latest, RecordStatus status)
    {
        foreach (var boundary in boundaries)
        {
            _boundaries.Enqueue(boundary);
        }

        while (_waiting.TryPeek(out var next) && next.Moment.Seconds + SettleSeconds <= latest)
        {
            _waiting.Dequeue();
            while (_boundaries.TryPeek(out var start) && start <= next.Moment.Seconds + 1e-9)
            {
                _boundaries.Dequeue();
                _scene++;
            }

            Emit(next.Moment, next.Faces, status);
        }
    }

    private void Emit(FaceMoment moment, IReadOnlyList<FaceFinding> faces, RecordStatus status)
    {
        var tracks = _tracker.Follow(_scene, moment.Seconds, faces, options.Interval);
        for (var i = 0; i < faces.Count; i++)
        {
            _context.Emit(_scale!.ToRecord(faces[i], moment, status) with
            {
                SceneIndex = _context.SceneIndex > 0 ? _context.SceneIndex : _scene,
                FaceIndex = i + 1,
                FacesInFrame = faces.Count,
                TrackId = tracks[i],
            });
        }
    }
}
