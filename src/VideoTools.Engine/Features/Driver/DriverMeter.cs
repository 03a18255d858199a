// Method: every measure is a spell (how long has it held) or a sum over the last seconds; all of it needs a sample only once.
// PERCLOS is the part of the time in which the eyes are at least 80 % closed (P80): W. W. Wierwille et al., "Research on vehicle-based
// driver status/performance monitoring", DOT HS 808 247 (1994); D. Dinges and R. Grace, "PERCLOS: a valid psychophysiological measure of
// alertness", FHWA-MCRT-98-006 (1998). Time in which the eyes are not seen counts in neither part of the ratio.
// A look away adds up over 30 s as in Euro NCAP's driver monitoring protocol (visual attention time sharing).
// Units: seconds, degrees from the person's own straight look, openness of the person's own eyes.
// Memory: the samples of one window (600 at 10 a second and 60 s), whatever the length of the video.
namespace VideoTools.Engine.Features.Driver;

/// <summary>Measures a driver from sample to sample.</summary>
internal sealed class DriverMeter(DriverOptions options)
{
    /// <summary>
    /// Openness up to which an eye is at least 80 % closed. Not 0.2: lids that were drawn over 80 % of eyes read as this.
    /// </summary>
    public const double ClosedOpenness = 0.3;

    /// <summary>Openness from which on a closed eye is open again.</summary>
    public const double ReopenedOpenness = 0.45;

    /// <summary>A blink of so many seconds is a long one.</summary>
    public const double LongBlink = 0.5;

    /// <summary>Seconds over which looks away are added up.</summary>
    public const double AwayWindow = 30;

    /// <summary>Seconds over which nods are counted.</summary>
    public const double NodWindow = 30;

    /// <summary>Seconds over which yawns are counted.</summary>
    public const double YawnWindow = 180;

    /// <summary>A head lower than this hangs down, in degrees below the straight look.</summary>
    public const double DownAngle = 15;

    private const double RaisedAngle = 8;
    private const double ShortestNod = 0.25;
    private const double LongestNod = 2.5;

    // A yawn opens the mouth so far, and so much farther than it is most of the time.
    private const double YawnOpen = 0.45;
    private const double YawnWider = 0.25;
    private const double YawnShut = 0.7;
    private const double YawnSeconds = 1.5;
    private const double JustBefore = 0.8;
    private const double ClosedBefore = 0.3;
    private const double SeenForLook = 0.5;

    // Towards the profile the pose of the mesh falls behind the head: 45 degrees read as 25 to 35.
    private const double ProfileYaw = 35;
    private const double ProfileShare = 0.5;

    // A look that has begun is over when head and eyes come back to so much of the angle: readings waver by some degrees.
    private const double AwayHolds = 0.8;

    // Hands are looked for once or twice a second, and a look may miss one that is still there.
    private const double HandPatience = 1.6;
    private const double OutOfSight = 10;
    private const double LeastKnown = 10;
    private const double LongestStep = 0.5;

    private readonly DriverBaseline _baseline = new(options.CalibrationSeconds);
    private readonly Spell _closed = new();
    private readonly Spell _away = new();
    private readonly Spell _headAway = new();
    private readonly Spell _down = new();
    private readonly Spell _yawn = new();
    private readonly Spell _phone = new(HandPatience);
    private readonly RecentTimes _known = new(options.PerclosSeconds);
    private readonly RecentTimes _shut = new(options.PerclosSeconds);
    private readonly RecentTimes _blinks = new(options.PerclosSeconds);
    private readonly RecentTimes _longBlinks = new(options.PerclosSeconds);
    private readonly RecentTimes _awayTotal = new(AwayWindow);
    private readonly RecentTimes _nods = new(NodWindow);
    private readonly RecentTimes _yawns = new(YawnWindow);
    private readonly Means _means = new();

