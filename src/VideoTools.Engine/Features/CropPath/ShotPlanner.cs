// Decides how each scene is shown.
// Size: the largest window of the shape that fits into the picture inside of the bars of every scene, so that it is the same in all; with
// AllowZoom the largest of the scene, and closer where the subject is small. Still, when a still window holds the subject for StillShare
// of its time, or when following would gain less than LeastGain. What must stay whole and does not fit is shown whole (Pad, Blur).
// Units: displayed pixels; shares of time. Cost: a path for every scene that needs one, see PathSolver.
using VideoTools.Engine.Features.Crop;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Plans the shots of a video.</summary>
internal sealed class ShotPlanner(
    CropPathOptions options, string fullName, int videoWidth, int videoHeight, IReadOnlyList<KeepBox> keep)
{
    private const double StillShare = 0.97;
    private const double LeastGain = 0.05;

    // Less is no subject: a glint, or a region that comes and goes.
    private const double LeastPresence = 0.3;
    private const double LeastStrength = 0.03;

    // Zoom: the subject's box takes up to this share of the window, and the window is never smaller than this share of the largest.
    private const double FilledShare = 0.6;
    private const double SmallestZoom = 0.6;

    /// <summary>The shots in order: one a scene, or one for all.</summary>
    public IReadOnlyList<CropShot> Plan(IReadOnlyList<SceneView> scenes)
    {
        ArgumentNullException.ThrowIfNull(scenes);
        if (scenes.Count == 0)
        {
            return [];
        }

        var width = scenes.Min(scene => scene.Area.Width);
        var height = scenes.Min(scene => scene.Area.Height);
        var size = FrameOf(CropGeometry.ComputeFor(fullName, width, height, options.Aspect, options.Scale));
        return options.Mode == CropMode.Static
            ? [PlanAll(scenes, size)]
            : [.. scenes.Select(scene => PlanScene(scene, options.AllowZoom ? Zoomed(scene) : size))];
    }

    private ShotFrame FrameOf(CropGeometry geometry) => new(videoWidth, videoHeight, geometry.CropWidth, geometry.CropHeight);

    private ShotFrame Zoomed(SceneView scene)
    {
        var largest = FrameOf(Geometry(options.Scale));
        var boxes = SubjectTracker.Track(scene.Samples, (double)videoHeight / videoWidth).OfType<SubjectBox>().ToArray();
        if (boxes.Length < LeastPresence * scene.Samples.Count || boxes.Length == 0 || boxes.Average(box => box.Strength) < LeastStrength)
        {
            return largest;
        }

        var needed = Math.Max(
            Extent(boxes.Select(box => box.Right - box.Left)) * videoWidth / (FilledShare * largest.Width),
            Extent(boxes.Select(box => box.Bottom - box.Top)) * videoHeight / (FilledShare * largest.Height));
        return needed >= 1 ? largest : FrameOf(Geometry(options.Scale * Math.Max(SmallestZoom, Math.Ceiling(needed * 20) / 20)));

        // A box that is too large in a few samples does not hold the window back.
        static double Extent(IEnumerable<double> sizes) => Quantile.Of([.. sizes.Order()], 0.9);

        CropGeometry Geometry(double scale) =>
            CropGeometry.ComputeFor(fullName, scene.Area.Width, scene.Area.Height, options.Aspect, scale);
    }

    private CropShot PlanAll(IReadOnlyList<SceneView> scenes, ShotFrame size)
    {
        var bars = scenes.Aggregate(default(PictureBars), (all, scene) => PictureBars.Wider(all, scene.Bars));
        var area = PictureArea.Inside(options.IncludeBars ? default : bars, videoWidth, videoHeight);
        var whole = scenes[0] with
        {
            Index = 0,
            End = scenes[^1].End,
            EndSeconds = scenes[^1].EndSeconds,
            Samples = [.. scenes.SelectMany(scene => scene.Samples)],
            Bars = bars,
            Area = area,
            Map = [.. Enumerable.Range(0, scenes[0].Map.Count).Select(cell => scenes.Sum(scene => scene.Map[cell]))],
            Status = scenes[^1].Status,
        };

        // A subject is one scene's: the tubes are made scene by scene, and the window chosen over all of them.
        var tubes = scenes.Select(scene => ShotTubes.Create(scene with { Area = area }, KeepIn(scene), size)).ToArray();
        var all = new ShotTubes(
            Join(tubes, tube => tube.X), Join(tubes, tube => tube.Y), Mean(tube => tube.Presence), Mean(tube => tube.Strength),
            tubes.Max(tube => tube.Movement));
        return new SceneShots(options, fullName, whole, size, KeepIn(whole)).Still(all, HasSubject(all), CropMode.Static);

        double Mean(Func<ShotTubes, double> value) =>
            scenes.Zip(tubes, (scene, tube) => scene.Seconds * value(tube)).Sum() / Math.Max(1e-9, scenes.Sum(scene => scene.Seconds));
    }

    private CropShot PlanScene(SceneView scene, ShotFrame size)
    {
        var kept = KeepIn(scene);
        var shots = new SceneShots(options, fullName, scene, size, kept);
        var tubes = ShotTubes.Create(scene, kept, size);
        var hasSubject = HasSubject(tubes);
        if (options.Mode == CropMode.PerScene)
        {
            return shots.Still(tubes, hasSubject, CropMode.PerScene);
        }

        if (shots.IsTooWide(atOnce: true))
        {
            return shots.Whole(tubes) ?? shots.Follow(tubes, Path(tubes));
        }

        var still = Math.Min(tubes.X.BestStill().Coverage, tubes.Y.BestStill().Coverage);
        if (!hasSubject && kept.Count == 0)
        {
            return shots.Still(tubes, hasSubject, options.Mode == CropMode.Follow ? CropMode.Follow : CropMode.PerScene);
        }

        if (options.Mode == CropMode.Auto && still >= StillShare)
        {
            return shots.Still(tubes, hasSubject, CropMode.PerScene);
        }

        var path = Path(tubes);
        var followed = Math.Min(tubes.X.Coverage(path.X), tubes.Y.Coverage(path.Y));
        return options.Mode == CropMode.Auto && followed < still + LeastGain
            ? shots.Still(tubes, hasSubject, CropMode.PerScene)
            : shots.Follow(tubes, path);
    }

    private static bool HasSubject(ShotTubes tubes) => tubes.Presence >= LeastPresence && tubes.Strength >= LeastStrength;

    private static (double[] X, double[] Y) Path(ShotTubes tubes) => (PathSolver.Solve(tubes.X), PathSolver.Solve(tubes.Y));

    private List<KeepBox> KeepIn(SceneView scene) =>
        [.. keep.Where(box => box.StartSeconds < scene.EndSeconds && box.EndSeconds > scene.StartSeconds)];

    private static PathTube Join(ShotTubes[] tubes, Func<ShotTubes, PathTube> axis)
    {
        var parts = Array.ConvertAll(tubes, tube => axis(tube));
        return parts[0] with
        {
            Low = [.. parts.SelectMany(part => part.Low)],
            High = [.. parts.SelectMany(part => part.High)],

            // Steps differ a little from scene to scene.
            Weight = [.. parts.SelectMany(part => part.Weight.Select(weight => weight * part.Step / parts[0].Step))],
        };
    }
}
