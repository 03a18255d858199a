// Which videos may show the same, and at which distance in time.
// Method: moments of every video (two a second) stand in hash tables (MomentTable). Each video asks with a moment a second; what shares a
// key and is alike votes for a video and an offset (a generalised Hough transform, as in video copy detection by Douze et al. 2010). The
// offsets with most votes are the candidates. Videos come in the order in which they may stand for a group, and each asks only for those
// before it: of many copies the first ones are found.
// Cost: linear in the moments: a question looks at most at MostScanned entries of a table and takes at most MostHits, so that an intro
// that thousands of videos share costs each of them a constant. Memory: one table at a time.
using VideoTools.Engine.Features.Signatures;

namespace VideoTools.Engine.Similar;

/// <summary>Finds candidates among many videos.</summary>
/// <param name="videos">The videos, those that may stand for a group first.</param>
/// <param name="withMirrored">True asks for mirrored pictures, too.</param>
internal sealed class CandidateFinder(IReadOnlyList<CodedVideo> videos, bool withMirrored)
{
    private const int IndexStep = 2;
    private const int QuestionStep = 4;
    private const int FewQuestions = 16;
    private const int HitAgreement = 20;
    private const int TerseAgreement = PictureCode.StrongCount / 2;
    private const int MostHits = 64;
    private const int MostScanned = 4096;
    private const int MostCandidates = 30;
    private const int OffsetsPerVideo = 2;

    // Offsets of the same alignment differ by the time between moments.
    private const int Window = 2;

    /// <summary>Finds the candidates of every video, those with most votes first.</summary>
    public IReadOnlyList<Candidate>[] Find(CancellationToken cancellationToken)
    {
        List<Moment> moments = [];
        for (var video = 0; video < videos.Count; video++)
        {
            foreach (var at in videos[video].Telling(IndexStep))
            {
                moments.Add(new Moment(video, at, videos[video].Codes[at]));
            }
        }

        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        bool[] terse = [.. videos.Select(IsTerse)];
        var hits = new List<Hit>[videos.Count];
        Parallel.For(0, videos.Count, parallel, video => hits[video] = []);
        for (var table = 0; table < MomentTable.TableCount; table++)
        {
            var isCoarse = MomentTable.IsCoarse(table);
            if (!isCoarse || terse.Contains(true))
            {
                var entries = new MomentTable(table, moments);
                Parallel.For(0, videos.Count, parallel, video =>
                {
                    if (!isCoarse || terse[video])
                    {
                        Ask(entries, video, terse[video], hits[video]);
                    }
                });
            }
        }

        var candidates = new IReadOnlyList<Candidate>[videos.Count];
        Parallel.For(0, videos.Count, parallel, video => candidates[video] = Count(hits[video]));
        return candidates;
    }

    private void Ask(MomentTable table, int video, bool isTerse, List<Hit> hits)
    {
        var least = isTerse ? TerseAgreement : HitAgreement;
        foreach (var at in videos[video].Telling(isTerse ? 1 : QuestionStep))
        {
            var code = videos[video].Codes[at];
            Ask(table, new Moment(video, at, code), isMirrored: false, least, hits);
            if (withMirrored)
            {
                Ask(table, new Moment(video, at, code.Mirror()), isMirrored: true, least, hits);
            }
        }
    }

    // A video that has little to say says it with every moment, and in every table.
    private static bool IsTerse(CodedVideo video) => video.Telling(QuestionStep).Take(FewQuestions).Count() < FewQuestions;

    private static void Ask(MomentTable table, Moment question, bool isMirrored, int least, List<Hit> hits)
    {
        var (found, scanned) = (0, 0);
        foreach (ref readonly var entry in table.Find(question.Code))
        {
            if (entry.Video >= question.Video || ++scanned > MostScanned)
            {
                return;
            }

            if (PictureCode.Agreement(entry.Code, question.Code) >= least)
            {
                hits.Add(new Hit(isMirrored, entry.Video, entry.At - question.At, question.At));
                if (++found == MostHits)
                {
                    return;
                }
            }
        }
    }

    // A picture that many videos show says little about which of them it is: its vote is shared among them.
    private static List<Candidate> Count(List<Hit> hits)
    {
        // The same two moments may meet in several tables.
        List<Hit> distinct = [.. hits.Distinct()];
        var shown = distinct.Select(hit => (hit.Question, hit.Video)).Distinct().CountBy(pair => pair.Question).ToDictionary();
        List<Candidate> candidates = [];
        foreach (var pair in distinct.GroupBy(hit => (hit.IsMirrored, hit.Video)))
        {
            var votes = pair.GroupBy(hit => hit.Offset)
                .Select(group => (Offset: group.Key, Count: group.Sum(hit => 1.0 / shown[hit.Question]))).ToList();
            var most = 0.0;
            for (var i = 0; i < OffsetsPerVideo && votes.Count > 0; i++)
            {
                var (offset, count) = votes
                    .Select(vote => (vote.Offset, Count: votes.Where(other => IsNear(other.Offset, vote.Offset))
                        .Sum(other => other.Count)))
                    .OrderByDescending(vote => Math.Round(vote.Count, 6)).ThenBy(vote => vote.Offset)
                    .First();
                candidates.Add(new Candidate(pair.Key.Video, offset, pair.Key.IsMirrored, count));
                votes.RemoveAll(vote => IsNear(vote.Offset, offset));
                most = Math.Max(most, count);
            }

            // Where nothing moves no offset stands out; both may start together.
            candidates.Add(new Candidate(pair.Key.Video, 0, pair.Key.IsMirrored, most));
        }

        return [.. candidates
            .OrderByDescending(c => Math.Round(c.Votes, 6)).ThenBy(c => c.Video).ThenBy(c => c.IsMirrored).ThenBy(c => c.Offset)
            .Distinct()
            .Take(MostCandidates)];
    }

    private static bool IsNear(int a, int b) => Math.Abs(a - b) <= Window;

    private readonly record struct Hit(bool IsMirrored, int Video, int Offset, int Question);
}
