// Groups of videos that show the same as one of them.
// Method: star clustering: in the order of the videos, each joins the reference it is most like, or is a reference itself. Every member
// was compared with its reference, so that a chain of videos that each share a part with the next never becomes a group. Where the
// candidates of a video name only other members of a group (many copies), it is compared with their reference as well.
// Cost: a comparison for every candidate, and a few more.
namespace VideoTools.Engine.Similar;

/// <summary>Groups videos.</summary>
/// <param name="videos">The videos, those that may stand for a group first.</param>
/// <param name="verifier">Compares two.</param>
internal sealed class SimilarGroups(IReadOnlyList<CodedVideo> videos, PairVerifier verifier)
{
    /// <summary>The reference of every video, by number, and how they match; null for a reference.</summary>
    public (int Reference, PairMatch Match)?[] Find(IReadOnlyList<Candidate>[] candidates, CancellationToken cancellationToken)
    {
        var matches = new List<(int Video, PairMatch Match)>[videos.Count];
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, videos.Count, parallel, i => matches[i] = Verify(i, candidates[i]));
        var found = new (int Reference, PairMatch Match)?[videos.Count];
        for (var i = 0; i < videos.Count; i++)
        {
            found[i] = Choose(i, matches[i], found);
        }

        return found;
    }

    private List<(int Video, PairMatch Match)> Verify(int video, IReadOnlyList<Candidate> candidates)
    {
        List<(int, PairMatch)> matches = [];
        foreach (var candidate in candidates)
        {
            if (verifier.Verify(videos[candidate.Video], videos[video], candidate.Offset, candidate.IsMirrored) is { } match)
            {
                matches.Add((candidate.Video, match));
            }
        }

        return matches;
    }

    private (int Reference, PairMatch Match)? Choose(
        int video, List<(int Video, PairMatch Match)> matches, (int Reference, PairMatch Match)?[] found)
    {
        Dictionary<int, PairMatch> best = [];
        foreach (var (other, match) in matches)
        {
            if (found[other] is null)
            {
                Offer(best, other, match);
            }
        }

        foreach (var (other, match) in matches)
        {
            if (found[other] is { } member && !best.ContainsKey(member.Reference))
            {
                var offset = (int)Math.Round(member.Match.Offset + match.Offset);
                var isMirrored = member.Match.IsMirrored ^ match.IsMirrored;
                if (verifier.Verify(videos[member.Reference], videos[video], offset, isMirrored) is { } through)
                {
                    Offer(best, member.Reference, through);
                }
            }
        }

        return best.Count == 0
            ? null
            : best.OrderByDescending(pair => pair.Value.Similarity)
                .ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)).First();
    }

    private static void Offer(Dictionary<int, PairMatch> best, int reference, PairMatch match)
    {
        if (!best.TryGetValue(reference, out var known) || match.Similarity > known.Similarity)
        {
            best[reference] = match;
        }
    }
}
