using FFMpegCore;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>
/// The one ffmpeg command line of an encode, put together by FFMpegCore of arguments that went through <see cref="CommandText"/>.
/// </summary>
internal static class EncodeCommand
{
    // Windows allows 32,767 characters for all of a command line.
    private const int LongestGraph = 16_000;

    /// <summary>Makes the command line.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="keepGraph">Keeps a filter graph that is too long for a command line in a file, and gives its name.</param>
    public static string Build(EncodePlan plan, string output, Func<string, string> keepGraph)
    {
        var graph = Graph(plan);
        return FFMpegArguments
            .FromInput(CommandText.Input(InputSafety.Url(plan.Source.Info.FullName)), options => options
                .WithArgument(CommandText.Options(Input(plan))))
            .OutputTo(CommandText.Output(InputSafety.Url(output)), options => options
                .WithArgument(CommandText.Options(graph.Length <= LongestGraph
                    ? ["-filter_complex", graph]
                    : [plan.Source.Build.Major is null or >= 7 ? "-/filter_complex" : "-filter_complex_script", keepGraph(graph)]))
                .WithArgument(CommandText.Options(Picture(plan)))
                .WithArgument(CommandText.Options(SoundAndTexts(plan)))
                .WithArgument(CommandText.Options(Container(plan))))
            .Arguments;
    }

    private static string Graph(EncodePlan plan)
    {
        if (!plan.ChangesSound)
        {
            return VideoGraph.Build(plan);
        }

        var source = plan.Source;
        var seconds = plan.Length ?? Math.Max(0, (source.Info.DurationSeconds ?? 0) - plan.From);
        var map = plan.Time ?? TimeMap.Of([], seconds);
        var tracks = source.AudioStreamIndexes.Select((stream, i) => SoundGraph.Build(
            FormattableString.Invariant($"0:{stream}"), FormattableString.Invariant($"a{i}"), map, Rate(plan, i), Cut(plan, "a")));
        return string.Join(';', tracks.Prepend(VideoGraph.Build(plan)));
    }

    /// <summary>The filters that leave the part of a stream that is asked for, counted from its start; empty for all of it.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="kind">"a" for sound, nothing for pictures.</param>
    public static string Cut(EncodePlan plan, string kind)
    {
        var start = plan.From - plan.SeekTo;
        var end = plan.Length is { } length ? ":end=" + Seconds(start + length) : "";
        return plan.IsRange ? $"{kind}trim=start={Seconds(start)}{end},{kind}setpts=PTS-{Seconds(start)}/TB," : "";
    }

    private static int Rate(EncodePlan plan, int track)
    {
        var rate = plan.Source.Info.AudioTracks[track].SampleRate;
        return plan.Container.SoundEncoder == "libopus" || rate is < 8000 or > 96000 ? 48000 : rate;
    }

    private static List<string> Input(EncodePlan plan)
    {
        List<string> options =
        [
            // "level" marks what is said as an error; no "repeat", so that equal messages stay one line.
            "-hide_banner", "-nostats", "-loglevel", "level+error", "-progress", "pipe:1", "-stats_period", "0.5", "-y",
        ];
        if (plan.Threads > 0)
        {
            options.AddRange(["-filter_complex_threads", Number(plan.Threads), "-threads", Number(plan.Threads)]);
        }

        if (plan.Encoder.NeedsUpload)
        {
            options.AddRange(["-init_hw_device", "vaapi=card", "-filter_hw_device", "card"]);
        }

        options.AddRange(InputSafety.InputOptions);
        if (plan.SeekTo > 0)
        {
            options.AddRange(["-ss", Seconds(plan.SeekTo)]);
        }

        if (plan.Length is { } length)
        {
            // A second more: the filters cut by the time that is shown, whatever comes first.
            options.AddRange(["-t", Seconds(plan.From - plan.SeekTo + length + 1)]);
        }

        return options;
    }

