// Format: CMX 3600 edit decision list. One event a scene, a cut on the video track (OpenTimelineIO's reader takes no event for picture and
// sound at once); source and record times are the same, so that the list cuts the file where it stands ("pre-conformed"). Names of reels
// have 8 characters: AX stands for a file, whose name comes in a comment. Lines end with CR LF. Cost: linear.
using System.Globalization;
using System.Text;

namespace VideoTools.Engine.Timelines;

/// <summary>Makes edit decision lists.</summary>
internal static class EdlWriter
{
    private const int LongestTitle = 70;

    /// <summary>The list.</summary>
    /// <param name="timeline">Scenes at a rate that timecode can count.</param>
    public static string Write(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var title = TimelineText.OneLine(timeline.Name);
        var text = new StringBuilder()
            .Append("TITLE: ").Append(title.Length > LongestTitle ? title[..LongestTitle] : title).Append("\r\n")
            .Append("FCM: ").Append(timeline.Rate.IsDropFrame ? "DROP FRAME" : "NON-DROP FRAME").Append("\r\n\r\n");
        for (var i = 0; i < timeline.Clips.Count; i++)
        {
            var clip = timeline.Clips[i];
            var start = Timecode.Format(timeline.Origin + clip.Start, timeline.Rate);
            var end = Timecode.Format(timeline.Origin + clip.End, timeline.Rate);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1:000}  AX       V     C        {start} {end} {start} {end}\r\n")
                .Append("* FROM CLIP NAME: ").Append(TimelineText.OneLine(Path.GetFileName(timeline.FullName))).Append("\r\n")
                .Append("* COMMENT: ").Append(clip.Name).Append("\r\n\r\n");
        }

        return text.ToString();
    }
}
