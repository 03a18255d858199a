// Flow: the face is followed (FaceFollower); mesh -> pose, mouth; iris model -> eyes. Of a head that is turned only the near eye counts.
// Who the driver is, is asked when the face was found anew: another person's eyes and seat are learned anew. Hands are looked for
// twice a second: they move slower than lids. Of faces lower than FaceReader.SmallestEyes pixels the eyes are not told.
// Cost: docs/accuracy-observation.md.
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Driver;

/// <summary>Sees the driver with the models of the catalogue. Not thread-safe: one instance per file; the models are shared.</summary>
/// <param name="options">What to look for.</param>
internal sealed class DriverReader(DriverOptions options) : IDriverReader
{
    private const double MinimumScore = 0.5;

    /// <summary>Drivers are near: no tiles. A share of the picture's height.</summary>
    private const double MinimumSize = 0.12;

    private const double HandsInterval = 0.5;
    private const double SamePerson = 0.3;
    private const double FrontalYaw = 30;

    /// <summary>From this turn on only the near eye is read, in degrees.</summary>
    private const double OneEyeYaw = 25;

    /// <summary>
    /// Width of an eye over the radius of the eyeball, 30 mm over 12 mm, and that the model's iris goes but 0.48 of the way of an iris
    /// that was moved (docs/accuracy-observation.md).
    /// </summary>
    private const double EyeWidthOverRadius = 2.5 / 0.48;

    private const int BlindSide = 48;
    private const double DarkMean = 18;
    private const double FlatDeviation = 5;

    private readonly RgbPyramid _picture = new();
    private readonly byte[] _patch = new byte[BlindSide * BlindSide * 3];
    private readonly byte[] _luma = new byte[BlindSide * BlindSide];
    private FaceFollower? _follower;
    private EyeReader _eyes = null!;
    private FaceIdentity _identity = null!;
    private HandFinder? _hands;
    private HandPlace? _hand;
    private double _handSeconds = double.NegativeInfinity;
    private float[]? _person;
    private bool _isUnknown;

    /// <summary>Runs of the face detector so far.</summary>
    public int Detections => _follower?.Detections ?? 0;

    public void Prepare()
    {
        if (_follower is not null)
        {
            return;
        }

        var detector = new FaceDetector(Session(ModelKind.FaceDetection), MinimumScore, MinimumSize);
        var mesh = new FaceMesh(Session(ModelKind.FaceMesh));
        _eyes = new EyeReader(Session(ModelKind.FaceIris));
        _identity = new FaceIdentity(Session(ModelKind.FaceIdentity));
        if (!options.SkipHands && HandFinder.IsInstalled)
        {
            _hands = new HandFinder(
                ModelSessions.Shared.Get(HandFinder.PalmModel, options.Device),
                ModelSessions.Shared.Get(HandFinder.HandModel, options.Device));
        }

        _follower = new FaceFollower(detector.Find, mesh.Find);
    }

    public DriverSample Read(VideoFrame still)
    {
        Prepare();
        _picture.Load(still.Y, still.Width, still.Height);
        var seconds = still.Seconds;
        if (_follower!.Follow(_picture, seconds) is not { } face)
        {
            return new DriverSample(seconds) { IsBlind = IsBlind(), Hand = _hands is null ? null : HandPlace.Elsewhere };
        }

        var pose = HeadPose.Of(face.Mesh);
        var (ratio, eyeYaw) = Eyes(face, pose);
        return new DriverSample(seconds)
        {
            Pose = pose,
            IsNewPerson = IsNewPerson(face, pose),
            EyeRatio = ratio,
            EyeYaw = eyeYaw,
            MouthOpen = MouthOpenness.Of(face.Mesh),
            Hand = Hand(face, seconds),
        };
    }

    private ModelSession Session(ModelKind kind) => ModelSessions.Shared.GetDefault(kind, options.Device);

    private (double? Ratio, double? Yaw) Eyes(FollowedFace face, HeadPose pose)
    {
        if (face.Box.Height < FaceReader.SmallestEyes || Math.Abs(pose.Yaw) > EyeOpenness.HiddenYaw)
        {
            return (null, null);
        }

        // Turned to the right of the picture, a face shows the person's right eye.
        EyeReading? right = pose.Yaw > -OneEyeYaw ? Eye(face, pose, isLeft: false) : null;
        EyeReading? left = pose.Yaw < OneEyeYaw ? Eye(face, pose, isLeft: true) : null;
        var ratio = right is { } r && left is { } l ? (r.Ratio + l.Ratio) / 2 : right?.Ratio ?? left?.Ratio;
        var yaw = (right?.Shift + left?.Shift) / 2 is { } shift
            ? Math.Asin(Math.Clamp(EyeWidthOverRadius * shift, -0.9, 0.9)) * 180 / Math.PI
            : (double?)null;
        return (ratio, yaw);
    }

    private EyeReading Eye(FollowedFace face, HeadPose pose, bool isLeft) => isLeft
        ? _eyes.Read(_picture, face.Mesh[FaceMeshPoints.LeftEyeOuter], face.Mesh[FaceMeshPoints.LeftEyeInner], isLeft, pose)
        : _eyes.Read(_picture, face.Mesh[FaceMeshPoints.RightEyeOuter], face.Mesh[FaceMeshPoints.RightEyeInner], isLeft, pose);

    // A face that is turned away says too little of who it is: it is asked as soon as it looks this way.
    private bool IsNewPerson(FollowedFace face, HeadPose pose)
    {
        _isUnknown |= face.IsFound;
        if (!_isUnknown || Math.Abs(pose.Yaw) > FrontalYaw)
        {
            return false;
        }

        var person = _identity.Embed(_picture, FaceAlignment.Of(face.Mesh));
        var isNew = _person is not null && FaceIdentity.Cosine(person, _person) < SamePerson;
        _isUnknown = false;
        _person = isNew || _person is null ? person : _person;
        return isNew;
    }

    private HandPlace? Hand(FollowedFace face, double seconds)
    {
        if (_hands is not null && seconds - _handSeconds >= HandsInterval - 1e-6)
        {
            _hand = _hands.Find(_picture, face);
            _handSeconds = seconds;
        }

        return _hand;
    }

    private bool IsBlind()
    {
        var side = Math.Max(_picture.Width, _picture.Height);
        var square = Similarity.OfSquare(_picture.Width / 2.0, _picture.Height / 2.0, side, 0, BlindSide);
        _picture.Read(square, BlindSide, _patch);
        RgbPatch.ToLuma(_patch, _luma);
        var detail = LumaDetail.Of(_luma, BlindSide, BlindSide);
        return detail.Mean < DarkMean || detail.Deviation < FlatDeviation;
    }
}
