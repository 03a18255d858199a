// Method: what an input does not bring is found by the features that everybody asks (one decode, or the cache): the positions, and what
// draws the eye when, which says on which frames a crop is worth looking at (PreviewMoments). Then single frames are read, painted in
// memory and written whole. Cost: the decode, and less than a group of pictures for each frame shown.
using System.Collections.Concurrent;
using VideoTools.Engine.Features.CropPath;
using VideoTools.Engine.Files;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Previews;

/// <summary>Writes pictures of crops, one input after another. Thread-safe.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="crops">Chooses among positions.</param>
/// <param name="analysis">Makes what runs an analysis.</param>
internal sealed class CropPreviewer(CropPreviewRequest request, ICrops crops, Func<AnalysisRequest, IJobRunner> analysis) : IJobRunner
{
    // A tile shows where the window lies; ten rows of three stay below 2000 x 2100 pixels.
    private const int TileSide = 320, Tiles = 3;

    // Of the heat map, so that numbers fit into its cells.
    private const int PanelSide = 480;

    // A sheet of more is no overview, and costs its pixels in memory.
    private const int MostRows = 50;

    // The largest frames that are read whole.
    private const int LargestSide = 4096;

    private readonly ConcurrentDictionary<string, string> _taken =
        new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Run(JobHost host)
    {
        var (job, emit, warn, _, cancellationToken) = host;
        var (input, options) = (job.Input, request.Options);
        foreach (var kind in options.Kinds.Distinct().Where(kind => kind != CropPreviewKind.Single))
        {
            // Said before the work, not after it.
            WholeFiles.Check(Claim(input, kind, 0), options.Force, Subject(input));
        }

        List<object> found = [];
        analysis(Missing(input)).Run(host with { Emit = found.Add });
        var subjects = PreviewSubjects.Of(input, found, crops, options.Candidates);
        var source = Prober.Create(request.Engine).Probe(input.FullName, countFrames: false, cancellationToken);
        foreach (var kind in options.Kinds.Distinct())
        {
            switch (kind)
            {
                case CropPreviewKind.Sheet:
                    emit(Sheet(input, source, subjects, warn, cancellationToken));
                    break;
                case CropPreviewKind.HeatMap:
                    emit(HeatMap(input, source, subjects, cancellationToken));
                    break;
                default:
                    foreach (var crop in subjects.Crops)
                    {
                        emit(Single(input, source, crop, subjects, cancellationToken));
                    }

                    break;
            }
        }
    }

    /// <summary>The picture of what is inside of a crop, at the moment at which most happens in it.</summary>
    /// <param name="reader">Reads frames.</param>
    /// <param name="source">The probed file.</param>
    /// <param name="shot">The crop and its range.</param>
    /// <param name="samples">What draws the eye when.</param>
    /// <param name="largest">Longest side of the picture in pixels; 0 for the crop's own.</param>
    /// <param name="cancellation">Ends the work at once.</param>
    public static (RgbPicture Picture, double Seconds) Show(
        StillReader reader,
        ProbeResult source,
        CropShot shot,
        IReadOnlyList<SaliencySample> samples,
        int largest,
        CancellationToken cancellation)
    {
        var info = source.Info;
        var moment = PreviewMoments.Choose(shot, samples, info.Width, info.Height, info.DurationSeconds ?? 0, 1)[0];
        var side = Math.Min(LargestSide, Math.Max(info.Width, info.Height));
        if (largest > 0)
        {
            side = Math.Min(side, (int)Math.Ceiling((double)side * largest / Math.Max(shot.Width, shot.Height)));
        }

        var frame = reader.ReadPixels(source, TimeSpan.FromSeconds(moment), side, cancellation);
        return (frame.Cut(ShotWindow.At(shot, moment, info.Width, info.Height, frame.Width, frame.Height)), moment);
    }

    private static OutputSubject Subject(VideoInput input) =>
        new($"The picture of crops of '{Path.GetFileName(input.FullName)}'", input.FullName, "choose another directory");

    private static int Scene(VideoInput input) => input switch
    {
        { SceneIndex: { } scene } => scene,
        { Candidates: [var candidate, ..] } => candidate.SceneIndex,
        { Positions: [var position, ..] } => position.SceneIndex,
        _ => 0,
    };

