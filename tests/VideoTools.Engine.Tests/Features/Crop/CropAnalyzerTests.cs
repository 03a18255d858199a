using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Crop;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Crop;

public class CropAnalyzerTests
{
    private const int Width = 320;
    private const int Height = 180;
    private static readonly CropOptions Halves = new() { Aspect = new AspectRatio(8, 9), Scale = 1, Grid = 2 };

    [Fact]
    public void Complete_MovingSquare_RaisesMotionOnlyWhereItIs()
    {
        // The crop is half of the picture; the square stays in the right one.
        var back = FramePainter.Texture(3, 60, 120);
        var frames = Enumerable.Range(0, 20).Select(i => FramePainter.Paint(
            Width, Height, i, (x, y) => x >= 200 + i && x < 240 + i && y is >= 60 and < 100 ? 200 : back(x, y)));

        var positions = Analyze(Halves, frames);

        Assert.Equal(2, positions.Count);
        Assert.Equal(0, positions[0].Motion);
        Assert.True(positions[1].Motion > 0.25, $"Motion {positions[1].Motion}");
        Assert.Equal(1, positions[1].Rank);
    }

    [Fact]
    public void Complete_MovingSquare_IsItsChangedPixels()
    {
        // Two columns of 40 pixels change by 100 levels each pair; the window has 160 x 180 pixels.
        var frames = Enumerable.Range(0, 20).Select(i => FramePainter.Paint(
            Width, Height, i, (x, y) => x >= 200 + i && x < 240 + i && y is >= 60 and < 100 ? 200 : 100));

        var positions = Analyze(Halves, frames);

        Assert.Equal(2.0 * 40 * 100 / (160 * 180), positions[1].Motion, 6);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void Complete_GlobalFlicker_IsNoMotion(double gain)
    {
        var back = FramePainter.Texture(3, 60, 160);
        var frames = Enumerable.Range(0, 30).Select(i => FramePainter.Paint(
            Width, Height, i, (x, y) => (int)Math.Round((back(x, y) * (1 + (gain * Math.Sin(i)))) + (gain == 0 ? i * 7 % 11 : 0))));

        var positions = Analyze(Halves, frames);

        // The same flicker as plain luma differences is above 3 levels a pair.
        Assert.All(positions, p => Assert.InRange(p.Motion, 0, gain == 0 ? 0 : 0.2));
    }

    [Fact]
    public void Complete_FlickerWithMovingSquare_TellsThemApart()
    {
        var back = FramePainter.Texture(3, 60, 120);
        var frames = Enumerable.Range(0, 20).Select(i => FramePainter.Paint(
            Width, Height, i, (x, y) => (x >= 200 + i && x < 240 + i && y is >= 60 and < 100 ? 200 : back(x, y)) + (i * 7 % 11)));

        var positions = Analyze(Halves, frames);

        Assert.Equal(0, positions[0].Motion);
        Assert.True(positions[1].Motion > 0.25, $"Motion {positions[1].Motion}");
    }

    [Fact]
    public void Complete_Cut_AddsNoMotion()
    {
        var (first, second) = (FramePainter.Texture(3, 40, 160), FramePainter.Texture(4, 90, 210));
        var frames = Enumerable.Range(0, 20).Select(i => FramePainter.Paint(Width, Height, i, i < 10 ? first : second));

        Assert.All(Analyze(Halves, frames), p => Assert.Equal(0, p.Motion));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(128)]
    [InlineData(235)]
    public void Complete_FlatPicture_HasNoEdgesAndNoDetailAtAnyBrightness(int luma)
    {
        var positions = Analyze(new CropOptions { Scale = 0.75 }, Enumerable.Range(0, 3).Select(i => FramePainter.Flat(Width, Height, i, luma)));

        Assert.Equal(25, positions.Count);
        Assert.All(positions, p => Assert.Equal((0, 0, 0, 0), (p.Motion, p.Detail, p.Edges, p.Saturation)));
        Assert.Equal(Enumerable.Range(1, 25), positions.Select(p => p.Rank));
    }

    [Fact]
    public void Complete_ColouredHalf_HasItsSaturation()
    {
        // 3-4-5: the distance of (158, 168) from grey is 50.
        var frames = Enumerable.Range(0, 60).Select(i => FramePainter.Paint(
            Width, Height, i, (_, _) => 100, (x, _) => x < 80 ? 158 : 128, (x, _) => x < 80 ? 168 : 128));

        var positions = Analyze(Halves, frames);

        Assert.Equal((50, 0), (positions[0].Saturation, positions[1].Saturation));
        Assert.Equal((0, 0), (positions[0].Edges, positions[1].Detail));
    }

    [Fact]
    public void Complete_TexturedHalf_HasDetailAndEdgesThere()
    {
        var texture = FramePainter.Texture(5, 50, 200);
        var frames = Enumerable.Range(0, 4).Select(i => FramePainter.Paint(Width, Height, i, (x, y) => x < 160 ? 120 : texture(x, y)));

        var positions = Analyze(Halves, frames);

        Assert.True(positions[1].Detail > 30 && positions[1].Edges > 10);

        // The neighbourhood of the pixels along the border reaches into the texture.
        Assert.InRange(positions[0].Detail, 0, 2);
        Assert.InRange(positions[0].Edges, 0, 1);
    }

    [Theory]
    [InlineData(false, "0:36:0:36", 198)]
    [InlineData(true, "0:36:0:36", 270)]
    public void Complete_LetterboxedPicture_HasItsPositionsInside(bool includeBars, string bars, int height)
    {
        // Bars of 24 rows of 180: 36 of 270.
        var texture = FramePainter.Texture(5, 60, 200);
        var frames = Enumerable.Range(0, 8).Select(i => FramePainter.Paint(
            Width, Height, i, (x, y) => y is < 24 or >= 156 ? 16 : texture(x, y + i)));

        var positions = Analyze(
            new CropOptions { Aspect = new AspectRatio(9, 16), Scale = 1, Grid = 3, IncludeBars = includeBars }, frames, FramePainter.Info(480, 270));

        Assert.All(positions, p => Assert.Equal((bars, height), (p.Bars, p.Height)));
        Assert.All(positions, p => Assert.True(includeBars || (p.Y >= 36 && p.Y + p.Height <= 234), p.ToString()));
    }

    [Fact]
    public void Complete_BarsForHalfOfTheTime_AreNoBarsOfTheWhole()
    {
        var texture = FramePainter.Texture(5, 60, 200);
        var frames = Enumerable.Range(0, 20).Select(i => FramePainter.Paint(
            Width, Height, i, (x, y) => i < 10 && (y is < 24 or >= 156) ? 16 : texture(x, y)));

        Assert.All(Analyze(Halves, frames), p => Assert.Equal(("0:0:0:0", 180), (p.Bars, p.Height)));
    }

    [Fact]
    public void Complete_RandomFrames_EqualsBruteForceOverEachWindow()
    {
        var luma = Enumerable.Range(0, 5).Select(i => FramePainter.Texture(i, 30, 220)).ToArray();
        var frames = Enumerable.Range(0, 5)
            .Select(i => FramePainter.Paint(64, 36, i, luma[i], FramePainter.Texture(i + 50, 0, 255), FramePainter.Texture(i + 90, 0, 255)))
            .ToList();
        frames.ForEach(f => f.Retain());

        // Displayed at 5.5 times the size: windows cut pixels.
        var info = FramePainter.Info(352, 198);
        var positions = Analyze(new CropOptions { Aspect = new AspectRatio(4, 3), Scale = 0.61, Grid = 4 }, frames, info);

        Assert.Equal(16, positions.Count);
        foreach (var p in positions)
        {
            double saturation = 0;
            double area = 0;
            for (var y = 0; y < 18; y++)
            {
                for (var x = 0; x < 32; x++)
                {
                    var share = Share(p.X / 11.0, (p.X + p.Width) / 11.0, x) * Share(p.Y / 11.0, (p.Y + p.Height) / 11.0, y);
                    area += share;
                    saturation += share * frames.Average(
                        f => Math.Sqrt(Math.Pow(f.U[(y * 32) + x] - 128, 2) + Math.Pow(f.V[(y * 32) + x] - 128, 2)));
                }
            }

            Assert.Equal(saturation / area, p.Saturation, 0.005);
        }
    }

    [Fact]
    public void Complete_EveryPixelWindow_AddsUpToTheWholePicture()
    {
        var frames = Enumerable.Range(0, 6)
            .Select(i => FramePainter.Paint(64, 36, i, FramePainter.Texture(i, 90, 110), FramePainter.Texture(i, 90, 160)))
            .ToList();
        var whole = Assert.Single(Analyze(new CropOptions { Aspect = new AspectRatio(16, 9), Scale = 1 }, frames, FramePainter.Info(64, 36)));
        var quarters = Analyze(new CropOptions { Aspect = new AspectRatio(16, 9), Scale = 0.5, Grid = 2 }, Repaint(frames), FramePainter.Info(64, 36));

        Assert.Equal(4, quarters.Count);
        Assert.Equal(whole.Motion, quarters.Average(p => p.Motion), 5);
        Assert.Equal(whole.Detail, quarters.Average(p => p.Detail), 5);
        Assert.Equal(whole.Edges, quarters.Average(p => p.Edges), 5);
        Assert.Equal(whole.Saturation, quarters.Average(p => p.Saturation), 5);
        Assert.True(whole.Motion > 0);
    }

    [Fact]
    public void Complete_TruncatedRange_TellsWhatWasMeasured()
    {
        var frames = Enumerable.Range(50, 10).Select(i => FramePainter.Flat(Width, Height, i, 100));
        var records = FramePainter.Run(new CropAnalyzer(Halves), FramePainter.Info(Width, Height), frames, RecordStatus.Truncated);

        var position = Assert.IsType<CropPosition>(records[0]);
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.4)), (position.Start, position.End));
        Assert.Equal((10L, RecordStatus.Truncated, "8:9"), (position.FrameCount, position.Status, position.Aspect));
        Assert.Equal((0, 0, 160, 180, Width, Height), (position.X, position.Y, position.Width, position.Height, position.VideoWidth, position.VideoHeight));
    }

    [Fact]
    public void Complete_TenThousandPositions_AreRowMajorWithDistinctRanks()
    {
        var frames = Enumerable.Range(0, 3).Select(i => FramePainter.Paint(Width, Height, i, FramePainter.Texture(i, 16, 235)));
        var positions = Analyze(new CropOptions { Aspect = new AspectRatio(9, 16), Grid = 100, Scale = 0.75 }, frames, FramePainter.Info(1920, 1080));

        Assert.Equal(10_000, positions.Count);
        Assert.Equal(Enumerable.Range(0, 10_000), positions.Select(p => p.Index));
        Assert.Equal(positions.OrderBy(p => p.Y).ThenBy(p => p.X), positions);
        Assert.Equal(Enumerable.Range(1, 10_000), positions.Select(p => p.Rank).Order());
    }

    [Fact]
    public void OnFrame_Frames_AreGivenBack()
    {
        var pool = new FramePool(VideoFrame.GetByteCount(FrameFormat.Yuv420P, 32, 18));
        var buffers = new HashSet<byte[]>();
        var frames = Enumerable.Range(0, 50).Select(i =>
        {
            var buffer = pool.Rent();
            buffers.Add(buffer);
            Array.Fill(buffer, (byte)100);
            return new VideoFrame(buffer, pool, FrameFormat.Yuv420P, 32, 18, i, i, FramePainter.TimeBase);
        });

        Analyze(new CropOptions { Grid = 1 }, frames, FramePainter.Info(32, 18));

        // The frame at hand and the one before it.
        Assert.InRange(buffers.Count, 1, 2);
    }

    [Fact]
    public void Complete_NoFrame_EmitsNothing() => Assert.Empty(Analyze(Halves, []));

    [Theory]
    [InlineData(320, 180, 1000, 1, 1.0)]
    [InlineData(0, 0, 1, 1, 1.0)]
    [InlineData(20, 20, 1, 1, 0.05)]
    public void Begin_CropDoesNotFit_IsInvalidCrop(int width, int height, int aspectWidth, int aspectHeight, double scale)
    {
        var analyzer = new CropAnalyzer(new CropOptions { Aspect = new AspectRatio(aspectWidth, aspectHeight), Scale = scale });

        var exception = Assert.Throws<VideoToolsException>(
            () => analyzer.Begin(new AnalysisContext(FramePainter.Info(width, height), null, null, _ => { })));

        Assert.Equal((VideoErrorId.InvalidCrop, "/videos/clip.mp4"), (exception.Error.Id, exception.Error.FullName));
    }

    [Fact]
    public void Constructor_OptionOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CropAnalyzer(new CropOptions { Grid = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CropAnalyzer(new CropOptions { Scale = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CropAnalyzer(new CropOptions { Aspect = default }));
    }

    private static double Share(double low, double high, int pixel) => Math.Max(0, Math.Min(high, pixel + 1) - Math.Max(low, pixel));

    // Frames that were released once cannot be fed again.
    private static IEnumerable<VideoFrame> Repaint(IEnumerable<VideoFrame> frames) => frames.Select(
        f => FramePainter.Paint(f.Width, f.Height, f.Index, FramePainter.Texture((int)f.Index, 90, 110), FramePainter.Texture((int)f.Index, 90, 160)));

    private static List<CropPosition> Analyze(CropOptions options, IEnumerable<VideoFrame> frames, VideoInfo? info = null) =>
        [.. FramePainter.Run(new CropAnalyzer(options), info ?? FramePainter.Info(Width, Height), frames).Cast<CropPosition>()];
}