    private static List<string> Picture(EncodePlan plan)
    {
        var info = plan.Source.Info;
        var timeBase = plan.Time is null
            ? FormattableString.Invariant($"{info.TimeBase.Numerator}:{info.TimeBase.Denominator}")
            : "1:90000";
        List<string> options =
        [
            "-map", VideoGraph.Output, "-c:v", plan.Encoder.Name,
            .. EncoderFamily.Quality(plan.Encoder.Name, plan.Crf, plan.Preset),
            // Frames keep their times: none is dropped or repeated to make a constant rate.
            .. plan.Source.Build.HasFpsMode ? new[] { "-fps_mode:v", "passthrough" } : ["-vsync", "passthrough"],
            "-enc_time_base:v", timeBase,
            .. OutputColor.Tags(plan),
            .. EncoderParameters.Of(plan),
        ];
        if (plan.Threads > 0)
        {
            options.AddRange(["-threads:v", Number(plan.Threads)]);
        }

        // Apple's players know HEVC in MP4 by this name only.
        if (plan.Container.IsIsoBased && plan.Encoder.Codec == "hevc")
        {
            options.AddRange(["-tag:v", "hvc1"]);
        }

        return options;
    }

    private static List<string> SoundAndTexts(EncodePlan plan)
    {
        List<string> options = [];
        for (var i = 0; i < plan.Source.AudioStreamIndexes.Count; i++)
        {
            var track = plan.Source.Info.AudioTracks[i];
            var source = FormattableString.Invariant($"0:{plan.Source.AudioStreamIndexes[i]}");
            var codec = FormattableString.Invariant($"-c:a:{i}");
            if (!plan.ChangesSound)
            {
                options.AddRange(["-map", source]);
                if (plan.Container.TakesSound(track.Codec))
                {
                    options.AddRange([codec, "copy"]);
                    continue;
                }
            }
            else
            {
                options.AddRange(["-map", FormattableString.Invariant($"[a{i}]")]);
                if (track.Language is { } language)
                {
                    options.AddRange([FormattableString.Invariant($"-metadata:s:a:{i}"), "language=" + language]);
                }
            }

            options.AddRange([codec, plan.Container.SoundEncoder]);
            options.AddRange([FormattableString.Invariant($"-b:a:{i}"), track.Channels > 2 ? "384k" : "192k"]);
        }

        var texts = plan.ChangesSound ? [] : KeptSubtitles(plan).ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            options.AddRange(["-map", FormattableString.Invariant($"0:{texts[i].Index}")]);
            options.AddRange([FormattableString.Invariant($"-c:s:{i}"), texts[i].Codec]);
        }

        return options;
    }

    /// <summary>Streams of subtitles that the output has a place for, and what they become.</summary>
    public static IEnumerable<(int Index, string Codec)> KeptSubtitles(EncodePlan plan) =>
        from stream in plan.Source.Subtitles
        let codec = plan.Container.SubtitleFor(stream.Codec)
        where codec is not null
        select (stream.Index, codec);

    private static List<string> Container(EncodePlan plan)
    {
        List<string> options =
        [
            "-map_metadata", "0", "-map_chapters", plan.ChangesSound ? "-1" : "0", "-dn",
            // A stream that begins late, subtitles above all, must not make ffmpeg give up.
            "-max_muxing_queue_size", "4096",
        ];
        if (plan.Container.IsIsoBased)
        {
            // The index first: a player on the web begins before it has all. Times of variable frame rates as they are.
            options.AddRange(["-movflags", "+faststart"]);
            var scale = plan.Time is null ? plan.Source.Info.TimeBase : new Rational(1, 90000);
            if (scale is { Numerator: 1, Denominator: >= 1000 and <= 1_000_000 })
            {
                options.AddRange(["-video_track_timescale", Number((int)scale.Denominator)]);
            }
        }

        return [.. options, "-f", plan.Container.Muxer];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double value) => value.ToString("F6", CultureInfo.InvariantCulture);
}
