using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia.Faces;

namespace VideoTools.Benchmarks.Faces;

/// <summary>Shows pictures of the test media to the engine's reader of faces.</summary>
internal static class FaceBench
{
    /// <summary>A picture as the decoder would hand it over.</summary>
    public static VideoFrame Frame(RgbImage image) =>
        new(image.Pixels, null, FrameFormat.Rgb24, image.Width, image.Height, 0, 0, new Rational(1, 25));

    /// <summary>The faces of a picture by a fresh reader: nothing of the picture before counts.</summary>
    public static IReadOnlyList<FaceFinding> Find(RgbImage image, FaceOptions options) => new FaceReader(options).Read(Frame(image));

    /// <summary>How many faces were found, and what was found beside them.</summary>
    /// <param name="truth">The faces there are.</param>
    /// <param name="found">What was found.</param>
    public static (int Hits, int False) Score(IReadOnlyList<FaceTruth> truth, IReadOnlyList<FaceFinding> found)
    {
        var hits = truth.Count(face => found.Any(f => Shows(face, f)));
        return (hits, found.Count(f => !truth.Any(face => Shows(face, f))));
    }

    /// <summary>The finding of a face.</summary>
    public static FaceFinding? Of(FaceTruth face, IReadOnlyList<FaceFinding> found) => found.FirstOrDefault(f => Shows(face, f));

    private static bool Shows(FaceTruth face, FaceFinding finding)
    {
        var box = finding.Detection;
        return face.IsFoundBy(box.Left, box.Top, box.Width, box.Height);
    }
}
