// Method: readings of successive pictures become texts with a time range. A line continues a track when it says the same (similarity of
// characters) near the place where the track should be by now; pairs are taken best first. Between two readings each track is followed
// through the small pictures by correlation: so a text starts and ends with the exact frame, moving ones too, and a reading that misses
// a text which the picture still shows does not end it. A line inside of a track that is there is a piece of it, not a new text.
// Units: pixels of the large picture, PTS. Cost: some correlations per frame and track (TextPatch).
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Joins readings into texts.</summary>
internal sealed class TextTracker(Action<TextTrack, long> closed, TextTrackerTuning? tuning = null)
{
    private readonly TextTrackerTuning _tuning = tuning ?? TextTrackerTuning.Default;
    private readonly List<TextTrack> _tracks = [];

    // Small pictures before those of the current call: a text that the last reading missed may have come before it.
    private readonly List<VideoFrame> _history = [];

    /// <summary>Takes the readings of one picture.</summary>
    /// <param name="lines">The lines; null when nothing was read (the rest of the video after the last reading).</param>
    /// <param name="frames">Small pictures since the last reading; the first is that reading's own, the last is this one's.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    /// <param name="pictureWidth">Width of the large picture.</param>
    public void Process(IReadOnlyList<TextLine>? lines, IReadOnlyList<VideoFrame> frames, double scale, double pictureWidth)
    {
        var here = frames[^1];
        var lastSeen = new Dictionary<TextTrack, int>();
        foreach (var track in _tracks)
        {
            lastSeen.Add(track, track.FollowOn(frames, scale));
        }

        var free = lines is null ? [] : Match(lines, frames, lastSeen, scale, pictureWidth);
        foreach (var (track, absentFrom) in lastSeen)
        {
            if (absentFrom < frames.Count)
            {
                Close(track, frames[absentFrom].Pts);
            }
            else if (lines is not null && ++track.Missed > _tuning.MaximumMissed)
            {
                Close(track, here.Pts);
            }
        }

        // The first of these frames is the last of the history.
        List<VideoFrame> past = [.. _history, .. frames.Skip(_history.Count == 0 ? 0 : 1)];
        foreach (var line in free.Where(l => !_tracks.Any(t => l.Box.ShareInside(t.Box) >= _tuning.Contained)))
        {
            var track = new TextTrack(line, here, scale, here.Pts, _tuning);
            track.StartPts = past[track.FollowBack(past)].Pts;
            _tracks.Add(track);
        }

        Keep(past);
    }

    private void Keep(List<VideoFrame> past)
    {
        var kept = past.TakeLast(_tuning.HistoryLength).Select(f => f.Retain()).ToList();
        Forget();
        _history.AddRange(kept);
    }

    /// <summary>Gives all frames up.</summary>
    public void Forget()
    {
        _history.ForEach(f => f.Release());
        _history.Clear();
    }

    /// <summary>Ends what is left.</summary>
    /// <param name="endPts">End of the video.</param>
    public void Complete(long endPts)
    {
        foreach (var track in _tracks.ToList())
        {
            Close(track, endPts);
        }

        Forget();
    }

    // Takes matched tracks out of lastSeen and gives the lines that continue none.
    private List<TextLine> Match(
        IReadOnlyList<TextLine> lines, IReadOnlyList<VideoFrame> frames, Dictionary<TextTrack, int> lastSeen,
        double scale, double pictureWidth)
    {
        var seconds = frames[^1].Seconds - frames[0].Seconds;
        var pairs = new List<(double Score, int Track, int Line)>();
        for (var t = 0; t < _tracks.Count; t++)
        {
            for (var l = 0; l < lines.Count; l++)
            {
                var isThere = lastSeen[_tracks[t]] == frames.Count;
                if (Score(_tracks[t], lines[l], isThere, seconds, pictureWidth) is { } score)
                {
                    pairs.Add((score, t, l));
                }
            }
        }

        var taken = new HashSet<int>();
        foreach (var (_, t, l) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Track).ThenBy(p => p.Line))
        {
            if (lastSeen.ContainsKey(_tracks[t]) && taken.Add(l))
            {
                lastSeen.Remove(_tracks[t]);
                _tracks[t].Add(lines[l], frames[^1], scale);
            }
        }

        return [.. lines.Where((_, i) => !taken.Contains(i))];
    }

    private double? Score(TextTrack track, TextLine line, bool isThere, double seconds, double pictureWidth)
    {
        var similarity = TextSimilarity.Of(track.Reading.Text, line.Text);
        var overlap = track.Box.Overlap(line.Box);
        var distance = Math.Sqrt(Math.Pow(track.Box.CenterX - line.Box.CenterX, 2) + Math.Pow(track.Box.CenterY - line.Box.CenterY, 2));
        var isNear = distance <= line.Box.Height + (_tuning.LargestStep * pictureWidth * Math.Min(seconds, 1));
        var matches = (similarity >= _tuning.SameText && overlap > _tuning.TouchingOverlap)
            || (similarity >= _tuning.SurelySameText && isNear)
            || (isThere && similarity >= _tuning.AlikeAtSamePlace && overlap >= _tuning.SamePlace);
        return matches ? similarity + overlap : null;
    }

    private void Close(TextTrack track, long endPts)
    {
        _tracks.Remove(track);
        closed(track, Math.Max(endPts, track.StartPts));
    }
}
