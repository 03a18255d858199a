// Method: frames that the input does not bring are chosen first, on the small frames of one decode (or the cache). Chosen ones are read
// at full size in batches, as they come where the mode allows it: a child for each run of frames that lie near each other (PictureReader).
// Every picture gets its name when it is whole. The tiles of a sheet come from the same children. Cost: of the selection the decode; of
// the pictures the decoding from the key frame before each, at most the decode once more, and the encoder.
// Memory: a picture, a batch of records, the tiles.
using System.Collections.Concurrent;
using VideoTools.Engine.Files;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Previews;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Exporting;

/// <summary>Writes frames of videos as pictures, one input after another. Thread-safe.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="analysis">Chooses frames.</param>
internal sealed class FrameExporter(FrameExportRequest request, IJobRunner analysis) : IJobRunner
{
    private readonly ConcurrentDictionary<string, string> _taken =
        new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks every option but those of the selection.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    public static void Validate(FrameExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FrameNames.Validate(options);
        Require(Enum.IsDefined(options.Format), $"Format must be one of {string.Join(", ", Enum.GetNames<PictureFormat>())}.");
        Require(options.Quality is >= 1 and <= 100, "Quality must be 1 to 100.");
        Require(options.BatchSize is >= 1 and <= 10000, "BatchSize must be 1 to 10000.");
    }

    /// <inheritdoc/>
    public void Run(JobHost host)
    {
        var input = host.Job.Input;
        var sheet = FrameNames.Sheet(input.FullName, request.Options);
        if (sheet is not null)
        {
            Claim(sheet, input.FullName);
            WholeFiles.Check(sheet, request.Options.Force, Subject(input.FullName));
        }

        var work = new Work(
            host,
            Prober.Create(request.Engine).Probe(input.FullName, countFrames: false, host.Cancellation),
            FrameNames.Directory(input.FullName, request.Options),
            sheet is null ? null : new SheetTiles());
        List<SelectedFrame> batch = [];
        if (input.Frames is { } frames)
        {
            foreach (var part in frames.Chunk(request.Options.BatchSize))
            {
                Write(work, part);
            }
        }
        else
        {
            host.Job.First = new Job(host.Job.Index, input);
            analysis.Run(host with { Job = host.Job.First, Emit = Take });
            Write(work, batch);
        }

        if (work.Count == 0)
        {
            throw new VideoToolsException(VideoErrorId.NoFrames, input.FullName,
                $"No frame of '{input.FullName}' was chosen.",
                "Lower the limits of brightness, contrast and sharpness, or choose another mode.");
        }

        if (work.Tiles is { } tiles)
        {
            host.Emit(WriteSheet(sheet!, input.FullName, tiles, host.Cancellation));
        }

        void Take(object record)
        {
            batch.Add((SelectedFrame)record);
            if (batch.Count == request.Options.BatchSize)
            {
                Write(work, batch);
                batch.Clear();
            }
        }
    }

    private static OutputSubject Subject(string fullName) =>
        new($"A picture of '{Path.GetFileName(fullName)}'", fullName, "choose another directory");

    private void Write(Work work, IReadOnlyCollection<SelectedFrame> frames)
    {
        if (frames.Count == 0)
        {
            return;
        }

        var timeBase = work.Source.Info.TimeBase;
        var wanted = new SortedDictionary<long, SelectedFrame>();
        foreach (var frame in frames)
        {
            // The decoder's own way from its clock to seconds, backwards.
            var time = (long)Math.Round((decimal)frame.Seconds * timeBase.Denominator / timeBase.Numerator, MidpointRounding.AwayFromZero);
            if (wanted.TryAdd(time, frame) && work.Directory is { } directory)
            {
                // Said before the work, not after it.
                WholeFiles.Check(Claim(PathOf(directory, frame), frame.FullName), request.Options.Force, Subject(frame.FullName));
            }
        }

        var host = work.Host;
        Interlocked.Exchange(ref host.Job.LengthTicks, Math.Max(1, work.Source.Info.Duration?.Ticks ?? 0));
        var plan = new PicturePlan
        {
            Source = work.Source,
            Times = [.. wanted.Keys],
            Format = work.Directory is null ? null : request.Options.Format,
            Quality = request.Options.Quality,
            TileSide = work.Tiles is null ? 0 : FrameSheetPainter.TileSide,
            Threads = host.DecoderThreads(),
        };
        var reader = PictureReader.Create(request.Engine);
        var missing = reader.Read(plan, picture => Save(work, wanted[picture.Time], picture), host.Cancellation);
        if (missing.Count > 0)
        {
            host.Warn(FormattableString.Invariant(
                $"{missing.Count} frames of '{work.Source.Info.FullName}' are not there any more: ")
                + $"the first at {TimeText.Format(MediaTime.ToTimeSpan(missing[0], timeBase))}. Choose frames again.");
        }
    }

    private void Save(Work work, SelectedFrame frame, FramePicture picture)
    {
        Interlocked.Exchange(ref work.Host.Job.PositionTicks, frame.Time.Ticks);
        work.Count++;
        if (picture.Tile is { } tile)
        {
            work.Tiles!.Add(tile, frame.Seconds);
        }

        if (picture.File is not { } file)
        {
            return;
        }

        var path = PathOf(work.Directory!, frame);
        WholeFiles.Write(Subject(frame.FullName), request.Options.Force, (path, file));
        var (width, height) = PictureCommand.FullSize(work.Source);
        work.Host.Emit(new ExportedFrame
        {
            FullName = path,
            VideoPath = work.Source.Info.FullName,
            Frame = frame.Frame,
            Time = MediaTime.ToTimeSpan(picture.Time, work.Source.Info.TimeBase),
            Seconds = frame.Seconds,
            SceneIndex = frame.SceneIndex,
            Width = width,
            Height = height,
            Length = file.Length,
            Brightness = frame.Brightness,
            Contrast = frame.Contrast,
            Sharpness = frame.Sharpness,
            Activity = frame.Activity,
            Quality = frame.Quality,
            Hash = frame.Hash,
            Status = frame.Status,
        });
    }

    private FrameSheet WriteSheet(string path, string fullName, SheetTiles tiles, CancellationToken cancellationToken)
    {
        var picture = FrameSheetPainter.Paint(tiles.Kept);
        var content = FrameNames.IsJpeg(path)
            ? JpegMaker.Create(request.Engine).Encode(picture, request.Options.Quality, fullName, cancellationToken)
            : Imaging.PngEncoder.Encode(picture);
        WholeFiles.Write(Subject(fullName), request.Options.Force, (path, content));
        return new FrameSheet
        {
            FullName = path,
            VideoPath = fullName,
            FrameCount = tiles.Kept.Count,
            Width = picture.Width,
            Height = picture.Height,
            Length = content.Length,
        };
    }

    private string PathOf(string directory, SelectedFrame frame) =>
        Path.Combine(directory, FrameNames.Picture(frame, request.Options.Format));

    // Two videos of one name would overwrite each other in one directory, forced or not.
    private string Claim(string path, string fullName)
    {
        var owner = _taken.GetOrAdd(path, fullName);
        return owner == fullName ? path : throw new VideoToolsException(VideoErrorId.OutputExists, fullName,
            $"'{path}' already shows '{owner}'; '{fullName}' is not written.", "Write videos of one name into different directories.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }

    private sealed record Work(JobHost Host, ProbeResult Source, string? Directory, SheetTiles? Tiles)
    {
        public int Count { get; set; }
    }
}
