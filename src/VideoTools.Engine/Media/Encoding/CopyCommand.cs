// Method: reading begins well before the part (a seek leads to some key frame before a time, to which one depends on the container), and a
// filter of packets drops what is not shown inside of it: of the picture by clean cuts, of the sound to the packet (some 20 ms), so that
// neighbouring parts share no packet and lose none. The filter knows times only where the output counts them like the input, hence the
// track's time scale. Cost: the reading.
using System.Globalization;
using FFMpegCore;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>The ffmpeg command line of a copy.</summary>
internal static class CopyCommand
{
    private const double Before = 1;
    private const double Behind = 3;

    /// <summary>Makes the command line.</summary>
    public static string Build(CopyPlan plan, string output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return FFMpegArguments
            .FromInput(CommandText.Input(InputSafety.Url(plan.Source.Info.FullName)), options => options
                .WithArgument(CommandText.Options(Input(plan))))
            .OutputTo(CommandText.Output(InputSafety.Url(output)), options => options
                .WithArgument(CommandText.Options(Output(plan))))
            .Arguments;
    }

    private static List<string> Input(CopyPlan plan)
    {
        List<string> options =
        [
            "-hide_banner", "-nostats", "-loglevel", "level+error", "-progress", "pipe:1", "-stats_period", "0.5", "-y",
            .. InputSafety.InputOptions,
        ];
        var start = plan.IsExact ? Math.Max(0, plan.From - Before) : plan.From;
        if (plan.IsExact)
        {
            options.Add("-copyts");
        }

        if (start > 0)
        {
            options.AddRange(["-ss", Seconds(start)]);
        }

        return [.. options, "-t", Seconds(plan.To - start + (plan.IsExact ? Behind : 0))];
    }

    private static List<string> Output(CopyPlan plan)
    {
        var source = plan.Source;
        List<string> options = ["-map", FormattableString.Invariant($"0:{source.VideoStreamIndex}")];
        foreach (var stream in source.AudioStreamIndexes)
        {
            options.AddRange(["-map", FormattableString.Invariant($"0:{stream}")]);
        }

        options.AddRange(["-c", "copy", "-map_metadata", "0", "-map_chapters", "-1", "-dn", "-sn", "-max_muxing_queue_size", "4096"]);
        if (plan.IsExact)
        {
            // The clock of the packets starts where the container says.
            var tick = source.Info.TimeBase;
            var from = Seconds(source.StartTime + CopyPlan.JustBefore(plan.From, tick));
            var to = Seconds(source.StartTime + CopyPlan.JustBefore(plan.To, tick));
            var drop = $"noise=drop='lt(pts*tb,{from})+gte(pts*tb,{to})'";
            options.AddRange(["-bsf:v", drop, "-bsf:a", drop, "-output_ts_offset", Seconds(-(source.StartTime + plan.From))]);
            if (plan.Container.IsIsoBased && tick is { Numerator: 1, Denominator: > 0 and <= int.MaxValue })
            {
                options.AddRange(["-video_track_timescale", tick.Denominator.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        if (plan.Container.IsIsoBased)
        {
            options.AddRange(["-movflags", "+faststart"]);
        }

        return [.. options, "-f", plan.Container.Muxer];
    }

    private static string Seconds(double value) => value.ToString("F6", CultureInfo.InvariantCulture);
}
