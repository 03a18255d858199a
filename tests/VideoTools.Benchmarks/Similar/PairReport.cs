using System.Globalization;
using VideoTools.Engine.Similar;
using VideoTools.TestMedia.Similar;

namespace VideoTools.Benchmarks.Similar;

/// <summary>Says what the comparison sees in pairs that were missed or wrong.</summary>
internal static class PairReport
{
    public static void Write(
        IReadOnlyList<SimilarClip> clips, IReadOnlyList<VideoSignature> signatures, SimilarScore score, bool mirrored)
    {
        var coded = signatures.ToDictionary(s => Path.GetFileNameWithoutExtension(s.FullName), CodedVideo.Of);
        var wrong = score.Wrong.Select(pair => (Why: "wrong ", pair.A, pair.B))
            .Concat(score.Missed.Select(clip => (Why: "missed", A: clip.Original!, B: clip.Name)));
        foreach (var (why, a, b) in wrong)
        {
            Console.WriteLine($"{why} {a} {b}: {Describe(coded[a], coded[b], mirrored)}");
        }

        if (!mirrored)
        {
            foreach (var clip in clips.Where(clip => clip.Original is not null && !clip.Alterations.Contains(Alteration.Mirror)))
            {
                Console.WriteLine($"truth  {clip.Original} {clip.Name}: {Describe(coded[clip.Original!], coded[clip.Name], mirrored)}");
            }
        }
    }

    private static string Describe(CodedVideo a, CodedVideo b, bool mirrored)
    {
        var (shorter, longer) = a.Codes.Length < b.Codes.Length ? (a, b) : (b, a);
        var (similarity, shift, flip) = (
            from turned in mirrored ? new[] { false, true } : [false]
            from moved in Enumerable.Range(-shorter.Codes.Length, longer.Codes.Length + shorter.Codes.Length)
            let share = PairVerifier.Similarity(shorter, longer, moved, turned, 1)
            orderby share descending, Math.Abs(moved)
            select (share, moved, turned)).First();
        double? Likeness(int beside) => PairVerifier.Likeness(shorter, longer, shift + beside, flip);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"similarity {similarity:0.00} at {shift}{(flip ? " mirrored" : "")}, correlation {PairVerifier.Correlation(shorter, longer, shift):0.00}, "
            + $"likeness {Likeness(0):0.00}, beside {Likeness(-4):0.00} {Likeness(4):0.00}, "
            + $"telling {shorter.TotalWeight:0.0} of {shorter.Codes.Length}, most change {shorter.Changes.Max()} {longer.Changes.Max()}");
    }
}
