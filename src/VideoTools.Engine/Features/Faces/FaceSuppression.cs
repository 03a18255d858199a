// Method: MediaPipe's weighted non-maximum suppression: the surest answer gathers those that overlap it by Overlap or more; box and points
// are their means weighted by score, the score is the surest one's. A small answer that lies almost wholly inside of a larger one
// is a part of the same face (an eye, a mouth) and goes. Ties by place in the list, which follows the anchors.
namespace VideoTools.Engine.Features.Faces;

/// <summary>Makes one face of several answers for the same.</summary>
internal static class FaceSuppression
{
    /// <summary>Intersection over union from which two answers are the same face.</summary>
    public const double Overlap = 0.3;

    /// <summary>Share of the smaller box inside of the larger one from which it is a part of it.</summary>
    public const double Inside = 0.75;

    /// <summary>One answer a face, the surest first.</summary>
    public static List<FaceDetection> Merge(IEnumerable<FaceDetection> answers)
    {
        List<FaceDetection> left = [.. answers.OrderByDescending(a => a.Score)];
        List<FaceDetection> faces = [];
        while (left.Count > 0)
        {
            var best = left[0];
            List<FaceDetection> same = [best, .. left.Skip(1).Where(a => a.Overlap(best) >= Overlap)];
            var face = Mean(same, best.Score);
            left.RemoveAll(a => same.Contains(a) || a.ShareInside(face) >= Inside);
            faces.Add(face);
        }

        return faces;
    }

    private static FaceDetection Mean(List<FaceDetection> same, double score)
    {
        if (same.Count == 1)
        {
            return same[0];
        }

        var total = same.Sum(a => a.Score);
        double Of(Func<FaceDetection, double> value) => same.Sum(a => value(a) * a.Score) / total;
        return new FaceDetection(
            Of(a => a.Left), Of(a => a.Top), Of(a => a.Right), Of(a => a.Bottom), score,
            [.. Enumerable.Range(0, 6).Select(i => (Of(a => a.Points[i].X), Of(a => a.Points[i].Y)))]);
    }
}
