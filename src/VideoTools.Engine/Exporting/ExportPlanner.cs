using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Encoding;

namespace VideoTools.Engine.Exporting;

/// <summary>Turns windows and speeds of an input into the plan of one encode.</summary>
internal static class ExportPlanner
{
    // Ranges that begin or end this close to the file's own ends mean the whole file.
    private const double NearStart = 0.5, NearEnd = 0.25;

    /// <summary>Makes the plan.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="input">Its windows, at least one, and speeds.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="container">Container of the output.</param>
    /// <param name="encoder">The encoder.</param>
    /// <exception cref="VideoToolsException">
    /// InvalidCrop: a window is not inside of the video, or has no place in the size asked for.
    /// </exception>
    public static EncodePlan Plan(
        ProbeResult source, VideoInput input, CropExportOptions options, OutputContainer container, VideoEncoder encoder)
    {
        CropShot[] shots = [.. input.Shots!.OrderBy(shot => shot.StartSeconds)];
        foreach (var shot in shots)
        {
            Check(source.Info, shot);
        }

        var (from, to) = Range(source, input, shots);
        var (width, height) = Size(source.Info, shots, options);
        foreach (var shot in shots.Where(
            shot => shot.Fit == CropFit.Crop && !ExportValidator.HasShape(width, height, shot.Width, shot.Height)))
        {
            throw Invalid(source.Info, string.Create(CultureInfo.InvariantCulture,
                $"The window {shot.Width}x{shot.Height} of '{shot.FullName}' has another shape than the size {width}x{height}."),
                "Choose a size of its shape, or windows that are padded or blurred (-WhenTooWide Pad or Blur).");
        }

        var length = to - from;
        var time = Speeds(source, input, from, length ?? ((source.Info.DurationSeconds ?? 0) - from));
        return new EncodePlan
        {
            Source = source,
            From = from,
            Length = length,
            Windows = [.. Windows(shots, from, to)],
            Time = time.IsIdentity ? null : time,
            Width = width,
            Height = height,
            Container = container,
            Encoder = encoder,
            Crf = options.Crf,
            Preset = options.Preset,
        };
    }

    private static void Check(VideoInfo info, CropShot shot)
    {
        if (shot is { VideoWidth: > 0, VideoHeight: > 0 } && (shot.VideoWidth, shot.VideoHeight) != (info.Width, info.Height))
        {
            throw Invalid(info, string.Create(CultureInfo.InvariantCulture,
                $"The window {shot.Crop} is of a video of {shot.VideoWidth}x{shot.VideoHeight}, but '{info.FullName}' has "
                + $"{info.Width}x{info.Height}."),
                "Find the windows anew: the file has changed.");
        }

        if (shot.X < 0 || shot.Y < 0 || shot.Width < 2 || shot.Height < 2
            || (long)shot.X + shot.Width > info.Width || (long)shot.Y + shot.Height > info.Height)
        {
            throw Invalid(info, string.Create(CultureInfo.InvariantCulture,
                $"The window {shot.Crop} is not inside of '{info.FullName}' ({info.Width}x{info.Height})."),
                "Give windows in displayed pixels, as Invoke-CropAnalysis (videotools crop) does.");
        }
    }

    // A range that is asked for; otherwise that of the windows, where they are those of scenes or a part of the video.
    private static (double From, double? To) Range(ProbeResult source, VideoInput input, CropShot[] shots)
    {
        var info = source.Info;
        var end = source.VideoEndPts is { } pts ? MediaTime.ToSeconds(pts, info.TimeBase) : info.DurationSeconds ?? 0;
        var from = input.From?.TotalSeconds ?? (shots[0].SceneIndex == 1 ? 0 : shots[0].StartSeconds);
        var last = shots.Max(shot => shot.EndSeconds);
        double? to = input.To?.TotalSeconds ?? (last > 0 ? last : null);
        from = from < NearStart && input.From is null ? 0 : from;
        to = to is { } value && (end <= 0 || value < end - (input.To is null ? NearEnd : 0)) ? to : null;
        return from >= (to ?? (end > 0 ? end : double.MaxValue))
            ? throw new VideoToolsException(VideoErrorId.RangeOutsideVideo, info.FullName,
                string.Create(CultureInfo.InvariantCulture,
                    $"The range of '{info.FullName}' from {from:0.###} s on is empty; it is {end:0.###} s long."),
                "Give a range inside of the video.")
            : (from, to);
    }

