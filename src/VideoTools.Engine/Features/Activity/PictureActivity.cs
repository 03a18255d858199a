namespace VideoTools.Engine.Features.Activity;

/// <summary>Reads means of stretches from a <see cref="PictureTrack"/>.</summary>
// A bin at the border of a stretch counts by the share of its frames inside. Motion from the last frame of one scene to the first of the
// next belongs to neither; CutGate sees only clear cuts, so the pair into a scene's first frame is passed over where it has its own bin.
internal static class PictureActivity
{
    /// <summary>Mean of the measure over a stretch in levels; 0 where nothing was measured.</summary>
    public static double Mean(PictureTrack track, ActivitySpan span)
    {
        var perBin = track.FramesPerBin;
        var start = Math.Max(0, span.StartFrame - track.FirstFrame);
        var end = Math.Min(track.FrameCount, span.EndFrame - track.FirstFrame);
        double total = 0;
        double count = 0;
        for (var bin = start / perBin; bin * perBin < end; bin++)
        {
            var from = bin * perBin;
            var to = Math.Min(from + perBin, track.FrameCount);
            if (perBin == 1 && from == start && track.IsOfPairs && span.SceneIndex > 0)
            {
                continue;
            }

            var share = (double)(Math.Min(to, end) - Math.Max(from, start)) / (to - from);
            total += share * track.Totals[(int)bin];
            count += share * track.Counts[(int)bin];
        }

        return count > 0 ? Math.Round(total / (count * track.UnitsPerLevel), 6) : 0;
    }
}
