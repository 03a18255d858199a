// Whether two videos show the same at a given distance in time.
// Method, with the shorter video laid beside the longer one:
//   1 the best distance near the given one: where the pictures together are most alike
//   2 similarity: the share of the shorter video, by what its moments count (CodedVideo), whose picture the longer one shows then, give or
//     take a moment. It must reach the threshold: what two videos share beside that, an intro, a title, black, is not enough.
//   3 no other distance does as well: a second earlier and later the pictures are less alike, by LeastPeak. Shots of the same scenery,
//     or two talks in the same studio, look alike at any distance.
//   4 the pictures change when the other's change: the correlation of the changes over time. Scenes that are cut together of the same
//     shots in another order do not. A moment more or less does not matter: where the camera pans, a picture that is cut at one side
//     looks like an earlier or later one.
//   Where nothing moves 3 cannot hold; two such videos are the same when they have the same length and their pictures hardly differ.
// Units: moments. Cost: the shorter video times the distances tried; most wrong ones end after PreviewMoments of them.
using VideoTools.Engine.Features.Signatures;

namespace VideoTools.Engine.Similar;

/// <summary>Compares two videos in time.</summary>
internal sealed class PairVerifier(SimilarOptions options)
{
    /// <summary>Likeness from which on two pictures are the same.</summary>
    internal const double MatchLikeness = 0.5;

    internal const double LeastCorrelation = 0.4;

    private const int LeastAgreement = (int)(MatchLikeness * PictureCode.StrongCount);
    // A steady pan changes by the same all the time: a fifth more or less, of four moments that are summed.
    private const double SteadyChange = 24;
    private const double LeastPeak = 0.1;
    private const int PeakReach = 4;
    private const double PeakOverlap = 0.4;
    private const int Reach = 3;
    private const int PreviewMoments = 40;
    private const double PreviewShare = 0.4;
    private const double WholeLength = 0.02;
    private const double WholeLikeness = 0.9;

    /// <summary>Compares.</summary>
    /// <param name="first">The video that may stand for the group.</param>
    /// <param name="second">The other one.</param>
    /// <param name="offset">Moment of the first at which the second starts.</param>
    /// <param name="isMirrored">True mirrors the second.</param>
    /// <returns>Null when they do not show the same.</returns>
    public PairMatch? Verify(CodedVideo first, CodedVideo second, int offset, bool isMirrored)
    {
        var isSecondShorter = second.Codes.Length <= first.Codes.Length;
        var (shorter, longer, shift) = isSecondShorter ? (second, first, offset) : (first, second, -offset);
        var step = Math.Max(1, shorter.Codes.Length / PreviewMoments);
        if (shorter.TotalWeight == 0 || Similarity(shorter, longer, shift, isMirrored, step) < PreviewShare * options.Threshold)
        {
            return null;
        }

        var (best, fraction) = BestShift(shorter, longer, shift, isMirrored);
        var overlap = Overlap(shorter, longer, best);
        var least = Math.Min(options.MinimumOverlapSeconds / SignatureAnalyzer.Interval, shorter.Codes.Length - 1);
        if (overlap < Math.Max(1, least))
        {
            return null;
        }

        var similarity = Similarity(shorter, longer, best, isMirrored, 1);
        if (similarity < options.Threshold || !IsSame(shorter, longer, best, isMirrored))
        {
            return null;
        }

        return new PairMatch(similarity, isSecondShorter ? best + fraction : -(best + fraction), overlap, isMirrored);
    }

    /// <summary>
    /// How well the changes of two videos go together over the moments that both run, -1 to 1; 1 where both change steadily.
    /// </summary>
    internal static double Correlation(CodedVideo shorter, CodedVideo longer, int shift)
    {
        var (from, to) = (Math.Max(1, 1 - shift), Math.Min(shorter.Changes.Length, longer.Changes.Length - shift) - 1);
        var (count, sumA, sumB, squaresA, squaresB, products) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            var (a, b) = (Smooth(shorter.Changes, i), Smooth(longer.Changes, i + shift));
            count++;
            sumA += a;
            sumB += b;
            squaresA += a * a;
            squaresB += b * b;
            products += a * b;
        }

        var (spreadA, spreadB) = (squaresA - (sumA * sumA / Math.Max(1, count)), squaresB - (sumB * sumB / Math.Max(1, count)));
        if (Math.Max(spreadA, spreadB) < count * SteadyChange * SteadyChange)
        {
            return 1;
        }

