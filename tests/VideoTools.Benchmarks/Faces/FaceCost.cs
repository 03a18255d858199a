using System.Diagnostics;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Faces;

/// <summary>What a look at a picture costs, by part.</summary>
internal static class FaceCost
{
    private const int Rounds = 10;

    /// <summary>Prints milliseconds of processor time a picture of 1280 x 720.</summary>
    public static void Print(FaceOptions options)
    {
        var film = Enumerable.Range(0, Rounds).Select(i => RgbImage.Read(RealClips.BigBuckBunny!, 1280, 720, i * 2)).ToList();
        var session = ModelSessions.Shared.GetDefault(ModelKind.FaceDetection);
        foreach (var size in new[] { 0.15, 0.05, 0.03, 0.02 })
        {
            var tiles = FaceTiles.For(1280, 720, size);
            var detector = new FaceDetector(session, options.MinimumScore, size);
            var pyramid = new RgbPyramid();
            Load(film[0]);
            detector.Find(pyramid);
            var changing = Time(i => { Load(film[i]); detector.Find(pyramid); });
            Load(film[0]);
            detector.Find(pyramid);
            var still = Time(_ => { Load(film[0]); detector.Find(pyramid); });
            Console.WriteLine(FormattableString.Invariant(
                $"detection, smallest face {100 * size:0} %: {tiles.Tiles.Count} tiles of {tiles.Width}x{tiles.Height}, {changing:0.0} ms a changed picture, {still:0.0} ms an unchanged one"));

            void Load(RgbImage image) => pyramid.Load(image.Pixels, image.Width, image.Height);
        }

        var photograph = FacePictures.All[^1];
        var reader = new FaceReader(options with { MinimumSize = 0.2 });
        reader.Read(FaceBench.Frame(photograph.Image));
        var none = Time(_ => new FaceReader(options with { MinimumSize = 0.9 }).Read(FaceBench.Frame(photograph.Image)));
        var faces = new FaceReader(options with { MinimumSize = 0.08 }).Read(FaceBench.Frame(photograph.Image)).Count;
        var all = Time(_ => new FaceReader(options with { MinimumSize = 0.08 }).Read(FaceBench.Frame(photograph.Image)));
        Console.WriteLine(FormattableString.Invariant($"all of a face: {(all - none) / Math.Max(1, faces):0.0} ms (of {faces})"));
    }

    private static double Time(Action<int> action)
    {
        // Of the processor: the wall clock says more of the other work on the machine than of this.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Rounds; i++)
        {
            action(i);
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Rounds;
    }
}
