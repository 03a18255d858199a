// Method: readings of successive pictures become texts with a time range. A line continues a track when it says the same (similarity of
// characters) near the place where the track should be by now, or more (words were added, a ticker ran on); pairs are taken best first.
// A line that says something else at the place of a track, where the picture shows that it does, ends that track (TextChange).
// Between two readings each track is followed through the small pictures by correlation: so a text starts and ends with the exact frame,
// moving ones too, a reading that misses a text which the picture still shows does not end it, and neither does a blink. A line inside
// of a track that is there is a piece of it, not a new text.
// Units: pixels of the large picture, PTS. Cost: some correlations per frame and track (TextPatch).
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Joins readings into texts.</summary>
internal sealed class TextTracker(Action<TextTrack, long> closed, TextTrackerTuning? tuning = null)
{
    private readonly TextTrackerTuning _tuning = tuning ?? TextTrackerTuning.Default;
    private readonly List<TextTrack> _tracks = [];

    // Small pictures before those of the current call: a text that the last reading missed may have come before it.
    private readonly List<VideoFrame> _history = [];
    private readonly PictureMeans _means = new();

    // Places of texts that ended a while ago: the next text there began later.
    private readonly List<(RotatedBox Box, long EndPts)> _ended = [];

    /// <summary>Takes the readings of one picture.</summary>
    /// <param name="lines">The lines; null when nothing was read (the rest of the video after the last reading).</param>
    /// <param name="frames">Small pictures since the last reading; the first is that reading's own, the last is this one's.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    /// <param name="pictureWidth">Width of the large picture.</param>
    public void Process(IReadOnlyList<TextLine>? lines, IReadOnlyList<VideoFrame> frames, double scale, double pictureWidth)
    {
        // The first of these frames is the last of the history.
        List<VideoFrame> past = [.. _history, .. frames.Skip(_history.Count == 0 ? 0 : 1)];
        past.ForEach(_means.Add);
        foreach (var track in _tracks)
        {
            track.Follow(past, 1 + past.FindLastIndex(f => f.Pts <= track.SeenPts), scale);
            FollowFarBack(track, past);
        }

        var step = new TextStep(lines ?? [], past, scale, pictureWidth * Math.Min(frames[^1].Seconds - frames[0].Seconds, 1), _tuning);
        step.Match(_tracks);
        var ends = new List<(TextTrack Track, long EndPts)>();
        foreach (var track in _tracks)
        {
            if (step.Ends.TryGetValue(track, out var replaced))
            {
                ends.Add((track, Math.Min(replaced, track.AbsentPts ?? replaced)));
            }
            else if (track.IsGone)
            {
                ends.Add((track, track.AbsentPts!.Value));
            }
            else if (lines is not null && track.AbsentPts is null && !step.Seen.Contains(track) && ++track.Missed > _tuning.MaximumMissed)
            {
                ends.Add((track, past[^1].Pts));
            }
        }

        _tracks.RemoveAll(step.Absorbed.Contains);
        foreach (var (track, endPts) in ends.OrderBy(e => e.EndPts))
        {
            Close(track, endPts);
        }

        step.New.ForEach(line => Start(line, past, scale));
        Keep(past);
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
        foreach (var track in _tracks.OrderBy(t => t.AbsentPts ?? endPts).ToList())
        {
            Close(track, track.AbsentPts ?? endPts);
        }

        Forget();
    }

    private void Start(TextLine line, List<VideoFrame> past, double scale)
    {
        var track = new TextTrack(line, past[^1], scale, past[^1].Pts, _tuning);
        track.StartPts = NotBefore(past[track.FollowBack(past)].Pts, track, past);
        _tracks.Add(track);
        FollowFarBack(track, past);
    }

    // A see-through sign is read late: it has been there for longer than single pictures show.
    private void FollowFarBack(TextTrack track, List<VideoFrame> past)
    {
        var shown = past.Where(f => f.Pts >= track.StartPts && f.Pts <= track.SeenPts).ToList();
        if (shown.Count > 0 && track.FollowBack(shown, _means.Before(shown[0].Seconds)) is { } start && shown[0].Pts == track.StartPts)
        {
            track.StartPts = NotBefore(start, track, past);
        }
    }

    private long NotBefore(long pts, TextTrack track, List<VideoFrame> past) => Math.Min(past[^1].Pts, _ended
        .Where(e => e.Box.Overlap(track.Box) >= _tuning.TouchingOverlap).Select(e => e.EndPts).Append(pts).Max());

    private void Keep(List<VideoFrame> past)
    {
        var kept = past.TakeLast(_tuning.HistoryLength).Select(f => f.Retain()).ToList();
        Forget();
        _history.AddRange(kept);
    }

    private void Close(TextTrack track, long endPts)
    {
        _tracks.Remove(track);
        endPts = Math.Max(endPts, track.StartPts);
        _ended.Add((track.Box, endPts));
        if (_ended.Count > _tuning.EndedLength)
        {
            _ended.RemoveAt(0);
        }

        closed(track, endPts);
    }
}
