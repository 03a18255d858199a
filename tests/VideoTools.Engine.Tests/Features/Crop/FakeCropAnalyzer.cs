using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Tests.Features.Crop;

/// <summary>Positions with made-up measurements: no video, no decoder. A 1920x1080 video of 30 s unless told otherwise.</summary>
internal sealed class FakeCropAnalyzer
{
    private readonly Dictionary<CropPoint, (double Motion, double Detail, double Edges, double Saturation)> _measurements = [];

    public string FullName { get; init; } = "/videos/fake.mp4";

    public int Width { get; init; } = 1920;

    public int Height { get; init; } = 1080;

    public TimeSpan Start { get; init; }

    public TimeSpan End { get; init; } = TimeSpan.FromSeconds(30);

    public int CallCount { get; private set; }

    public FakeCropAnalyzer Set(int x, int y, double motion, double detail, double edges, double saturation)
    {
        _measurements[new CropPoint(x, y)] = (motion, detail, edges, saturation);
        return this;
    }

    public IReadOnlyList<CropPosition> Analyze(AspectRatio aspect, double scale, int grid)
    {
        var geometry = CropGeometry.Compute(Width, Height, aspect, scale);
        return CropScoring.WithRanks([.. CropGrid.Create(geometry.MaximumX, geometry.MaximumY, grid).Select((p, i) => Measure(p, i, geometry, aspect))]);
    }

    private CropPosition Measure(CropPoint point, int index, CropGeometry geometry, AspectRatio aspect)
    {
        CallCount++;
        var (x, y) = point;
        var (motion, detail, edges, saturation) = _measurements.TryGetValue(point, out var set)
            ? set
            : ((x + y) / 10.0, x * y / 100.0, x / 5.0, y / 5.0);
        return new CropPosition
        {
            FullName = FullName,
            Index = index,
            X = x,
            Y = y,
            Width = geometry.CropWidth,
            Height = geometry.CropHeight,
            VideoWidth = Width,
            VideoHeight = Height,
            Aspect = aspect.ToString(),
            Motion = motion,
            Detail = detail,
            Edges = edges,
            Saturation = saturation,
            Start = Start,
            End = End,
            FrameCount = 900,
        };
    }
}