        return count < 3 || spreadA <= 0 || spreadB <= 0 ? 0 : (products - (sumA * sumB / count)) / Math.Sqrt(spreadA * spreadB);
    }

    /// <summary>Share of the shorter video that the longer one shows as well; 1 where no moment that is looked at says anything.</summary>
    internal static double Similarity(CodedVideo shorter, CodedVideo longer, int shift, bool isMirrored, int step)
    {
        var (matched, total) = (0.0, 0.0);
        for (var i = 0; i < shorter.Codes.Length; i += step)
        {
            var weight = shorter.Weights[i];
            total += weight;
            if (weight > 0 && Agreement(Code(shorter, i, isMirrored), longer, i + shift) >= LeastAgreement)
            {
                matched += weight;
            }
        }

        return total == 0 ? 1 : matched / total;
    }

    /// <summary>Mean likeness of the moments that both run and that show something; null where there are none.</summary>
    internal static double? Likeness(CodedVideo shorter, CodedVideo longer, int shift, bool isMirrored)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = Math.Max(0, -shift); i < Math.Min(shorter.Codes.Length, longer.Codes.Length - shift); i++)
        {
            sum += shorter.Weights[i] * PictureCode.Agreement(Code(shorter, i, isMirrored), longer.Codes[i + shift]);
            weight += shorter.Weights[i];
        }

        return weight > 0 ? sum / weight / PictureCode.StrongCount : null;
    }

    private static bool IsSame(CodedVideo shorter, CodedVideo longer, int shift, bool isMirrored)
    {
        if (Likeness(shorter, longer, shift, isMirrored) is not { } likeness)
        {
            return false;
        }

        if (IsPeak(likeness, shorter, longer, shift, isMirrored))
        {
            return new[] { shift, shift - 1, shift + 1 }.Any(near => Correlation(shorter, longer, near) >= LeastCorrelation);
        }

        var difference = Math.Abs(shorter.Signature.DurationSeconds - longer.Signature.DurationSeconds);
        return difference <= Math.Max(2 * SignatureAnalyzer.Interval, WholeLength * longer.Signature.DurationSeconds)
            && Math.Abs(shift) <= 2
            && likeness >= WholeLikeness;
    }

    // A distance at which too little is left to compare says nothing.
    private static bool IsPeak(double likeness, CodedVideo shorter, CodedVideo longer, int shift, bool isMirrored)
    {
        var least = PeakOverlap * Overlap(shorter, longer, shift);
        return new[] { shift - PeakReach, shift + PeakReach }.All(other =>
            Overlap(shorter, longer, other) < least
            || Likeness(shorter, longer, other, isMirrored) is not { } beside
            || beside <= likeness - LeastPeak);
    }

    private static int Overlap(CodedVideo shorter, CodedVideo longer, int shift) =>
        Math.Min(shorter.Codes.Length, longer.Codes.Length - shift) - Math.Max(0, -shift);

    // The distance at which the pictures are most alike, and the top of a parabola through it and its neighbours.
    private static (int Shift, double Fraction) BestShift(CodedVideo shorter, CodedVideo longer, int shift, bool isMirrored)
    {
        var scores = Enumerable.Range(-Reach - 1, (2 * Reach) + 3).Select(d => Score(shorter, longer, shift + d, isMirrored)).ToArray();
        var best = Enumerable.Range(1, scores.Length - 2).OrderByDescending(i => scores[i]).ThenBy(i => Math.Abs(i - Reach - 1)).First();
        var (before, at, after) = (scores[best - 1], scores[best], scores[best + 1]);
        var curve = before - (2 * at) + after;
        var fraction = curve < 0 ? Math.Clamp(0.5 * (before - after) / curve, -0.5, 0.5) : 0;
        return (shift + best - Reach - 1, fraction);
    }

    private static double Score(CodedVideo shorter, CodedVideo longer, int shift, bool isMirrored)
    {
        var score = 0.0;
        for (var i = Math.Max(0, -shift); i < Math.Min(shorter.Codes.Length, longer.Codes.Length - shift); i++)
        {
            score += shorter.Weights[i] * Math.Max(0, PictureCode.Agreement(Code(shorter, i, isMirrored), longer.Codes[i + shift]));
        }

        return score;
    }

    // The best of a moment and its neighbours.
    private static int Agreement(PictureCode code, CodedVideo other, int at)
    {
        var best = int.MinValue;
        for (var i = Math.Max(0, at - 1); i <= at + 1 && i < other.Codes.Length; i++)
        {
            best = Math.Max(best, PictureCode.Agreement(code, other.Codes[i]));
        }

        return best;
    }

    private static PictureCode Code(CodedVideo video, int at, bool isMirrored) =>
        isMirrored ? video.Codes[at].Mirror() : video.Codes[at];

    private static double Smooth(byte[] changes, int at) => changes[at - 1] + (2 * changes[at]) + changes[at + 1];
}
