// Method: the lines of one picture against the tracks before it. Each pair is the same text, the text grown, a ticker that ran on, or
// none of these; pairs are taken best first, and a line that grew takes in the other tracks that it holds. See TextTracker.
// Cost: O(tracks x lines x length^2).
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>One reading matched with the tracks.</summary>
/// <param name="lines">Its lines.</param>
/// <param name="past">Small pictures up to this reading's own.</param>
/// <param name="scale">Small pixels in a large pixel.</param>
/// <param name="reach">Pixels of the large picture that a moving text may have gone since the last reading, at full speed.</param>
/// <param name="tuning">The levels.</param>
internal sealed class TextStep(
    IReadOnlyList<TextLine> lines, List<VideoFrame> past, double scale, double reach, TextTrackerTuning tuning)
{
    private enum Relation
    {
        None,
        Same,
        Part,
        Grown,
        Rolled,
    }

    /// <summary>Tracks that were read again.</summary>
    public HashSet<TextTrack> Seen { get; } = [];

    /// <summary>Tracks that are the beginning of another.</summary>
    public HashSet<TextTrack> Absorbed { get; } = [];

    /// <summary>Tracks that gave way to another text, with the PTS at which they did.</summary>
    public Dictionary<TextTrack, long> Ends { get; } = [];

    /// <summary>Lines that begin a text.</summary>
    public List<TextLine> New { get; } = [];

    private VideoFrame Here => past[^1];

    /// <summary>Matches.</summary>
    public void Match(IReadOnlyList<TextTrack> tracks)
    {
        var pairs = new List<(double Score, int Track, int Line, Relation Relation)>();
        for (var t = 0; t < tracks.Count; t++)
        {
            for (var l = 0; l < lines.Count; l++)
            {
                var (relation, score) = Relate(tracks[t], lines[l]);
                if (relation != Relation.None)
                {
                    pairs.Add((score, t, l, relation));
                }
            }
        }

        var taken = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        foreach (var (_, t, l, relation) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Track).ThenBy(p => p.Line))
        {
            if (!Seen.Contains(tracks[t]) && taken.Add(lines[l]))
            {
                Seen.Add(tracks[t]);
                Take(tracks[t], lines[l], relation);
                if (relation == Relation.Grown)
                {
                    Absorb(tracks[t], tracks.Where(o => !Seen.Contains(o) && Relate(o, lines[l]).Relation == Relation.Grown));
                }
            }
        }

        foreach (var line in lines.Where(l => !taken.Contains(l)))
        {
            var owner = tracks.FirstOrDefault(t => !Absorbed.Contains(t) && IsPiece(line, t));
            if (owner is null)
            {
                New.Add(line);
                Replace(tracks.Where(t => !Seen.Contains(t) && !Absorbed.Contains(t) && IsReplaced(t, line)), line);
            }
            else if (Seen.Add(owner))
            {
                owner.Missed = 0;
            }
        }
    }

    private void Take(TextTrack track, TextLine line, Relation relation)
    {
        switch (relation)
        {
            case Relation.Grown:
                track.Grow(line, Here, scale);
                break;
            case Relation.Rolled:
                track.Roll(TextGrowth.Join(track.Reading.Text, line.Text, KnownShare(track))!, line, Here, scale);
                break;
            case Relation.Part:
                track.See(line, Here, scale);
                break;
            default:
                track.Add(line, Here, scale);
                break;
        }
    }

    private void Absorb(TextTrack track, IEnumerable<TextTrack> others)
    {
        foreach (var other in others.ToList())
        {
            Absorbed.Add(other);
            Seen.Add(other);
            track.StartPts = Math.Min(track.StartPts, other.StartPts);
        }
    }

    private void Replace(IEnumerable<TextTrack> tracks, TextLine line)
    {
        foreach (var track in tracks.ToList())
        {
            var from = Math.Max(0, past.FindLastIndex(f => f.Pts <= track.ReadPts));
            var at = from + 1 < past.Count ? from + TextSwitch.Find(past[from..], track.Line, line, scale) : past.Count - 1;
            Ends[track] = Ends.TryGetValue(track, out var known) ? Math.Min(known, past[at].Pts) : past[at].Pts;
        }
    }

    private (Relation Relation, double Score) Relate(TextTrack track, TextLine line)
    {
        var text = track.Reading.Text;
        var similarity = TextSimilarity.Of(text, line.Text);
        var overlap = track.Box.Overlap(line.Box);
        var distance = Math.Sqrt(Math.Pow(track.Box.CenterX - line.Box.CenterX, 2) + Math.Pow(track.Box.CenterY - line.Box.CenterY, 2));
        var isNear = distance <= line.Box.Height + (tuning.LargestStep * reach);
        var isRow = IsRow(track.Box, line.Box);
        if (isRow && overlap > tuning.TouchingOverlap && CanRoll(track, line)
            && TextGrowth.Join(text, line.Text, KnownShare(track)) is not null)
        {
            return (Relation.Rolled, 1 + overlap);
        }

        if (isRow && track.Box.ShareInside(line.Box) >= tuning.Contained && IsGrown(track, line))
        {
            return (Relation.Grown, 1 + track.Box.ShareInside(line.Box));
        }

        if (isRow && (track.IsTicker || track.HasMoved) && line.Box.ShareInside(track.Box) >= tuning.Contained / 2
            && TextGrowth.Holds(text, line.Text))
        {
            return (Relation.Part, 1 + overlap);
        }

        var isThere = track.AbsentPts is null;
        var matches = (similarity >= tuning.SameText && overlap > tuning.TouchingOverlap)
            || (similarity >= tuning.SurelySameText && isNear)
            || (isThere && similarity >= tuning.AlikeAtSamePlace && overlap >= tuning.SamePlace);
        return matches && !(overlap > tuning.TouchingOverlap && IsOther(track, line, similarity))
            ? (Relation.Same, similarity + overlap)
            : (Relation.None, 0);
    }

    private bool IsGrown(TextTrack track, TextLine line)
    {
        // A letter that the edge of the picture cuts off may be read as any other.
        var text = track.Reading.Text;
        var isCut = track.Line.Box.Bounds().Right >= (Here.Width / scale) - (line.Box.Height / 2);
        text = isCut && text.Length > 1 ? text[..^1].TrimEnd() : text;
        if (!TextGrowth.Holds(line.Text, text) || !TextGrowth.KeepsNumbers(line.Text, text)
            || TextChange.Replaces(track.Line, line, tuning.SureLetter))
        {
            return false;
        }

        return TextGrowth.EndsInsideANumber(line.Text, text)
            ? Here.Seconds - track.StageSeconds <= tuning.StageOfANumber
            : track.ReadSeconds - track.StageSeconds <= tuning.Stage || TextChange.LettersStay(track.Line, line, tuning);
    }

    // A ticker fills its row from one edge to the other, and its letters do not stay where they are.
    private bool CanRoll(TextTrack track, TextLine line)
    {
        if (track.IsTicker)
        {
            return true;
        }

        var (before, now) = (track.Box.Bounds(), line.Box.Bounds());
        return line.Text.Length >= tuning.TickerLength
            && Math.Abs(before.Left - now.Left) <= line.Box.Height && Math.Abs(before.Right - now.Right) <= line.Box.Height
            && !TextChange.LettersStay(track.Line, line, tuning);
    }

    private double KnownShare(TextTrack track) => track.IsTicker ? 0 : tuning.TickerKnown;

    private bool IsPiece(TextLine line, TextTrack track) =>
        track.AbsentPts is null && line.Box.ShareInside(track.Box) >= tuning.Contained && !IsReplaced(track, line)
        && !Ends.ContainsKey(track);

    // The letters of a moving text are elsewhere in the picture anyway.
    private bool IsOther(TextTrack track, TextLine line, double similarity) =>
        !(track.HasMoved && similarity >= tuning.SurelySameText) && TextChange.IsOther(track.Line, line, tuning);

    private bool IsReplaced(TextTrack track, TextLine line) =>
        track.Box.Overlap(line.Box) >= tuning.Replaced
        && (IsOther(track, line, TextSimilarity.Of(track.Reading.Text, line.Text))
            || (track.AbsentPts is not null && track.Line.Look is not null));

    private static bool IsRow(RotatedBox a, RotatedBox b) =>
        Math.Abs(a.CenterY - b.CenterY) <= 0.35 * Math.Max(a.Height, b.Height)
        && Math.Max(a.Height, b.Height) <= 1.8 * Math.Min(a.Height, b.Height);
}
