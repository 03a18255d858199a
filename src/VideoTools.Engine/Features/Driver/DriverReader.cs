// Flow: the face is followed (FaceFollower); mesh -> pose, mouth; iris model -> eyes. Of a head that is turned only the near eye counts.
// Who the driver is, is asked when the face was found anew: another person's eyes and seat are learned anew. Hands are looked for
// once a second, twice while one is at the head: they move slower than lids. Of small faces (FaceModels) the eyes are not told.
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

    private const double HandsInterval = 1;
    private const double HandAtHeadInterval = 0.5;
    private const double SamePerson = 0.3;
    private const double AskAgain = 0.5;
    private const double FrontalYaw = 30;

    /// <summary>From this turn on only the near eye is read, in degrees.</summary>
    private const double OneEyeYaw = 25;

    private const int BlindSide = 48;
    private const double DarkMean = 18;
    private const double FlatDeviation = 5;

    private readonly RgbPyramid _picture = new();
    private readonly byte[] _patch = new byte[BlindSide * BlindSide * 3];
    private readonly byte[] _luma = new byte[BlindSide * BlindSide];
    private FaceFollower? _follower;
    private FaceModels _models = null!;
    private HandFinder? _hands;
    private HandPlace? _hand;
    private double _handSeconds = double.NegativeInfinity;
    private float[]? _person;
    private float[]? _stranger;
    private double _askedSeconds = double.NegativeInfinity;
    private bool _isUnknown;

    /// <summary>Runs of the face detector so far.</summary>
    public int Detections => _follower?.Detections ?? 0;

    public StageTimes Times { get; } = new();

    public void Prepare()
    {
        if (_follower is not null)
        {
            return;
        }

        var models = FaceModels.Load(options.Device, MinimumScore, MinimumSize);
        if (!options.SkipHands && HandFinder.IsInstalled)
        {
            _hands = new HandFinder(
                ModelSessions.Shared.Get(HandFinder.PalmModel, options.Device),
                ModelSessions.Shared.Get(HandFinder.HandModel, options.Device));
        }

        _models = models;
        _follower = new FaceFollower(
            picture => Times.Measure("finding faces", () => models.Detector.Find(picture)),
            (picture, face) => Times.Measure("mesh", () => models.Mesh.Find(picture, face)));
    }

    public DriverSample Read(VideoFrame still)
    {
        Prepare();
        Times.Measure("copying", () => Load(still));
        var seconds = still.Seconds;
        if (_follower!.Follow(_picture, seconds) is not { } face)
        {
            return new DriverSample(seconds) { IsBlind = IsBlind(), Hand = _hands is null ? null : HandPlace.Elsewhere };
        }

        var pose = HeadPose.Of(face.Mesh);
        var (right, left) = Times.Measure("eyes", () => Eyes(face, pose));
        return new DriverSample(seconds)
        {
            Pose = pose,
            IsNewPerson = IsNewPerson(face, pose, seconds),
            RightEye = right,
            LeftEye = left,
            MouthOpen = MouthOpenness.Of(face.Mesh),
            Hand = Hand(face, seconds),
        };
    }

    private bool Load(VideoFrame still)
    {
        _picture.Load(still.Y, still.Width, still.Height);
        return true;
    }

    // Towards the profile no eye is read: the near one is seen from the side.
    private (EyeReading? Right, EyeReading? Left) Eyes(FollowedFace face, HeadPose pose) =>
        Math.Abs(pose.Yaw) > EyeOpenness.HiddenYaw ? (null, null)
        : _models.Eyes(_picture, face.Mesh, face.Box.Height, pose, OneEyeYaw);

    // A face that is turned away says too little of who it is: it is asked as soon as it looks this way. One that comes back half
    // turned is not like itself either: it takes two looks that show the same other person.
    private bool IsNewPerson(FollowedFace face, HeadPose pose, double seconds)
    {
        _isUnknown |= face.IsFound;
        if (!_isUnknown || Math.Abs(pose.Yaw) > FrontalYaw || seconds - _askedSeconds < AskAgain - 1e-6)
        {
            return false;
        }

        _askedSeconds = seconds;
        var person = Times.Measure("identity", () => _models.Identity.Embed(_picture, FaceAlignment.Of(face.Mesh)));
        if (_person is null || FaceIdentity.Cosine(person, _person) >= SamePerson)
        {
            _person ??= person;
            (_isUnknown, _stranger) = (false, null);
            return false;
        }

        if (_stranger is null || FaceIdentity.Cosine(person, _stranger) < SamePerson)
        {
            _stranger = person;
            return false;
        }

        (_isUnknown, _stranger, _person) = (false, null, person);
        return true;
    }

    private HandPlace? Hand(FollowedFace face, double seconds)
    {
        var interval = _hand is HandPlace.Elsewhere ? HandsInterval : HandAtHeadInterval;
        if (_hands is not null && seconds - _handSeconds >= interval - 1e-6)
        {
            _hand = Times.Measure("hands", () => _hands.Find(_picture, face));
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