    private AnalysisRequest Missing(VideoInput input)
    {
        List<FeatureOptions> features = [new AttentionOptions()];
        var hasCrops = input.Candidates is { Count: > 0 } || input.Shots is { Count: > 0 };
        if (input.Positions is not { Count: > 0 } && (!hasCrops || request.Options.Kinds.Contains(CropPreviewKind.HeatMap)))
        {
            features.Add(request.Options.Crop);
        }

        return new AnalysisRequest([.. features]) { Engine = request.Engine };
    }

    private CropPreview Sheet(
        VideoInput input, ProbeResult source, PreviewSubjects subjects, Action<string> warn, CancellationToken cancellationToken)
    {
        if (subjects.Crops.Count > MostRows)
        {
            warn(FormattableString.Invariant($"The sheet of '{input.FullName}' shows {MostRows} of {subjects.Crops.Count} crops."));
        }

        var info = source.Info;
        var shelf = new FrameShelf(StillReader.Create(request.Engine), source, TileSide, cancellationToken);
        SheetRow[] rows =
        [
            .. subjects.Crops.Take(MostRows).Select(crop => new SheetRow(crop.Label,
            [
                .. PreviewMoments.Choose(
                    crop.Shot, subjects.Samples, info.Width, info.Height, info.DurationSeconds ?? 0, Tiles).Select(at =>
                {
                    var frame = shelf.Get(at);
                    return (frame, ShotWindow.At(crop.Shot, at, info.Width, info.Height, frame.Width, frame.Height), at);
                }),
            ])),
        ];
        return rows.Length > 0
            ? Save(input, CropPreviewKind.Sheet, 0, SheetPainter.Paint(rows), rows[0].Tiles[0].Seconds)
            : throw Nothing(input);
    }

    private CropPreview HeatMap(VideoInput input, ProbeResult source, PreviewSubjects subjects, CancellationToken cancellationToken)
    {
        if (subjects.Positions.Count == 0)
        {
            throw Nothing(input);
        }

        // Over a frame on which most happens in the whole picture.
        var whole = CropShots.Of(subjects.Positions[0]) with { X = 0, Y = 0, Width = source.Info.Width, Height = source.Info.Height };
        var (frame, at) = Show(StillReader.Create(request.Engine), source, whole, subjects.Samples, PanelSide, cancellationToken);
        return Save(input, CropPreviewKind.HeatMap, 0, HeatMapPainter.Paint(frame, subjects.Positions), at);
    }

    private CropPreview Single(
        VideoInput input, ProbeResult source, PreviewCrop crop, PreviewSubjects subjects, CancellationToken cancellationToken)
    {
        WholeFiles.Check(Claim(input, CropPreviewKind.Single, crop.Number), request.Options.Force, Subject(input));
        var reader = StillReader.Create(request.Engine);
        var (picture, at) = Show(reader, source, crop.Shot, subjects.Samples, 0, cancellationToken);
        return Save(input, CropPreviewKind.Single, crop.Number, picture, at);
    }

    private CropPreview Save(VideoInput input, CropPreviewKind kind, int number, RgbPicture picture, double seconds)
    {
        var path = PreviewNames.Resolve(input.FullName, request.Options, kind, number, Scene(input));
        var content = PngEncoder.Encode(picture);
        WholeFiles.Write(Subject(input), request.Options.Force, (path, content));
        return new CropPreview
        {
            FullName = path,
            VideoPath = input.FullName,
            Kind = kind,
            Number = number,
            SceneIndex = Scene(input),
            Width = picture.Width,
            Height = picture.Height,
            Length = content.Length,
            Seconds = seconds,
        };
    }

    // Two videos of one name would overwrite each other in one directory, forced or not.
    private string Claim(VideoInput input, CropPreviewKind kind, int number)
    {
        var path = PreviewNames.Resolve(input.FullName, request.Options, kind, number, Scene(input));
        return _taken.TryAdd(path, input.FullName) ? path : throw new VideoToolsException(
            VideoErrorId.OutputExists,
            input.FullName,
            $"'{path}' already holds crops of '{_taken[path]}'; those of '{input.FullName}' are not written.",
            "Write videos of one name into different directories, and each crop of a video once.");
    }

    private static VideoToolsException Nothing(VideoInput input) => new(
        VideoErrorId.NoFrames, input.FullName, $"There is no crop of '{input.FullName}' to show.", "Check whether a player can show it.");
}
