// Method: MediaPipe Hands (see PalmAnchors): palms are looked for in a square around the head, since hands elsewhere say nothing here;
// each is turned so that its fingers point up, enlarged 2.6 times, and the second model lays 21 points over it and says how sure it is.
// A hand that was at the head in the look before is first looked for where it was: palms are found late and cost more, and one that holds
// a phone hides half of itself. A hand whose points lie on the face is at the face; one whose palm lies beside the head, near an ear, is
// at the ear.
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
    private const double PalmScore = 0.5;
    private const double HandScore = 0.5;
    private const int MostHands = 2;
    private const double Around = 3.2;
    private const double HandSize = 2.6;
    private const double FingersShift = 0.5;
    private const double HandAgain = 2;
    private const double AgainShift = 0.1;
    private const int PointsOnFace = 4;
    private const double NearEar = 0.8;
    private const double BesideFace = 0.42;

    // The model gives the points twice, in pixels and, first, in metres around the hand's middle: by their names, not by their length.
    private static readonly string[] Answers = ["Identity:0", "Identity_1:0"];

    // The knuckles and the wrist: the palm.
    private static readonly int[] Palm = [0, 5, 9, 13, 17];

    // The palm with the lower halves of the fingers, which says where a hand is whatever the tips do.
    private static readonly int[] Body = [0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18];

    private readonly byte[] _patch = new byte[PalmAnchors.Side * PalmAnchors.Side * 3];
    private readonly float[] _input = new float[PalmAnchors.Side * PalmAnchors.Side * 3];
    private readonly byte[] _handPatch = new byte[HandSide * HandSide * 3];
    private readonly float[] _handInput = new float[HandSide * HandSide * 3];
    private List<(double X, double Y)>? _last;

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
        if (_last is { } before && Points(picture, SquareOf(before)) is { } again
            && Place(again, face) is var there and not HandPlace.Elsewhere)
        {
            _last = again;
            return there;
        }

        var box = face.Box;
        var seen = Hands(picture, (box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2, Around * Math.Max(box.Width, box.Height));
        var (points, place) = seen.Select(hand => (Hand: hand, Place: Place(hand, face))).OrderByDescending(h => h.Place).FirstOrDefault();
        _last = place == HandPlace.Elsewhere ? null : points;
        return place;
    }

    /// <summary>The points of the hands whose palms lie in a square.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="x">Middle of the square.</param>
    /// <param name="y">Middle of the square.</param>
    /// <param name="side">Its side.</param>
    internal List<List<(double X, double Y)>> Hands(RgbPyramid picture, double x, double y, double side)
    {
        var square = Similarity.OfSquare(x, y, side, 0, PalmAnchors.Side);
        picture.Read(square, PalmAnchors.Side, _patch);
        RgbPatch.ToInterleaved(_patch, _input, 2f / 255, -1);
        using var input = ModelTensor.Over(_input, 1, PalmAnchors.Side, PalmAnchors.Side, 3);
        var found = palms.Run([input], outputs => PalmAnchors.Decode(outputs[0].Floats, PalmScore));
        return
        [
            .. found.Take(MostHands)
                .Select(palm => Points(picture, SquareOf(palm.Map(square.Size, square.Size, square.ShiftX, square.ShiftY))))
                .OfType<List<(double X, double Y)>>(),
        ];
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

    // Turned so that the fingers point up, with room for them.
    private static Similarity SquareOf(FaceDetection palm)
    {
        var angle = Up(palm.Points[PalmAnchors.Wrist], palm.Points[PalmAnchors.MiddleFinger]);
        var (sin, cos) = Math.SinCos(angle);
        var shift = FingersShift * palm.Height;
        return Similarity.OfSquare(
            ((palm.Left + palm.Right) / 2) + (shift * sin), ((palm.Top + palm.Bottom) / 2) - (shift * cos),
            HandSize * Math.Max(palm.Width, palm.Height), angle, HandSide);
    }

    private static Similarity SquareOf(List<(double X, double Y)> hand)
    {
        var angle = Up(hand[0], ((hand[5].X + hand[13].X + (2 * hand[9].X)) / 4, (hand[5].Y + hand[13].Y + (2 * hand[9].Y)) / 4));
        var (sin, cos) = Math.SinCos(angle);
        var turned = Body.Select(i => (U: (hand[i].X * cos) + (hand[i].Y * sin), V: (hand[i].Y * cos) - (hand[i].X * sin))).ToList();
        var (left, right, top, bottom) = (turned.Min(p => p.U), turned.Max(p => p.U), turned.Min(p => p.V), turned.Max(p => p.V));
        var (u, v) = ((left + right) / 2, ((top + bottom) / 2) - (AgainShift * (bottom - top)));
        return Similarity.OfSquare(
            (u * cos) - (v * sin), (u * sin) + (v * cos), HandAgain * Math.Max(right - left, bottom - top), angle, HandSide);
    }

    // The turn that takes the way from the wrist to the knuckles upwards, clockwise.
    private static double Up((double X, double Y) wrist, (double X, double Y) knuckles) =>
        Math.Atan2(knuckles.X - wrist.X, wrist.Y - knuckles.Y);

    private List<(double X, double Y)>? Points(RgbPyramid picture, Similarity square)
    {
        picture.Read(square, HandSide, _handPatch);
        RgbPatch.ToInterleaved(_handPatch, _handInput, 1f / 255, 0);
        using var input = ModelTensor.Over(_handInput, 1, HandSide, HandSide, 3);
        return hands.Run<List<(double X, double Y)>?>(
            [input],
            outputs =>
            {
                if (outputs[1].Floats[0] < HandScore)
                {
                    return null;
                }

                var values = outputs[0].Floats;
                var points = new List<(double X, double Y)>(PointCount);
                for (var i = 0; i < PointCount; i++)
                {
                    points.Add(square.Apply(values[3 * i], values[(3 * i) + 1]));
                }

                return points;
            },
            outputNames: Answers);
    }
}
