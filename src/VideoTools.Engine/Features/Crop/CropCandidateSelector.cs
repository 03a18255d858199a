// Chooses few crops worth looking at from many measured positions.
// Method, for each group (same file, range, picture and crop size), groups in order of first appearance:
// 1. Each strategy in use proposes its best positions, greedily, skipping what is near-identical to one it already proposed.
// 2. Each region (see CropRegion) proposes its best position by the judge (Balanced, or the first strategy in use when Balanced
//    is not), unless that scores below RegionalShare of the judge's best: a region is no reason to offer a poor crop.
// 3. Proposals are taken by score; the same place is offered once, with all reasons; near-identical places are offered once.
// Ties: position index, then strategy order (regions last). A score compares positions of one group only.
// Cost: sorting, n log n per strategy; the rest is linear in the few proposals.
using System.Globalization;

namespace VideoTools.Engine.Features.Crop;

/// <summary>Turns measured crop positions into candidates.</summary>
internal static class CropCandidateSelector
{
    /// <summary>Two crops whose intersection over union reaches this look the same and are not both offered.</summary>
    public const double NearIdenticalOverlap = 0.85;

    /// <summary>A regional candidate needs at least this share of the best score.</summary>
    public const double RegionalShare = 0.6;

    /// <summary>
    /// Chooses the positions worth looking at, best first. Positions of several files may be mixed; each file is judged by itself.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of range, or a position is not inside its picture.</exception>
    public static IReadOnlyList<CropCandidate> Select(IReadOnlyList<CropPosition> positions, CandidateOptions options)
    {
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(options);
        var strategies = ResolveOptions(options);
        var groups = new Dictionary<GroupKey, List<CropPosition>>();
        var order = new List<List<CropPosition>>();
        foreach (var position in positions)
        {
            Validate(position);
            var key = GroupKey.Of(position);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
                order.Add(group);
            }

            group.Add(position);
        }

