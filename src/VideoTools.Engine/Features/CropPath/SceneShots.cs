using System.Globalization;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Makes the records of one scene, in each of the ways it may be shown.</summary>
internal sealed class SceneShots(
    CropPathOptions options, string fullName, SceneView scene, ShotFrame size, IReadOnlyList<KeepBox> keep)
{
    /// <summary>A window that stands still.</summary>
    public CropShot Still(ShotTubes tubes, bool hasSubject, CropMode mode)
    {
        if (mode != CropMode.Follow && IsTooWide(atOnce: false) && Whole(tubes) is { } whole)
        {
            return whole with { Mode = mode };
        }

        if (!hasSubject && keep.Count == 0)
        {
            var (left, top, share) = StillWindow.Find(scene, size);
            return Shot(mode, left, top, string.Create(
                CultureInfo.InvariantCulture,
                $"no clear subject; this window holds {100 * share:0} % of what draws the eye"));
        }

        var (x, y) = (tubes.X.BestStill(), tubes.Y.BestStill());
        var coverage = Math.Min(x.Coverage, y.Coverage);
        return Shot(mode, Pixels(x.Place), Pixels(y.Place), string.Create(
            CultureInfo.InvariantCulture,
            $"{Subject(hasSubject)} {100 * tubes.Movement:0} % of the width; "
            + $"a still window holds it {100 * coverage:0} % of the time{Kept()}"));
    }

    /// <summary>A window that moves along a path.</summary>
    public CropShot Follow(ShotTubes tubes, (double[] X, double[] Y) path)
    {
        var unit = size.VideoWidth;
        var keys = PathKeys.Create(
            Array.ConvertAll(path.X, x => x * unit), Array.ConvertAll(path.Y, y => y * unit), scene.StartSeconds, scene.EndSeconds);
        var first = keys.Count > 0 ? keys[0] : new CropKey(scene.StartSeconds, path.X.Average() * unit, path.Y.Average() * unit);
        var coverage = Math.Min(tubes.X.Coverage(path.X), tubes.Y.Coverage(path.Y));
        return Shot(CropMode.Follow, first.X, first.Y, string.Create(
            CultureInfo.InvariantCulture,
            $"subject moves {100 * tubes.Movement:0} % of the width; "
            + $"the window holds it {100 * coverage:0} % of the time{Kept()}")) with
        {
            Path = new ValueList<CropKey>(keys),
        };
    }

    /// <summary>All that must stay whole, with bars or blur around it; null where the options say to crop.</summary>
    public CropShot? Whole(ShotTubes tubes)
    {
        var fit = options.WhenTooWide ?? (options.Mode == CropMode.Auto ? CropFit.Blur : CropFit.Crop);
        if (fit == CropFit.Crop)
        {
            return null;
        }

        var area = scene.Area;
        var (x, y) = (Pixels(tubes.X.BestStill().Place), Pixels(tubes.Y.BestStill().Place));
        var (left, width) = Hold(keep.Min(k => k.Left), keep.Max(k => k.Right), size.Width, area.Left, area.Right, x);
        var (top, height) = Hold(keep.Min(k => k.Top), keep.Max(k => k.Bottom), size.Height, area.Top, area.Bottom, y);
        var (needed, share) = (Wanted() / size.VideoWidth, (double)size.Width / size.VideoWidth);
        return Shot(CropMode.PerScene, left, top, string.Create(
            CultureInfo.InvariantCulture, $"{keep[0].What} takes {100 * needed:0} % of the width, the crop has {100 * share:0} %")) with
        {
            Width = width,
            Height = height,
            Fit = fit,
        };
    }

    /// <summary>True when what must stay whole does not fit into the window.</summary>
    /// <param name="atOnce">True for what is shown at the same time; false for all of the scene.</param>
    public bool IsTooWide(bool atOnce) => keep.Count > 0 && (atOnce
        ? keep.Any(k => IsTooWide([.. keep.Where(other => other.StartSeconds <= k.StartSeconds && other.EndSeconds > k.StartSeconds)]))
        : IsTooWide(keep));

    private bool IsTooWide(IReadOnlyList<KeepBox> boxes)
    {
        var area = scene.Area;
        var width = Math.Min(area.Right, boxes.Max(k => k.Right)) - Math.Max(area.Left, boxes.Min(k => k.Left));
        var height = Math.Min(area.Bottom, boxes.Max(k => k.Bottom)) - Math.Max(area.Top, boxes.Min(k => k.Top));
        return width > size.Width || height > size.Height;
    }

    private double Wanted() => keep.Max(k => k.Right) - keep.Min(k => k.Left);

    // A stretch that holds [from, to] and is at least as long as the window, as near as can be to where the window would be.
    private static (int Start, int Length) Hold(double from, double to, int window, int areaStart, int areaEnd, double wish)
    {
        var first = (int)Math.Max(areaStart, Math.Floor(from));
        var last = (int)Math.Min(areaEnd, Math.Ceiling(to));
        var length = Math.Min(areaEnd - areaStart, Math.Max(window, last - first));
        length = Math.Min(length + (length % 2), (areaEnd - areaStart) / 2 * 2);
        var latest = Math.Max(areaStart, Math.Min(first, areaEnd - length));
        var start = Math.Clamp((int)Math.Round(wish), Math.Min(latest, Math.Max(areaStart, last - length)), latest);
        start -= start % 2;
        return (Math.Max(areaStart, start), length);
    }

    private static string Subject(bool hasSubject) => hasSubject ? "subject moves" : "no clear subject; what stands out moves";

    private string Kept() => keep.Count == 0 ? "" : $", together with the {keep[0].What}";

    private double Pixels(double place) => place * size.VideoWidth;

    private CropShot Shot(CropMode mode, double x, double y, string reason) => new()
    {
        FullName = fullName,
        SceneIndex = scene.Index,
        Start = scene.Start,
        End = scene.End,
        StartSeconds = scene.StartSeconds,
        EndSeconds = scene.EndSeconds,
        Mode = mode,
        X = Even(x, scene.Area.Left, scene.Area.Right - size.Width),
        Y = Even(y, scene.Area.Top, scene.Area.Bottom - size.Height),
        Width = size.Width,
        Height = size.Height,
        Aspect = options.Aspect.ToString(),
        Reason = reason,
        VideoWidth = size.VideoWidth,
        VideoHeight = size.VideoHeight,
        Bars = scene.Bars.ToString(),
        Status = scene.Status,
    };

    // 4:2:0 video can be cut at even places only.
    private static int Even(double place, int minimum, int maximum) =>
        Math.Clamp((int)Math.Round(place / 2) * 2, minimum, Math.Max(minimum, maximum - (maximum % 2)));
}
