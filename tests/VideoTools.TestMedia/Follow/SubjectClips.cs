using System.Globalization;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Follow;

/// <summary>Draws <see cref="SubjectClipSpec"/>, and holds the set that the tests and the benchmark share.</summary>
public static class SubjectClips
{
    private const int Grain = 24;

    /// <summary>One subject over each scenery: standing, slow and fast.</summary>
    public static IReadOnlyList<SubjectClipSpec> Following { get; } =
    [
        .. from scenery in new[] { Scenery.Still, Scenery.Panning, Scenery.Shaking }
           from move in new[]
           {
               (Name: "standing", Move: new SubjectMove(0.7, 0.7, 0.55, 0)),
               (Name: "slow", Move: new SubjectMove(0.2, 0.8, 0.55, 8)),
               (Name: "fast", Move: new SubjectMove(0.15, 0.85, 0.5, 2.4)),
               (Name: "starting", Move: new SubjectMove(0.25, 0.75, 0.55, 3, Pause: 3)),
           }
           select new SubjectClipSpec($"follow-{scenery}-{move.Name}".ToLowerInvariant(), scenery, [move.Move], 9),
    ];

    /// <summary>Two subjects apart, the second one smaller in its movement.</summary>
    public static SubjectClipSpec TwoApart { get; } = new(
        "follow-two-apart", Scenery.Still,
        [new SubjectMove(0.14, 0.2, 0.5, 0.9), new SubjectMove(0.86, 0.82, 0.5, 1.1)], 8);

    /// <summary>The clip as a file, made when it is not in the cache.</summary>
    public static string Build(SubjectClipSpec spec) => MediaCache.GetOrCreate(spec.Name, spec.Name + ".mp4", spec.ToString(), target => Ffmpeg.Feed(
        [
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{spec.Width}x{spec.Height}",
            "-r", spec.Rate.ToString(CultureInfo.InvariantCulture), "-i", "-",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", "-threads", "1", target,
        ],
        input =>
        {
            for (var i = 0; i < spec.FrameCount; i++)
            {
                input.Write(Draw(spec, i).Data);
            }
        }));

    /// <summary>One frame.</summary>
    public static RawFrame Draw(SubjectClipSpec spec, int index)
    {
        var frame = new RawFrame(spec.Width, spec.Height);
        var seconds = (double)index / spec.Rate;
        var (shiftX, shiftY) = Camera(spec.Scenery, index, seconds);
        for (var plane = 0; plane < 3; plane++)
        {
            var data = frame.Plane(plane, out var width, out var height);
            var unit = plane == 0 ? 1 : 2;
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    data[(y * width) + x] = spec.Scenery == Scenery.Flat
                        ? (byte)128
                        : (byte)Background(plane, (x * unit) + shiftX, (y * unit) + shiftY);
                }
            }
        }

        if (seconds < spec.Hidden.From || seconds >= spec.Hidden.To)
        {
            for (var i = 0; i < spec.Moves.Count; i++)
            {
                DrawSubject(frame, spec, i, index);
            }
        }

        if (spec.FlashAt >= 0 && index == (int)(spec.FlashAt * spec.Rate))
        {
            frame.FillRectangle(spec.Width / 12, spec.Height / 3, spec.Width / 8, spec.Height / 3, 230);
        }

        if (spec.Light < 1)
        {
            frame.Gain(spec.Light);
        }

        DrawBars(frame, seconds >= spec.Seconds / 2 ? spec.LaterBars ?? spec.Bars : spec.Bars);
        return frame;
    }

    private static (double X, double Y) Camera(Scenery scenery, int index, double seconds)
    {
        if (scenery == Scenery.Panning)
        {
            return (60 * seconds, 0);
        }

        if (scenery != Scenery.Shaking)
        {
            return (0, 0);
        }

        // Two slow sways and a jitter, as of a hand.
        var random = new SplitMix(977 + ((ulong)index * 7919));
        return (
            (6 * Math.Sin(seconds * 5)) + (4 * (random.NextDouble() - 0.5)),
            (4 * Math.Sin((seconds * 7) + 1)) + (4 * (random.NextDouble() - 0.5)));
    }

    private static void DrawSubject(RawFrame frame, SubjectClipSpec spec, int subject, int index)
    {
        var (left, top, right, bottom) = spec.BoxAt(subject, index);
        for (var plane = 0; plane < 3; plane++)
        {
            var data = frame.Plane(plane, out var width, out var height);
            var unit = plane == 0 ? 1.0 : 2.0;
            var (cx, cy) = ((left + right) / 2 * width, (top + bottom) / 2 * height);
            var (rx, ry) = ((right - left) / 2 * width, (bottom - top) / 2 * height);
            for (var y = Math.Max(0, (int)(cy - ry)); y < Math.Min(height, cy + ry); y++)
            {
                for (var x = Math.Max(0, (int)(cx - rx)); x < Math.Min(width, cx + rx); x++)
                {
                    var (dx, dy) = ((x + 0.5 - cx) / rx, (y + 0.5 - cy) / ry);
                    if ((dx * dx) + (dy * dy) <= 1)
                    {
                        // The texture moves with the subject.
                        data[(y * width) + x] = (byte)Texture(plane, (x - cx) * unit, (y - cy) * unit, subject);
                    }
                }
            }
        }
    }

    private static double Background(int plane, double x, double y) => plane switch
    {
        0 => 105 + (55 * (Noise(1, x / Grain, y / Grain) - 0.5)) + (35 * (Noise(2, x / 7, y / 7) - 0.5)),
        1 => 122 + (10 * (Noise(3, x / 90, y / 90) - 0.5)),
        _ => 124 + (10 * (Noise(4, x / 90, y / 90) - 0.5)),
    };

    private static double Texture(int plane, double x, double y, int subject) => plane switch
    {
        0 => 150 + (90 * (Noise(20 + subject, x / 10, y / 10) - 0.5)),
        1 => 108,
        _ => 150,
    };

    // Value noise: random levels on a lattice, smoothly mixed between.
    private static double Noise(int seed, double x, double y)
    {
        var (left, top) = (Math.Floor(x), Math.Floor(y));
        var (fx, fy) = (Ease(x - left), Ease(y - top));
        var upper = Mix(Level(seed, left, top), Level(seed, left + 1, top), fx);
        var lower = Mix(Level(seed, left, top + 1), Level(seed, left + 1, top + 1), fx);
        return Mix(upper, lower, fy);
    }

    private static double Ease(double share) => share * share * (3 - (2 * share));

    private static double Mix(double a, double b, double share) => a + ((b - a) * share);

    private static double Level(int seed, double x, double y)
    {
        var hash = (uint)(((int)x * 374761393) + ((int)y * 668265263) + (seed * 1274126177));
        hash = (hash ^ (hash >> 13)) * 1274126177;
        return (hash ^ (hash >> 16)) / (double)uint.MaxValue;
    }

    private static void DrawBars(RawFrame frame, (int Left, int Top, int Right, int Bottom) bars)
    {
        frame.FillRectangle(0, 0, bars.Left, frame.Height, RawFrame.Black);
        frame.FillRectangle(frame.Width - bars.Right, 0, bars.Right, frame.Height, RawFrame.Black);
        frame.FillRectangle(0, 0, frame.Width, bars.Top, RawFrame.Black);
        frame.FillRectangle(0, frame.Height - bars.Bottom, frame.Width, bars.Bottom, RawFrame.Black);
    }
}
