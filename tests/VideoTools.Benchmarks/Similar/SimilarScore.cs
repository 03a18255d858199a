using System.Globalization;
using System.Text;
using VideoTools.TestMedia.Similar;

namespace VideoTools.Benchmarks.Similar;

/// <summary>Groups that were found, against the truth: every pair of one group counts.</summary>
internal sealed class SimilarScore
{
    private readonly IReadOnlyList<SimilarClip> _copies;

    private SimilarScore(IReadOnlyList<SimilarClip> copies) => _copies = copies;

    /// <summary>Pairs of a copy and its original that are to be found.</summary>
    public int Truth => _copies.Count;

    /// <summary>Pairs that were found and are none, by name.</summary>
    public required IReadOnlyList<(string A, string B)> Wrong { get; init; }

    /// <summary>Pairs that were missed.</summary>
    public required IReadOnlyList<SimilarClip> Missed { get; init; }

    public double Precision => (double)(Truth - Missed.Count) / Math.Max(1, Truth - Missed.Count + Wrong.Count);

    public double Recall => (double)(Truth - Missed.Count) / Math.Max(1, Truth);

    public double MeanOffsetError { get; private init; }

    public double MostOffsetError { get; private init; }

    /// <summary>Scores. A mirrored copy is to be found where that was asked for.</summary>
    public static SimilarScore Of(IReadOnlyList<SimilarClip> clips, IReadOnlyList<SimilarVideo> found, bool mirrored)
    {
        var copies = clips.Where(c => c.Original is not null && (mirrored || !c.Alterations.Contains(Alteration.Mirror))).ToList();
        var truth = copies.ToDictionary(c => Pair(c.Name, c.Original!));
        var pairs = found.GroupBy(video => video.GroupId)
            .SelectMany(members => members.SelectMany(_ => members, (a, b) => Pair(Name(a), Name(b))))
            .Where(pair => pair.A != pair.B).ToHashSet();
        var offsets = found.Where(video => video.FullName != video.Reference)
            .Select(video => (Video: video, Clip: truth.GetValueOrDefault(Pair(Name(video), Path.GetFileNameWithoutExtension(video.Reference)))))
            .Where(pair => pair.Clip is not null)
            .Select(pair => Math.Abs((Name(pair.Video) == pair.Clip!.Name ? 1 : -1) * pair.Video.OffsetSeconds - pair.Clip.OffsetSeconds))
            .DefaultIfEmpty(0).ToList();
        return new SimilarScore(copies)
        {
            Wrong = [.. pairs.Where(pair => !truth.ContainsKey(pair)).Order()],
            Missed = [.. truth.Where(pair => !pairs.Contains(pair.Key)).Select(pair => pair.Value)],
            MeanOffsetError = offsets.Average(),
            MostOffsetError = offsets.Max(),
        };
    }

    /// <summary>How many copies of each kind were found.</summary>
    public void AppendKinds(StringBuilder text, string set)
    {
        text.Append(CultureInfo.InvariantCulture, $"{set}, copies found by alteration: ");
        text.AppendJoin(", ", Enum.GetValues<Alteration>().Where(kind => kind != Alteration.None).Select(kind =>
        {
            var own = _copies.Where(copy => copy.Alterations.Contains(kind)).ToList();
            return $"{kind} {own.Count(copy => !Missed.Contains(copy))} of {own.Count}";
        })).Append(".\n");
    }

    private static (string A, string B) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static string Name(SimilarVideo video) => Path.GetFileNameWithoutExtension(video.FullName);
}