        return [.. order.SelectMany(group => SelectGroup(group, options, strategies))];
    }

    /// <summary>Area of the intersection divided by the area of the union; 0 for crops that do not touch, 1 for the same crop.</summary>
    public static double GetOverlap(CropPosition first, CropPosition second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var width = Math.Min((long)first.X + first.Width, (long)second.X + second.Width) - Math.Max(first.X, second.X);
        var height = Math.Min((long)first.Y + first.Height, (long)second.Y + second.Height) - Math.Max(first.Y, second.Y);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        var intersection = width * height;
        var union = ((long)first.Width * first.Height) + ((long)second.Width * second.Height) - intersection;
        return (double)intersection / union;
    }

    private static List<CropStrategyInfo> ResolveOptions(CandidateOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumCount, 1, nameof(options.MaximumCount));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TopPerStrategy, 1, nameof(options.TopPerStrategy));
        return options.Strategies is { Count: > 0 } names
            ? [.. names.Select(CropStrategies.Find).Distinct()]
            : [.. CropStrategies.All];
    }

    private static void Validate(CropPosition position)
    {
        var inside = position.Width > 0 && position.Height > 0 && position.X >= 0 && position.Y >= 0
            && (long)position.X + position.Width <= position.VideoWidth && (long)position.Y + position.Height <= position.VideoHeight;
        if (!inside)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Crop position {position.Index} of '{position.FullName}' ({position.Width}x{position.Height} at "
                + $"{position.X},{position.Y}) is not inside its {position.VideoWidth}x{position.VideoHeight} picture."));
        }

        if (!double.IsFinite(position.Motion + position.Detail + position.Edges + position.Saturation))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Crop position {position.Index} of '{position.FullName}' has a measurement that is not a finite number."));
        }
    }

    private static IEnumerable<CropCandidate> SelectGroup(
        List<CropPosition> group, CandidateOptions options, List<CropStrategyInfo> strategies)
    {
        var proposals = Propose(group, options.TopPerStrategy, strategies);
        proposals.Sort((left, right) =>
        {
            var byScore = right.Score.CompareTo(left.Score);
            if (byScore != 0)
            {
                return byScore;
            }

            var byIndex = left.Position.Index.CompareTo(right.Position.Index);
            return byIndex != 0 ? byIndex : left.Order.CompareTo(right.Order);
        });

        var chosen = new List<(Proposal First, List<string> Reasons)>();
        foreach (var proposal in proposals)
        {
            // The same place first: it may lie beside an earlier, near-identical one as well.
            var same = chosen.FindIndex(c => IsSamePlace(c.First.Position, proposal.Position));
            if (same >= 0)
            {
                chosen[same].Reasons.Add(proposal.Reason);
            }
            else if (chosen.Count < options.MaximumCount
                && !chosen.Exists(c => GetOverlap(c.First.Position, proposal.Position) >= NearIdenticalOverlap))
            {
                chosen.Add((proposal, [proposal.Reason]));
            }
        }

        return chosen.Select((c, i) => ToCandidate(c.First, c.Reasons, i + 1));
    }

    private static List<Proposal> Propose(List<CropPosition> group, int top, List<CropStrategyInfo> strategies)
    {
        var bounds = CropBounds.Of(group);
        var judge = strategies.Find(s => s.Name == CropStrategies.BalancedName) ?? strategies[0];
        var proposals = new List<Proposal>();
        var regional = new List<Proposal>();
        foreach (var strategy in strategies)
        {
            var scores = group.ConvertAll(p => CropScoring.Score(p, bounds, strategy));
            var order = CropScoring.Order(group, scores);
            var own = new List<CropPosition>();
            for (var place = 0; place < order.Length && own.Count < top; place++)
            {
                var position = group[order[place]];
                if (own.Exists(p => GetOverlap(p, position) >= NearIdenticalOverlap))
                {
                    continue;
                }

                own.Add(position);
                var reason = string.Create(
                    CultureInfo.InvariantCulture, $"{strategy.Name}: place {place + 1} of {group.Count} ({scores[order[place]]:0.0})");
                proposals.Add(new Proposal(position, strategy.Name, scores[order[place]], reason, proposals.Count));
            }

            if (ReferenceEquals(strategy, judge))
            {
                regional = ProposeRegions(group, scores, order, judge.Name);
            }
        }

        var next = proposals.Count;
        proposals.AddRange(regional.Select((p, i) => p with { Order = next + i }).ToList());
        return proposals;
    }

    private static List<Proposal> ProposeRegions(List<CropPosition> group, List<double> scores, int[] order, string judge)
    {
        var floor = scores[order[0]] * RegionalShare;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var proposals = new List<Proposal>();
        foreach (var i in order)
        {
            if (scores[i] < floor)
            {
                break;
            }

            foreach (var region in CropRegion.Of(group[i]))
            {
                if (found.Add(region))
                {
                    var reason = string.Create(CultureInfo.InvariantCulture, $"Spatial:{region}: best there by {judge} ({scores[i]:0.0})");
                    proposals.Add(new Proposal(group[i], "Spatial:" + region, scores[i], reason, 0));
                }
            }
        }

        return proposals;
    }

    private static bool IsSamePlace(CropPosition first, CropPosition second) => first.X == second.X && first.Y == second.Y;

    private static CropCandidate ToCandidate(Proposal proposal, List<string> reasons, int number) => new()
    {
        FullName = proposal.Position.FullName,
        Number = number,
        X = proposal.Position.X,
        Y = proposal.Position.Y,
        Width = proposal.Position.Width,
        Height = proposal.Position.Height,
        Strategy = proposal.Source,
        Score = proposal.Score,
        Reason = string.Join("; ", reasons),
        Motion = proposal.Position.Motion,
        Detail = proposal.Position.Detail,
        Edges = proposal.Position.Edges,
        Saturation = proposal.Position.Saturation,
        Aspect = proposal.Position.Aspect,
        VideoWidth = proposal.Position.VideoWidth,
        VideoHeight = proposal.Position.VideoHeight,
        SceneIndex = proposal.Position.SceneIndex,
        Start = proposal.Position.Start,
        End = proposal.Position.End,
        StartSeconds = proposal.Position.StartSeconds,
        EndSeconds = proposal.Position.EndSeconds,
        Status = proposal.Position.Status,
    };

    private sealed record Proposal(CropPosition Position, string Source, double Score, string Reason, int Order);

    private readonly record struct GroupKey(
        string FullName, TimeSpan Start, TimeSpan End, int Width, int Height, int VideoWidth, int VideoHeight)
    {
        public static GroupKey Of(CropPosition p) =>
            new(p.FullName, p.Start, p.End, p.Width, p.Height, p.VideoWidth, p.VideoHeight);
    }
}
