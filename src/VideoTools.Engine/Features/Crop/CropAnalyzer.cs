using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Crop;

/// <summary>
/// Measures every crop position over every frame it is given and emits one <see cref="CropPosition"/> a position, row-major, at the
/// end. The positions share per-pixel sums: their number costs next to nothing, and the numbers do not depend on threads.
/// </summary>
internal sealed class CropAnalyzer : IAnalyzer
{
    private readonly CropOptions _options;
    private readonly BarEvidence _bars = new();
    private AnalysisContext? _context;
    private CropMeasurements? _measurements;
    private VideoFrame? _previous;
    private TimeSpan _start;

    /// <summary>Prepares an analysis.</summary>
    /// <exception cref="ArgumentException">An option is out of range, whatever the video.</exception>
    public CropAnalyzer(CropOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CropGeometry.ValidateOptions(options.Aspect, options.Scale);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Grid, 1, nameof(options.Grid));
        _options = options;
    }

    /// <inheritdoc/>
    /// <exception cref="VideoToolsException">InvalidCrop: the crop does not fit the video.</exception>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;

        // Said before the work where it can never fit, bars or not.
        _ = CropGeometry.ComputeFor(context.Info.FullName, context.Info.Width, context.Info.Height, _options.Aspect, _options.Scale);
    }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (_measurements is null)
        {
            _measurements = new CropMeasurements(frame.Width, frame.Height);
            _start = frame.Time;
        }

        _measurements.Add(_previous, frame);
        _bars.Add(BlackBars.Measure(frame.Y, frame.Width, frame.Height));
        _previous?.Release();
        _previous = frame.Retain();
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _previous?.Release();
        _previous = null;
        if (_measurements is null || _context is null)
        {
            return;
        }

        foreach (var position in CropScoring.WithRanks(Measure(_measurements, _context.Info, summary)))
        {
            _context.Emit(position);
        }
    }

    private CropPosition[] Measure(CropMeasurements measurements, VideoInfo info, DecodeSummary summary)
    {
        var bars = _bars.Common().Scale(measurements.Width, measurements.Height, info.Width, info.Height);
        var area = PictureArea.Inside(_options.IncludeBars ? default : bars, info.Width, info.Height);
        var geometry = CropGeometry.ComputeFor(info.FullName, area.Width, area.Height, _options.Aspect, _options.Scale);
        var reader = measurements.CreateReader();
        var points = CropGrid.Create(geometry.MaximumX, geometry.MaximumY, _options.Grid);
        var positions = new CropPosition[points.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            var point = new CropPoint(area.Left + points[i].X, area.Top + points[i].Y);
            var (motion, detail, edges, saturation) = reader.Measure(point, geometry, info.Width, info.Height);
            positions[i] = new CropPosition
            {
                FullName = info.FullName,
                Index = i,
                X = point.X,
                Y = point.Y,
                Width = geometry.CropWidth,
                Height = geometry.CropHeight,
                VideoWidth = info.Width,
                VideoHeight = info.Height,
                Bars = bars.ToString(),
                Aspect = _options.Aspect.ToString(),
                Motion = motion,
                Detail = detail,
                Edges = edges,
                Saturation = saturation,
                SceneIndex = _context!.SceneIndex,
                Start = _start,
                End = summary.End,
                StartSeconds = _start.TotalSeconds,
                EndSeconds = summary.EndSeconds,
                FrameCount = measurements.FrameCount,
                Status = summary.Status,
            };
        }

        return positions;
    }
}
