using VideoTools.Engine.Features.Signatures;

namespace VideoTools.Engine.Similar;

/// <summary>Finds videos that show the same.</summary>
internal sealed class SimilarVideos : ISimilarVideos
{
    /// <inheritdoc/>
    public void Validate(SimilarOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options.Threshold is >= 0.05 and <= 1, "Threshold must be 0.05 to 1.");
        Require(options.MinimumOverlapSeconds is >= 0 and <= 86400, "MinimumOverlap must be 0 to 86400 seconds.");
    }

    /// <inheritdoc/>
    public IReadOnlyList<SimilarVideo> Group(
        IReadOnlyList<VideoSignature> signatures, SimilarOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        Validate(options);
        var place = signatures.Select(s => s.FullName).Distinct(StringComparer.Ordinal).Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var videos = signatures.DistinctBy(s => s.FullName, StringComparer.Ordinal)
            .OrderByDescending(s => Math.Round(s.DurationSeconds))
            .ThenByDescending(s => (long)s.Width * s.Height)
            .ThenBy(s => s.FullName, StringComparer.Ordinal)
            .Select(CodedVideo.Of)
            .ToArray();
        var candidates = new CandidateFinder(videos, options.Mirrored).Find(cancellationToken);
        var found = new SimilarGroups(videos, new PairVerifier(options)).Find(candidates, cancellationToken);
        return [.. Groups(videos, found)
            .OrderBy(group => group.Min(member => place[member.Video.Signature.FullName]))
            .SelectMany((group, i) => group.Select(member => Record(group, member, i + 1)))];
    }

    // The reference first, then from the most alike on.
    private static IEnumerable<Member[]> Groups(CodedVideo[] videos, (int Reference, PairMatch Match)?[] found) =>
        found.Index()
            .Where(pair => pair.Item is not null)
            .GroupBy(pair => pair.Item!.Value.Reference, pair => new Member(videos[pair.Index], pair.Item!.Value.Match))
            .Select(group => group
                .OrderByDescending(member => member.Match!.Similarity)
                .ThenBy(member => member.Video.Signature.FullName, StringComparer.Ordinal)
                .Prepend(new Member(videos[group.Key], null))
                .ToArray());

    private static SimilarVideo Record(Member[] group, Member member, int number)
    {
        var signature = member.Video.Signature;
        return new SimilarVideo
        {
            FullName = signature.FullName,
            GroupId = number,
            GroupSize = group.Length,
            Reference = group[0].Video.Signature.FullName,
            Similarity = Math.Round(member.Match?.Similarity ?? 1, 4),
            OffsetSeconds = Math.Round((member.Match?.Offset ?? 0) * SignatureAnalyzer.Interval, 3),
            OverlapSeconds = Math.Min(signature.DurationSeconds, member.Match?.Overlap * SignatureAnalyzer.Interval ?? double.MaxValue),
            Mirrored = member.Match?.IsMirrored ?? false,
            Duration = signature.Duration,
            DurationSeconds = signature.DurationSeconds,
            Width = signature.Width,
            Height = signature.Height,
            Length = signature.Length,
            Status = signature.Status,
        };
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }

    private sealed record Member(CodedVideo Video, PairMatch? Match);
}
