// Method: MediaPipe's palm detector (F. Zhang et al., "MediaPipe Hands: on-device real-time hand tracking", 2020) answers for 2,944
// anchors, row by row: 32 x 32 cells with 2 each, 16 x 16 with 2, 8 x 8 with 6. An answer is a score before the sigmoid, the centre and
// size of a box, and seven points, in pixels of the input relative to the anchor's centre.
// Units: pixels of 256 x 256. Cost: one look at each score.
using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Features.Driver;

/// <summary>Reads the answers of the palm detector.</summary>
internal static class PalmAnchors
{
    /// <summary>Pixels of the detector's input along a side.</summary>
    public const int Side = 256;

    /// <summary>Anchors.</summary>
    public const int Count = (32 * 32 * 2) + (16 * 16 * 2) + (8 * 8 * 6);

    /// <summary>Numbers an anchor.</summary>
    public const int Values = 19;

    /// <summary>Of the points: the wrist.</summary>
    public const int Wrist = 0;

    /// <summary>Of the points: where the middle finger begins.</summary>
    public const int MiddleFinger = 2;

    private static readonly (int First, int Cells, int Each)[] Grids = [(0, 32, 2), (2048, 16, 2), (2560, 8, 6)];

    /// <summary>The palms that are at least so sure, the surest first, one answer each: boxes with the first six points.</summary>
    public static IReadOnlyList<FaceDetection> Decode(ReadOnlySpan<float> values, double minimumScore)
    {
        var threshold = Math.Log(minimumScore / (1 - minimumScore));
        List<FaceDetection> found = [];
        foreach (var (first, cells, each) in Grids)
        {
            for (var i = 0; i < cells * cells * each; i++)
            {
                var own = values.Slice((first + i) * Values, Values);

                // Also false for what is no number.
                if (!(own[0] >= threshold) || !(own[3] > 1) || !(own[4] > 1) || own[3] > 2 * Side || own[4] > 2 * Side)
                {
                    continue;
                }

                var (x, y) = FaceAnchors.Centre(i, cells, each);
                var points = new (double X, double Y)[6];
                for (var p = 0; p < points.Length; p++)
                {
                    points[p] = (x + own[5 + (2 * p)], y + own[6 + (2 * p)]);
                }

                var (centerX, centerY, width, height) = (x + own[1], y + own[2], own[3], own[4]);
                found.Add(new FaceDetection(
                    centerX - (width / 2), centerY - (height / 2), centerX + (width / 2), centerY + (height / 2),
                    1 / (1 + Math.Exp(-own[0])), points));
            }
        }

        return FaceSuppression.Merge(found);
    }
}
