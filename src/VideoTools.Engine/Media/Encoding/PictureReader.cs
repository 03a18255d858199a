// Method: one child for frames that lie near each other. It writes NUT: each picture comes with its exact PTS, and the one asked for is
// taken; where a file's time stamps are repeated or step back the nearest within half a frame stands for it. What does not come after a
// seek is looked for once more from a minute before: some containers lead to the wrong key frame. In a file whose clock jumps, frames are
// counted from its start instead. Memory: a picture.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Decoding.Nut;
using VideoTools.Engine.Media.Decoding.Times;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>Reads single frames of a file at full size.</summary>
/// <param name="tools">Where ffmpeg lies.</param>
/// <param name="stallTimeout">A child that delivers nothing for so long is ended.</param>
internal sealed class PictureReader(FfmpegTools tools, TimeSpan stallTimeout)
{
    private const int MostBytes = 256 << 20;
    private const int SecondHeadStart = 60;

    /// <summary>
    /// Seconds that frames read by one child lie apart at most: decoding what is between costs less than a start and a seek.
    /// </summary>
    public const double NearSeconds = 5;

    /// <summary>A reader as the options say.</summary>
    /// <exception cref="VideoToolsException"><see cref="VideoErrorId.DecoderMissing"/>.</exception>
    public static PictureReader Create(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PictureReader(FfmpegLocator.Locate(options.FfmpegDirectory), options.StallTimeout);
    }

    /// <summary>Reads frames.</summary>
    /// <param name="plan">Which, and as what.</param>
    /// <param name="deliver">Takes each, in order of time.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <returns>Times without a frame.</returns>
    /// <exception cref="VideoToolsException">DecoderStalled, DecoderFailed or EncoderMissing.</exception>
    public IReadOnlyList<long> Read(PicturePlan plan, Action<FramePicture> deliver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (new PacketReader(tools, stallTimeout).ReadJumping(plan.Source, until: null, cancellationToken) is { } packets)
        {
            return ReadByNumber(plan, packets, deliver, cancellationToken);
        }

        List<long> missing = [];
        foreach (var group in Groups(plan))
        {
            var left = RunChild(plan with { Times = group }, 0, deliver, cancellationToken);
            if (left.Count > 0)
            {
                left = RunChild(plan with { Times = left }, SecondHeadStart, deliver, cancellationToken);
            }

            missing.AddRange(left);
        }

        return missing;
    }

    // The same time stamp stands for several frames: their numbers do not.
    private List<long> ReadByNumber(
        PicturePlan plan, PacketTimes packets, Action<FramePicture> deliver, CancellationToken cancellationToken)
    {
        var before = Math.Max(0, PictureCommand.Tolerance(plan.Source) - 1);
        var times = plan.Times.GroupBy(time => packets.NumberAt(time - before)).ToDictionary(group => group.Key, group => group.First());
        var missing = RunChild(
            plan with { Numbers = [.. times.Keys.Order()] },
            0,
            picture => deliver(picture with { Time = times[picture.Time] }),
            cancellationToken);
        return missing.ConvertAll(number => times[number]);
    }

    private static IEnumerable<IReadOnlyList<long>> Groups(PicturePlan plan)
    {
        var timeBase = plan.Source.Info.TimeBase;
        List<long> group = [];
        foreach (var time in plan.Times)
        {
            if (group.Count > 0 && MediaTime.ToSeconds(time - group[^1], timeBase) > NearSeconds)
            {
                yield return group;
                group = [];
            }

            group.Add(time);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private List<long> RunChild(PicturePlan plan, int headStart, Action<FramePicture> deliver, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var layout = DecodeLayout.Create(new DecodePlan { Source = plan.Source, AnalysisLongSide = 2 });
        using var child = DecoderProcess.Start(tools, PictureCommand.Build(plan, layout, headStart), stallTimeout, cancellationToken);
        var matcher = plan.Numbers is { } numbers
            ? new PictureMatcher(numbers, 0, deliver)
            : new PictureMatcher(plan.Times, PictureCommand.Tolerance(plan.Source), deliver);
        try
        {
            ReadPictures(plan, layout, new NutReader(child.Output), matcher, cancellationToken);
        }
        catch (IOException wrong)
        {
            if (wrong is NutFormatException { IsEndOfStream: false })
            {
                child.End();
            }

            // What came is good; what the child or its end has to say follows.
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (matcher.IsDone)
        {
            return [];
        }

        var exitCode = child.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        Check(plan, child, exitCode);
        return matcher.Finish();
    }

    private void Check(PicturePlan plan, DecoderProcess child, int? exitCode)
    {
        var path = plan.Source.Info.FullName;
        if (child.HasStalled)
        {
            throw new VideoToolsException(VideoErrorId.DecoderStalled, path,
                $"ffmpeg delivered no picture of '{path}' within {stallTimeout.TotalSeconds:0} s and was ended.",
                "Check the drive or network it lies on.");
        }

        if (child.Log.Tail.Contains("Unknown encoder", StringComparison.Ordinal))
        {
            throw new VideoToolsException(VideoErrorId.EncoderMissing, path,
                $"This ffmpeg writes no {plan.Format}.", "Choose another format, or install an ffmpeg with libwebp.");
        }

        if (exitCode is not 0)
        {
            throw ChildEnd.Error(exitCode, path, "ffmpeg") ?? new VideoToolsException(VideoErrorId.DecoderFailed, path,
                $"Pictures of '{path}' could not be read. ffmpeg: {child.Log.Tail}", "Check whether a player can show it.");
        }
    }

    private static void ReadPictures(
        PicturePlan plan, DecodeLayout layout, NutReader reader, PictureMatcher matcher, CancellationToken cancellationToken)
    {
        if (!reader.ReadHeaders())
        {
            return;
        }

        var tileStream = plan.Format is null ? 0 : 1;
        var hasTile = plan.TileSide > 0;
        var mappers = reader.Streams
            .Select(stream => new PtsMapper(
                new PipeTime(stream.TimeBase, plan.Source.Info.TimeBase, layout.OffsetSeconds, layout.StartPts)))
            .ToArray();
        Dictionary<long, (byte[]? File, RgbPicture? Tile)> halves = [];
        while (!matcher.IsDone && reader.ReadFrameHeader(out var header))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (header.Size > MostBytes)
            {
                throw new NutFormatException($"A picture of {header.Size} bytes is impossible.");
            }

            var bytes = new byte[header.Size];
            reader.ReadPayload(bytes);
            var time = mappers[header.Stream].Map(header.Pts);
            var (file, tile) = halves.GetValueOrDefault(time);
            if (hasTile && header.Stream == tileStream)
            {
                var (width, height) = PictureCommand.TileSize(plan);
                tile = new RgbPicture(width, height, bytes);
            }
            else
            {
                file = bytes;
            }

            if ((file is null && plan.Format is not null) || (tile is null && hasTile))
            {
                halves[time] = (file, tile);
                continue;
            }

            halves.Remove(time);
            matcher.Add(time, file, tile);
        }
    }
}