    private static IEnumerable<EncodeWindow> Windows(CropShot[] shots, double from, double? to)
    {
        // What comes before the first window shows the first, what lies between two the earlier one.
        var first = Math.Max(0, Array.FindLastIndex(shots, shot => shot.StartSeconds <= from));
        for (var i = first; i < shots.Length && (i == first || shots[i].StartSeconds < (to ?? double.MaxValue)); i++)
        {
            var shot = shots[i];
            IReadOnlyList<CropKey> path = shot.Path.Count > 1
                ? [.. shot.Path.Select(key => key with { Seconds = key.Seconds - from })]
                : [new CropKey(0, shot.X, shot.Y)];
            yield return new EncodeWindow(i == first ? 0 : shot.StartSeconds - from, shot.Width, shot.Height, shot.Fit, path);
        }
    }

    private static TimeMap Speeds(ProbeResult source, VideoInput input, double from, double seconds)
    {
        SpeedStretch[] stretches =
        [
            .. (input.Speeds ?? []).Where(activity => activity.Speed != 1)
                .Select(activity => new SpeedStretch(activity.StartSeconds - from, activity.EndSeconds - from, activity.Speed)),
        ];
        if (stretches.Length > 0 && seconds <= 0)
        {
            throw new VideoToolsException(VideoErrorId.InvalidVideo, source.Info.FullName,
                $"'{source.Info.FullName}' does not say how long it is, so that no part of it can be sped up.",
                "Copy it into another container first (ffmpeg -i IN -c copy OUT.mp4).");
        }

        foreach (var stretch in stretches)
        {
            if (!(stretch.Speed is >= TimeMap.MinimumSpeed and <= TimeMap.MaximumSpeed))
            {
                throw new VideoToolsException(VideoErrorId.InvalidCrop, source.Info.FullName,
                    string.Create(CultureInfo.InvariantCulture,
                        $"'{source.Info.FullName}' cannot be played at {stretch.Speed} times its speed."),
                    FormattableString.Invariant($"Give speeds of {TimeMap.MinimumSpeed} to {TimeMap.MaximumSpeed}."));
            }
        }

        return TimeMap.Of(stretches, Math.Max(0, seconds));
    }

    private static (int Width, int Height) Size(VideoInfo info, CropShot[] shots, CropExportOptions options)
    {
        // The largest window that fills its shape; where none does, the largest of the shape that the video has room for.
        var filling = shots.Where(shot => shot.Fit == CropFit.Crop).MaxBy(shot => (long)shot.Width * shot.Height);
        var shape = AspectRatio.TryParse(shots[0].Aspect, out var own) ? own : options.Path.Aspect;
        var (width, height) = filling is not null ? (filling.Width, filling.Height) : Largest(info, shape);
        var (wide, high) = (options.OutputWidth, options.OutputHeight);
        return (wide, high) switch
        {
            (0, 0) => (Even(width), Even(height)),
            (0, _) => (Even((double)high * width / height), high),
            (_, 0) => (wide, Even((double)wide * height / width)),
            _ => (wide, high),
        };
    }

    private static (double Width, double Height) Largest(VideoInfo info, AspectRatio shape)
    {
        var height = Math.Min(info.Height, (double)info.Width * shape.Height / shape.Width);
        return (height * shape.Width / shape.Height, height);
    }

    // Encoders of 4:2:0 video need even sides; a pixel less is not seen, a pixel more does not exist.
    private static int Even(double length) => Math.Max(2, (int)(length / 2) * 2);

    private static VideoToolsException Invalid(VideoInfo info, string message, string action) =>
        new(VideoErrorId.InvalidCrop, info.FullName, message, action);
}
