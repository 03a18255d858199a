using VideoTools.Engine.Media.Encoding;

namespace VideoTools.Engine.Exporting;

/// <summary>What an export leaves out of a file.</summary>
internal static class ExportWarnings
{
    /// <summary>A line for each thing that is in the source and will not be in the output.</summary>
    public static IEnumerable<string> Of(EncodePlan plan)
    {
        var source = plan.Source;
        var name = source.Info.FullName;
        var kept = plan.ChangesSound ? 0 : EncodeCommand.KeptSubtitles(plan).Count();
        if (kept < source.Subtitles.Count)
        {
            yield return plan.ChangesSound
                ? $"'{name}': its subtitles are left out, because the times of the video change."
                : $"'{name}': {source.Subtitles.Count - kept} of {source.Subtitles.Count} subtitle tracks are left out; "
                    + $"{plan.Container.Extension} has no place for pictures of texts.";
        }

        if (plan.ChangesSound && source.ChapterCount > 0)
        {
            yield return $"'{name}': its chapters are left out, because the times of the video change.";
        }

        if (source.Info.BitDepth > 8 && !plan.Encoder.KeepsTenBits)
        {
            yield return $"'{name}': its {source.Info.BitDepth} bits become 8, because {plan.Encoder.Name} has no more; "
                + "libx265 keeps them."
                + (source.Info.IsHdr ? " Its HDR will show bands." : "");
        }
    }
}