    private double? _lastSeconds;
    private double? _faceSeconds;
    private double? _eyesSeconds;
    private double? _yawnSeconds;
    private double? _straightSeconds;
    private bool _isDownAsleep;
    private bool _isLostAsleep;
    private bool _isLostTurned;

    /// <summary>Takes the next sample.</summary>
    public void Add(DriverSample sample)
    {
        var now = sample.Seconds;
        var step = Math.Min(LongestStep, _lastSeconds is { } before ? now - before : 1 / options.SampleRate);
        _lastSeconds = now;
        _means.Count++;
        _means.Blind += sample.IsBlind ? 1 : 0;
        if (sample.IsNewPerson)
        {
            _baseline.Forget();
        }

        _baseline.Learn(sample, step);
        var (yaw, pitch) = (sample.Pose?.Yaw - _baseline.Yaw, sample.Pose?.Pitch - _baseline.Pitch);
        var isLow = pitch is { } nod ? nod < (_down.IsOn ? -RaisedAngle : -DownAngle) : (bool?)null;

        // A lid that looks down hides the eye as a closed one does.
        var openness = isLow == true ? null : _baseline.Openness(sample);
        var isAway = IsAway(yaw, openness, sample, out var isHead);
        Look(now, step, isAway, isHead, isLow);
        AddEyes(now, step, openness);
        AddMouth(now, step, sample);
        AddHand(now, step, sample);
        if (sample.HasFace)
        {
            _means.Face++;
            _means.Yaw += yaw!.Value;
            _means.Pitch += pitch!.Value;
            _faceSeconds = now;
            var isStraight = Math.Abs(yaw.Value) < ProfileShare * options.AwayAngle;
            _straightSeconds = isStraight && isLow == false ? now : _straightSeconds ?? now;
            _isLostAsleep = _closed.Seconds >= LongBlink || (_down.IsOn && _isDownAsleep);
            _isLostTurned = !isStraight || _down.IsOn;
        }

        foreach (var times in new[] { _known, _shut, _blinks, _longBlinks, _awayTotal, _nods, _yawns })
        {
            times.Expire(now);
        }
    }

    /// <summary>What there is to say at the end of an interval; starts the next one.</summary>
    public DriverReading Take()
    {
        var (now, known, count) = (_lastSeconds ?? 0, _known.Sum, (double)Math.Max(1, _means.Count));
        var reading = new DriverReading
        {
            FaceShare = _means.Face / count,
            BlindShare = _means.Blind / count,
            LostSeconds = now - _faceSeconds,
            NotStraightSeconds = now - _straightSeconds,
            IsLostAsleep = _isLostAsleep,
            IsLostTurned = _isLostTurned,
            IsCalibrated = _baseline.IsReady || options.CalibrationSeconds <= 0,
            EyeOpenness = _means.Eyes > 0 ? _means.Openness / _means.Eyes : null,
            EyesUnseenSeconds = now - _eyesSeconds,
            Closure = _closed.TakePeak(),
            Perclos = known >= LeastKnown ? Math.Min(1, _shut.Sum / known) : null,
            PerclosKnown = known,
            BlinkRate = known >= LeastKnown ? (_blinks.Count + _longBlinks.Count) * 60 / known : null,
            LongBlinks = _longBlinks.Count,
            Yawns = _yawns.Count,
            YawnAge = now - _yawnSeconds,
            Nods = _nods.Count,
            Yaw = _means.Face > 0 ? _means.Yaw / _means.Face : null,
            Pitch = _means.Face > 0 ? _means.Pitch / _means.Face : null,
            Away = _away.TakePeak(),
            HeadAway = _headAway.TakePeak(),
            Down = _down.TakePeak(),
            IsDownAsleep = _isDownAsleep,
            AwayTotal = _awayTotal.Sum,
            HandShare = _means.Looked > 0 ? _means.Hand / (double)_means.Looked : null,
            PhoneShare = _means.Looked > 0 ? _means.Ear / (double)_means.Looked : null,
            Phone = _phone.TakePeak(),
        };
        _means.Clear();
        return reading;
    }

