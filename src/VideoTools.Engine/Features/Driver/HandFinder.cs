// Method: MediaPipe Hands (see PalmAnchors): palms are looked for in a square around the head, since hands elsewhere say nothing here;
// each is turned so that its fingers point up, enlarged 2.6 times, and the second model lays 21 points over it and says how sure it is.
// A hand whose points lie on the face is at the face; one whose palm lies beside the head, near an ear, is at the ear.
// Units: pixels. Cost: one run of the palm detector, one of the second model a palm: docs/accuracy-observation.md.
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Driver;

/// <summary>Says whether a hand is at a head. Not thread-safe: one instance per file.</summary>
/// <param name="palms">The palm detector.</param>
/// <param name="hands">The model of the 21 points.</param>
internal sealed class HandFinder(ModelSession palms, ModelSession hands)
{
    /// <summary>Name of the palm detector.</summary>
    public const string PalmModel = "hand-detect";

    /// <summary>Name of the model of the 21 points.</summary>
    public const string HandModel = "hand-landmark";

    private const int HandSide = 224;
    private const int PointCount = 21;
    private const double PalmScore = 0.6;
    private const double HandScore = 0.6;
    private const int MostHands = 2;
    private const double Around = 3.2;
    private const double HandSize = 2.6;
    private const double FingersShift = 0.5;
    private const int PointsOnFace = 4;
    private const double NearEar = 0.8;
    private const double BesideFace = 0.42;

    // The knuckles and the wrist: the palm.
    private static readonly int[] Palm = [0, 5, 9, 13, 17];

    private readonly byte[] _patch = new byte[PalmAnchors.Side * PalmAnchors.Side * 3];
    private readonly float[] _input = new float[PalmAnchors.Side * PalmAnchors.Side * 3];
    private readonly byte[] _handPatch = new byte[HandSide * HandSide * 3];
    private readonly float[] _handInput = new float[HandSide * HandSide * 3];

    /// <summary>Its models.</summary>
    public static IReadOnlyList<ModelNeed> Models { get; } =
        [new(ModelKind.HandDetection, PalmModel), new(ModelKind.HandLandmark, HandModel)];

    /// <summary>True when its models are there: they do not come with every build.</summary>
    public static bool IsInstalled
    {
        get
        {
            var catalogue = ModelSessions.Shared.Catalogue;
            return catalogue.IsPresent(catalogue.Get(PalmModel)) && catalogue.IsPresent(catalogue.Get(HandModel));
        }
    }

    /// <summary>Where a hand is; at the ear before at the face.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="face">The face.</param>
    public HandPlace Find(RgbPyramid picture, FollowedFace face)
    {
        var box = face.Box;
        var square = Similarity.OfSquare(
            (box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2, Around * Math.Max(box.Width, box.Height), 0, PalmAnchors.Side);
        picture.Read(square, PalmAnchors.Side, _patch);
        RgbPatch.ToInterleaved(_patch, _input, 2f / 255, -1);
        using var input = ModelTensor.Over(_input, 1, PalmAnchors.Side, PalmAnchors.Side, 3);
        var found = palms.Run([input], outputs => PalmAnchors.Decode(Of(outputs, PalmAnchors.Count * PalmAnchors.Values), PalmScore));
        var place = HandPlace.Elsewhere;
        foreach (var palm in found.Take(MostHands))
        {
            if (Points(picture, palm.Map(square.Size, square.Size, square.ShiftX, square.ShiftY)) is { } points
                && Place(points, face) is var where && where > place)
            {
                place = where;
            }
        }

        return place;
    }

    /// <summary>Where a hand is in proportion to a face.</summary>
    /// <param name="points">The 21 points of the hand.</param>
    /// <param name="face">The face.</param>
    internal static HandPlace Place(IReadOnlyList<(double X, double Y)> points, FollowedFace face)
    {
        var (box, angle) = (face.Box, face.Box.Angle);
        var (sin, cos) = Math.SinCos(angle);
        var (centerX, centerY) = ((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);

        // In the face's own frame, in halves of its width and height.
        (double U, double V) Local((double X, double Y) p)
        {
            var (dx, dy) = (p.X - centerX, p.Y - centerY);
            return (((dx * cos) + (dy * sin)) / (box.Width / 2), ((dy * cos) - (dx * sin)) / (box.Height / 2));
        }

        var palm = Local((Palm.Average(i => points[i].X), Palm.Average(i => points[i].Y)));
        foreach (var ear in new[] { FaceMeshPoints.RightEar, FaceMeshPoints.LeftEar })
        {
            var (x, y) = (face.Mesh[ear].X, face.Mesh[ear].Y);
            var nearest = points.Min(p => Math.Sqrt(((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y))));
            var side = Local((x, y)).U;
            if (nearest < NearEar * box.Width / 2 && palm.U * Math.Sign(side) > 2 * BesideFace && Math.Abs(palm.V) < 1.2)
            {
                return HandPlace.Ear;
            }
        }

        return points.Select(Local).Count(p => (p.U * p.U) + (p.V * p.V) <= 1) >= PointsOnFace ? HandPlace.Face : HandPlace.Elsewhere;
    }

    private List<(double X, double Y)>? Points(RgbPyramid picture, FaceDetection palm)
    {
        var (wrist, finger) = (palm.Points[PalmAnchors.Wrist], palm.Points[PalmAnchors.MiddleFinger]);
        var angle = Math.Atan2(finger.X - wrist.X, wrist.Y - finger.Y);
        var (sin, cos) = Math.SinCos(angle);
        var shift = FingersShift * palm.Height;
        var square = Similarity.OfSquare(
            ((palm.Left + palm.Right) / 2) + (shift * sin), ((palm.Top + palm.Bottom) / 2) - (shift * cos),
            HandSize * Math.Max(palm.Width, palm.Height), angle, HandSide);
        picture.Read(square, HandSide, _handPatch);
        RgbPatch.ToInterleaved(_handPatch, _handInput, 1f / 255, 0);
        using var input = ModelTensor.Over(_handInput, 1, HandSide, HandSide, 3);

        // Points and certainty stand first; which hand it is, and the points in metres, follow.
        return hands.Run<List<(double X, double Y)>?>([input], outputs =>
        {
            if (Of(outputs, 1)[0] < HandScore)
            {
                return null;
            }

            var values = Of(outputs, 3 * PointCount);
            var points = new List<(double X, double Y)>(PointCount);
            for (var i = 0; i < PointCount; i++)
            {
                points.Add(square.Apply(values[3 * i], values[(3 * i) + 1]));
            }

            return points;
        });
    }

    private static ReadOnlySpan<float> Of(ModelOutputs outputs, int length)
    {
        foreach (var output in outputs)
        {
            if (output.Floats.Length == length)
            {
                return output.Floats;
            }
        }

        throw new InvalidDataException($"The model of hands gives no output of {length} numbers.");
    }
}
