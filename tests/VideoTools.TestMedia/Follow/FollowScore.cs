namespace VideoTools.TestMedia.Follow;

/// <summary>How well the windows of a clip hold its subjects, and how they move.</summary>
/// <param name="Held">Share of the frames in which the box of the subject that is held longest is inside.</param>
/// <param name="HeldAny">Share of the frames in which the whole box of any subject is inside.</param>
/// <param name="Speed">Greatest speed of the window, picture widths a second.</param>
/// <param name="Acceleration">Greatest acceleration of the window, picture widths a second squared.</param>
/// <param name="Travel">How far the window moves, in picture widths.</param>
public sealed record FollowScore(double Held, double HeldAny, double Speed, double Acceleration, double Travel)
{
    // Keys are thinned to a quarter of a pixel: over a shorter time that alone would look like an acceleration.
    private const double Span = 0.2;

    /// <summary>Scores the shots of a clip against its recipe.</summary>
    public static FollowScore Of(SubjectClipSpec spec, IReadOnlyList<CropShot> shots)
    {
        var held = new int[spec.Moves.Count];
        var any = 0;
        for (var i = 0; i < spec.FrameCount; i++)
        {
            var seconds = (double)i / spec.Rate;
            var shot = ShotAt(shots, seconds);
            var (x, y) = WindowAt(shot, seconds);
            var isAny = false;
            for (var subject = 0; subject < held.Length; subject++)
            {
                var (left, top, right, bottom) = spec.BoxAt(subject, i);
                var isInside = left * shot.VideoWidth >= x && right * shot.VideoWidth <= x + shot.Width
                    && top * shot.VideoHeight >= y && bottom * shot.VideoHeight <= y + shot.Height;
                held[subject] += isInside ? 1 : 0;
                isAny |= isInside;
            }

            any += isAny ? 1 : 0;
        }

        var (speed, acceleration, travel) = Motion(shots);
        return new FollowScore(
            held.Length == 0 ? 1 : held.Max() / (double)spec.FrameCount, any / (double)spec.FrameCount, speed, acceleration, travel);
    }

    /// <summary>The window's corner at a time, in displayed pixels.</summary>
    public static (double X, double Y) WindowAt(CropShot shot, double seconds)
    {
        var keys = shot.Path;
        if (keys.Count == 0)
        {
            return (shot.X, shot.Y);
        }

        for (var i = 1; i < keys.Count; i++)
        {
            if (seconds <= keys[i].Seconds)
            {
                var share = Math.Clamp((seconds - keys[i - 1].Seconds) / (keys[i].Seconds - keys[i - 1].Seconds), 0, 1);
                return (keys[i - 1].X + (share * (keys[i].X - keys[i - 1].X)), keys[i - 1].Y + (share * (keys[i].Y - keys[i - 1].Y)));
            }
        }

        return (keys[^1].X, keys[^1].Y);
    }

    private static CropShot ShotAt(IReadOnlyList<CropShot> shots, double seconds) =>
        shots.FirstOrDefault(shot => seconds < shot.EndSeconds - 1e-6) ?? shots[^1];

    private static (double Speed, double Acceleration, double Travel) Motion(IReadOnlyList<CropShot> shots)
    {
        var (speed, acceleration, travel) = (0.0, 0.0, 0.0);
        foreach (var shot in shots.Where(shot => shot.Path.Count > 0))
        {
            var places = new List<double>();
            for (var t = shot.StartSeconds; t <= shot.EndSeconds; t += Span / 4)
            {
                places.Add(WindowAt(shot, t).X / shot.VideoWidth);
            }

            travel = Math.Max(travel, places.Max() - places.Min());
            for (var i = 4; i < places.Count; i++)
            {
                speed = Math.Max(speed, Math.Abs(places[i] - places[i - 4]) / Span);
                if (i >= 8)
                {
                    acceleration = Math.Max(acceleration, Math.Abs(places[i] - (2 * places[i - 4]) + places[i - 8]) / (Span * Span));
                }
            }
        }

        return (speed, acceleration, travel);
    }
}