    // The eyes add to the turn of the head; a head that is turned is away whatever its eyes do. Null without a face, and where a straight
    // head does not show where its eyes look: a blink ends no look aside.
    private bool? IsAway(double? yaw, double? openness, DriverSample sample, out bool? isHead)
    {
        isHead = null;
        if (yaw is not { } turn)
        {
            // Turned so far that the camera sees no face any more.
            isHead = _isLostTurned && !sample.IsBlind && sample.Seconds - _faceSeconds <= OutOfSight ? true : null;
            return isHead;
        }

        var camera = sample.Pose!.Value.Yaw;
        var isProfile = Math.Abs(camera) >= ProfileYaw && Math.Sign(camera) == Math.Sign(turn);
        var limit = options.AwayAngle * (isProfile ? ProfileShare : 1);
        isHead = Math.Abs(turn) >= limit * (_headAway.IsOn ? AwayHolds : 1);
        return isHead.Value ? true
            : openness >= SeenForLook && _baseline.EyeTurn(sample) is { } eyes
                ? Math.Abs(turn + eyes) >= options.AwayAngle * (_away.IsOn ? AwayHolds : 1)
            : null;
    }

    private void Look(double now, double step, bool? isAway, bool? isHead, bool? isLow)
    {
        _headAway.Add(now, step, isHead);
        _away.Add(now, step, isAway);
        if (isAway == true || isLow == true)
        {
            _awayTotal.Add(now, step);
        }

        // Asleep is who had the eyes closed for longer than a blink takes when the head sank.
        if (isLow == true && !_down.IsOn)
        {
            _isDownAsleep = _closed.Seconds >= ClosedBefore
                || (_closed.LastSeconds > 0 && now - _closed.LastSeconds < JustBefore && _closed.LastLength >= LongBlink);
        }

        if (_down.Add(now, step, isLow) is >= ShortestNod and <= LongestNod && isLow == false)
        {
            _nods.Add(now);
        }
    }

    private void AddEyes(double now, double step, double? openness)
    {
        if (openness is { } open)
        {
            _eyesSeconds = now;
            _means.Eyes++;
            _means.Openness += open;
            _known.Add(now, step);
            if (open <= ClosedOpenness)
            {
                _shut.Add(now, step);
            }
        }

        var isClosed = openness is { } seen ? seen <= (_closed.IsOn ? ReopenedOpenness : ClosedOpenness) : (bool?)null;
        if (_closed.Add(now, step, isClosed) is { } closure)
        {
            (closure >= LongBlink - 1e-6 ? _longBlinks : _blinks).Add(now);
        }
    }

    private void AddMouth(double now, double step, DriverSample sample)
    {
        var before = _yawn.Seconds;
        var wide = Math.Min(0.9, Math.Max(YawnOpen, _baseline.MouthOpen + YawnWider));
        _yawn.Add(now, step, sample.HasFace ? sample.MouthOpen >= (_yawn.IsOn ? YawnShut * wide : wide) : null);
        if (_yawn.Seconds >= YawnSeconds)
        {
            _yawnSeconds = now;
            if (before < YawnSeconds)
            {
                _yawns.Add(now);
            }
        }
    }

    private void AddHand(double now, double step, DriverSample sample)
    {
        _phone.Add(now, step, sample.Hand == HandPlace.Ear ? true : null);
        if (sample.Hand is not null)
        {
            _means.Looked++;
            _means.Hand += sample.Hand == HandPlace.Face ? 1 : 0;
            _means.Ear += sample.Hand == HandPlace.Ear ? 1 : 0;
        }
    }

    // Sums of one interval.
    private sealed class Means
    {
        public int Count, Face, Blind, Eyes, Looked, Hand, Ear;
        public double Openness, Yaw, Pitch;

        public void Clear()
        {
            Count = Face = Blind = Eyes = Looked = Hand = Ear = 0;
            Openness = Yaw = Pitch = 0;
        }
    }
}
