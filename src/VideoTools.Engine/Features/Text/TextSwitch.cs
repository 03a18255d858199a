// Method: one text gives way to another at the same place. The first and the last picture show them; each picture between is nearer to
// one of the two (squared distance over the place, local mean taken away), and the cut that agrees with most is where it changed. Only
// pixels in which the two differ count, so one digit is enough.
// Units: pixels of the small picture. Cost: one pass over the place a picture.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Finds the picture at which one text replaced another.</summary>
internal static class TextSwitch
{
    /// <summary>Index of the first picture with the second text, 1 to the last.</summary>
    /// <param name="frames">Small pictures: the first shows the first text, the last the second; at least two.</param>
    /// <param name="old">The first text, where it was in the large picture.</param>
    /// <param name="fresh">The second one.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    public static int Find(IReadOnlyList<VideoFrame> frames, TextLine old, TextLine fresh, double scale)
    {
        // Around the letters that differ only: what is behind the others may change at another time.
        var (a, b) = (old.Box.Bounds(), fresh.Box.Bounds());
        var (from, to) = TextChange.Extent(old, fresh) ?? (Math.Min(a.Left, b.Left), Math.Max(a.Right, b.Right));
        var left = Math.Max(0, (int)(from * scale));
        var top = Math.Max(0, (int)(Math.Min(a.Top, b.Top) * scale));
        var width = Math.Min(frames[0].Width, (int)Math.Ceiling(to * scale)) - left;
        var height = Math.Min(frames[0].Height, (int)Math.Ceiling(Math.Max(a.Bottom, b.Bottom) * scale)) - top;
        if (width < 1 || height < 1)
        {
            return frames.Count - 1;
        }

        var (first, last) = (TextPatch.Area(frames[0], left, top, width, height), TextPatch.Area(frames[^1], left, top, width, height));
        var nearer = new double[frames.Count];
        for (var i = 1; i < frames.Count - 1; i++)
        {
            var area = TextPatch.Area(frames[i], left, top, width, height);
            for (var p = 0; p < area.Length; p++)
            {
                nearer[i] += (area[p] - ((first[p] + last[p]) / 2)) * (double)(last[p] - first[p]);
            }
        }

        // Moving the cut one picture to the right takes that picture from the second text to the first.
        var (best, bestAt, gain) = (0.0, 1, 0.0);
        for (var at = 2; at < frames.Count; at++)
        {
            gain -= nearer[at - 1];
            (best, bestAt) = gain > best ? (gain, at) : (best, bestAt);
        }

        return bestAt;
    }
}
