using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Text;

/// <summary>
/// Small and large pictures of one size with a striped sign on them, and a reader that reports the sign wherever it is drawn: text
/// analysis without models.
/// </summary>
internal sealed class Scenery(int width = 160, int height = 96) : ITextReader
{
    public sealed record Sign(string Text, int FirstFrame, int EndFrame, int X, int Y, int SpeedX = 0);

    public List<Sign> Signs { get; } = [];

    /// <summary>Pixels a frame that the background moves by.</summary>
    public int Pan { get; init; }

    /// <summary>Frames where the reader is blind.</summary>
    public HashSet<long> Blind { get; } = [];

    /// <summary>What the reader says instead, by frame.</summary>
    public Dictionary<long, string> Misread { get; } = [];

    public List<long> FramesRead { get; } = [];

    public InferenceDevice Device => InferenceDevice.Cpu;

    public void Prepare(Action<string> warn)
    {
    }

    public VideoFrame Small(long frame) => FramePainter.Paint(width, height, frame, (x, y) => Luma(x, y, frame));

    public VideoFrame Large(long frame) =>
        new(new byte[width * height * 3], null, FrameFormat.Rgb24, width, height, frame, frame, FramePainter.TimeBase);

    public IReadOnlyList<IReadOnlyList<TextLine>> Read(IReadOnlyList<VideoFrame> stills) => [.. stills.Select(Lines)];

    /// <summary>Runs an analyzer over frames, with a large one every quarter of a second.</summary>
    public (List<VideoText> Records, TextAnalyzer Analyzer) Run(int frames, TextOptions? options = null)
    {
        var analyzer = new TextAnalyzer(options ?? new TextOptions(), this, new InlineLane());
        var records = new List<VideoText>();
        var info = FramePainter.Info(width, height) with
        {
            Duration = TimeSpan.FromSeconds(frames / 25.0), TimeBase = FramePainter.TimeBase, FrameRate = new Rational(25, 1),
        };
        analyzer.Begin(new AnalysisContext(info, null, null, Keep));
        var interval = new TextFeature().Streams(options ?? new TextOptions()).Stills!.Interval;
        for (var frame = 0; frame < frames; frame++)
        {
            var small = Small(frame);
            analyzer.OnFrame(small);
            small.Release();
            if (interval == 0 || frame == 0 || Math.Floor(frame / 25.0 / interval) > Math.Floor((frame - 1) / 25.0 / interval))
            {
                var large = Large(frame);
                analyzer.OnStill(large);
                large.Release();
            }
        }

        var summary = new DecodeSummary(frames, frames, FramePainter.TimeBase, 0, RecordStatus.Ok);
        ((IAnalyzer)analyzer).End(summary);
        analyzer.Complete(summary);
        analyzer.Dispose();
        return (records, analyzer);

        void Keep(object record)
        {
            if (record is VideoText text)
            {
                records.Add(text);
            }
        }
    }

    private List<TextLine> Lines(VideoFrame still)
    {
        FramesRead.Add(still.Index);
        return Blind.Contains(still.Index) ? [] : [.. Signs.Where(s => Shows(s, still.Index)).Select(s => new TextLine(
            new RotatedBox(s.X + Shift(s, still.Index) + 25, s.Y + 6, 50, 12, 0), Misread.GetValueOrDefault(still.Index, s.Text), 0.95))];
    }

    private int Luma(int x, int y, long frame)
    {
        foreach (var sign in Signs.Where(s => Shows(s, frame)))
        {
            var (u, v) = (x - sign.X - (int)Shift(sign, frame), y - sign.Y);
            if (u is >= 0 and < 50 && v is >= 0 and < 12)
            {
                // Stripes whose widths depend on the text: two signs do not resemble each other.
                return FramePainter.Texture(sign.Text.Sum(c => c * 31), 0, 1)(u / 2, v / 4) == 1 ? 235 : 20;
            }
        }

        return FramePainter.Texture(7, 90, 110)(((x + (int)(frame * Pan)) / 4), y / 4);
    }

    private static bool Shows(Sign sign, long frame) => frame >= sign.FirstFrame && frame < sign.EndFrame;

    private static long Shift(Sign sign, long frame) => sign.SpeedX * (frame - sign.FirstFrame);
}
