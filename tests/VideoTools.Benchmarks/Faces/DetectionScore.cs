using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Faces;

/// <summary>How many faces are found at which size and turn, and what is taken for a face where there is none.</summary>
internal static class DetectionScore
{
    private const int Width = 1280;
    private const int Height = 720;

    /// <summary>Shares of the picture's height that faces have.</summary>
    public static readonly IReadOnlyList<double> Sizes = [0.03, 0.04, 0.05, 0.08, 0.12, 0.2, 0.4, 0.6];

    /// <summary>Turns in degrees.</summary>
    public static readonly IReadOnlyList<double> Angles = [-30, -15, 0, 15, 30];

    /// <summary>The photographs as they are.</summary>
    public static void Photographs(FaceOptions options, bool explain)
    {
        int truth = 0, hits = 0, wrong = 0;
        foreach (var picture in FacePictures.All)
        {
            var found = FaceBench.Find(picture.Image, options);
            var (hit, extra) = FaceBench.Score(picture.Faces, found);
            (truth, hits, wrong) = (truth + picture.Faces.Count, hits + hit, wrong + extra);
            if (explain)
            {
                Console.WriteLine(FormattableString.Invariant($"{picture.Name}: {hit} of {picture.Faces.Count}, {extra} false"));
                foreach (var f in found)
                {
                    Console.WriteLine(FormattableString.Invariant(
                        $"  {f.Detection.Left:0},{f.Detection.Top:0} {f.Detection.Width:0}x{f.Detection.Height:0} score {f.Detection.Score:0.000} mesh {f.MeshScore:0.000} yaw {f.Pose?.Yaw:0} pitch {f.Pose?.Pitch:0} roll {f.Pose?.Roll:0} eyes {f.LeftEyeOpen:0.00} {f.RightEyeOpen:0.00} mouth {f.MouthOpen:0.00} {f.Expression} {f.ExpressionScore:0.00} sharp {f.Detail.Sharpness:0}"));
                }
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"photographs: {hits} of {truth} faces found ({100.0 * hits / truth:0.0} %), {wrong} false"));
    }

    /// <summary>Portraits in other pictures: the table of sizes and turns.</summary>
    public static void Composites(FaceOptions options)
    {
        Console.WriteLine("| height of the face | " + string.Join(" | ", Angles.Select(a => FormattableString.Invariant($"{a:0}°"))) + " | false |");
        Console.WriteLine("|---|" + string.Concat(Angles.Select(_ => "---|")) + "---|");
        int all = 0, allHits = 0, allFalse = 0;
        var portraits = FacePictures.Portraits.ToList();
        var grounds = Grounds();
        foreach (var size in Sizes)
        {
            var cells = new List<string>();
            var wrong = 0;
            foreach (var angle in Angles)
            {
                var hits = 0;
                for (var i = 0; i < portraits.Count; i++)
                {
                    var (picture, face) = portraits[i];
                    var canvas = grounds[i % grounds.Count].Clone();
                    var (x, y) = Place(i, size);
                    var truth = FaceComposer.Draw(canvas, picture.Image, face, x, y, size * Height, angle);
                    var (hit, extra) = FaceBench.Score([truth], FaceBench.Find(canvas, options));
                    hits += hit;
                    wrong += extra;
                }

                cells.Add(FormattableString.Invariant($"{100.0 * hits / portraits.Count:0}"));
                (all, allHits) = (all + portraits.Count, allHits + hits);
            }

            allFalse += wrong;
            Console.WriteLine(FormattableString.Invariant($"| {100 * size:0} % | {string.Join(" | ", cells)} | {wrong} |"));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"composites: {allHits} of {all} faces found ({100.0 * allHits / all:0.0} %), {allFalse} false in {all} pictures"));
    }

    /// <summary>Pictures without faces.</summary>
    public static void Empty(FaceOptions options)
    {
        var total = 0;
        foreach (var (name, frames) in EmptySets())
        {
            var reader = new Engine.Features.Faces.FaceReader(options);
            var wrong = frames.Sum(frame => reader.Read(FaceBench.Frame(frame)).Count);
            total += wrong;
            Console.WriteLine(FormattableString.Invariant($"without faces, {name}: {wrong} false in {frames.Count} pictures"));
        }

        Console.WriteLine(FormattableString.Invariant($"without faces: {total} false in all"));
    }

    private static List<RgbImage> Grounds() =>
    [
        RgbImage.Read(RealClips.BigBuckBunny!, Width, Height, 2),
        RgbImage.Read(RealClips.BigBuckBunny!, Width, Height, 14),
        RgbImage.Generate("mandelbrot=s=1280x720", Width, Height, 20),
        RgbImage.Generate("testsrc2=s=1280x720", Width, Height, 10),
        RgbImage.Generate("gradients=s=1280x720:seed=7", Width, Height, 3),
    ];

    // Another place for each portrait, so that tiles are met at all phases.
    private static (double X, double Y) Place(int index, double size)
    {
        var room = Math.Max(0, 1 - (size * 1.3));
        var (across, down) = ((index * 0.381966) % 1, (index * 0.618034) % 1);
        return (Width * (0.5 + ((across - 0.5) * Math.Max(0, 1 - (size * 0.8)))), Height * (0.5 + ((down - 0.5) * room)));
    }

    private static IEnumerable<(string Name, IReadOnlyList<RgbImage> Frames)> EmptySets()
    {
        yield return ("testsrc2", Frames("testsrc2=s=1280x720", 10, 25));
        yield return ("mandelbrot", Frames("mandelbrot=s=1280x720", 10, 25));
        yield return ("noise", Frames("color=gray:s=1280x720,noise=alls=80:allf=t", 5, 1));
        yield return ("coarse noise", Frames("color=gray:s=80x45,noise=alls=100:allf=t,scale=1280:720:flags=bicubic", 5, 1));
        yield return ("cellauto", Frames("cellauto=s=1280x720:rule=110", 5, 40));
        yield return ("gradients", Frames("gradients=s=1280x720:seed=3", 5, 20));
        yield return ("Big Buck Bunny", [.. Enumerable.Range(0, 60).Select(i => RgbImage.Read(RealClips.BigBuckBunny!, Width, Height, i / 2.0))]);
    }

    private static List<RgbImage> Frames(string source, int count, int step) =>
        [.. Enumerable.Range(0, count).Select(i => RgbImage.Generate(source, Width, Height, i * step))];
}
