using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class ColourTests : DecodingTestBase
{
    // Grey steps, 32 pixels each: 0, 1/7 ... 1 of the range.
    private const string Steps = "nullsrc=s=256x64:d=0.4:r=10,format=gray,geq=lum='floor(X/32)*255/7'";

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("steps-tv.mp4", "tv", "yuv420p")]
    [InlineData("steps-pc.mp4", "pc", "yuv420p")]
    [InlineData("steps-444.mp4", "tv", "yuv444p")]
    [InlineData("steps-10.mp4", "tv", "yuv420p10le")]
    public void Decode_AnyRangeAndDepth_LumaIsLimitedRange(string name, string range, string pixelFormat)
    {
        var path = TestClip.Make(
            name, "-f", "lavfi", "-i", Steps, "-vf", $"scale=in_range=pc:out_range={range},format={pixelFormat}", "-color_range", range, "-c:v", "libx264", "-qp", "1");

        var (sink, _) = Decode(path, p => p with { AnalysisLongSide = 256 });

        for (var step = 0; step < 8; step++)
        {
            var expected = 16 + (219.0 * step / 7);
            Assert.InRange(sink.Pictures[0][(32 * 256) + (step * 32) + 16], expected - 2, expected + 2);
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_MotionJpegOfFullRange_LumaIsLimitedRange()
    {
        var path = TestClip.Make("steps-mjpeg.avi", "-f", "lavfi", "-i", Steps, "-pix_fmt", "yuvj420p", "-c:v", "mjpeg", "-q:v", "1");

        var (sink, _) = Decode(path, p => p with { AnalysisLongSide = 256 });

        Assert.True(Probe(path).IsFullRange);
        Assert.InRange(sink.Pictures[0][(32 * 256) + 16], 14, 18);
        Assert.InRange(sink.Pictures[0][(32 * 256) + 240], 233, 237);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Grey_IsTheLumaPlane()
    {
        var path = TestClip.Make("colours.mp4", "-f", "lavfi", "-i", "testsrc2=s=256x144:d=0.4:r=10", "-c:v", "libx264", "-pix_fmt", "yuv420p");

        var (colour, _) = Decode(path, p => p with { AnalysisLongSide = 128 });
        var (grey, _) = Decode(path, p => p with { AnalysisLongSide = 128, AnalysisFormat = FrameFormat.Gray8 });

        Assert.Equal(colour.Pictures[0].Take(128 * 72), grey.Pictures[0]);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Rgb_PureColoursAreRight()
    {
        var path = TestClip.Make(
            "red.mp4", "-f", "lavfi", "-i", "color=red:s=128x64:d=0.4:r=10,drawbox=x=64:w=64:h=64:c=blue:t=fill", "-c:v", "libx264", "-qp", "1", "-pix_fmt", "yuv420p");

        var (sink, _) = Decode(path, p => p with { AnalysisLongSide = 128, AnalysisFormat = FrameFormat.Rgb24, Stills = [] });

        var picture = sink.Pictures[0];
        Assert.Equal(128 * 64 * 3, picture.Length);
        AssertColour(picture, (32 * 128) + 20, 253, 0, 0);
        AssertColour(picture, (32 * 128) + 100, 0, 0, 253);
    }

    // White paper (203 cd/m2) is 58 % of a PQ signal and 75 % of an HLG signal: read as SDR, both look grey. After tone mapping a grey
    // ramp must keep its order, black stays black, and white paper is clearly brighter than half.
    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("pq.mkv", "smpte2084", 0.58)]
    [InlineData("hlg.mkv", "arib-std-b67", 0.75)]
    public void Decode_Hdr_BrightnessIsThatOfSdr(string name, string transfer, double paper)
    {
        var path = MakeHdr(name, transfer, paper);
        var probe = Probe(path);
        Assert.True(probe.Info.IsHdr);
        Assert.Equal(10, probe.Info.BitDepth);

        foreach (var hasZscale in new[] { true, false })
        {
            if (hasZscale && !probe.Build.HasZscale)
            {
                continue; // This ffmpeg has the curve only, which is tested either way.
            }

            var (sink, summary) = Decode(path, p => p with
            {
                AnalysisLongSide = 192,
                Source = p.Source with { Build = p.Source.Build with { HasZscale = hasZscale } },
            });
            int[] luma = [sink.Pictures[0][(32 * 192) + 16], sink.Pictures[0][(32 * 192) + 48], sink.Pictures[0][(32 * 192) + 80], sink.Pictures[0][(32 * 192) + 112], sink.Pictures[0][(32 * 192) + 144]];
            var what = $"{transfer} zscale={hasZscale}: {string.Join(' ', luma)}";
            Assert.True(luma[0] <= 18, what);
            Assert.True(luma[0] < luma[1] && luma[1] < luma[2] && luma[2] < luma[3] && luma[3] < luma[4], what);
            Assert.True(luma[3] is > 150 and < 225, what);
            Assert.True(luma[4] is > 180 and <= 236, what);
            Assert.Equal(0, summary.DecodeErrorCount);

            // Neutral stays neutral.
            Assert.InRange(sink.Pictures[0][(192 * 64) + (16 * 96) + 56], 125, 131);
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(nameof(FrameFormat.Gray8), true)]
    [InlineData(nameof(FrameFormat.Gray8), false)]
    [InlineData(nameof(FrameFormat.Rgb24), true)]
    [InlineData(nameof(FrameFormat.Rgb24), false)]
    public void Decode_HdrInOtherLayouts_GreyStaysGrey(string layout, bool hasZscale)
    {
        var format = Enum.Parse<FrameFormat>(layout);
        var path = MakeHdr("pq.mkv", "smpte2084", 0.58);

        var (sink, _) = Decode(path, p => p with
        {
            AnalysisLongSide = 192,
            AnalysisFormat = format,
            Source = p.Source with { Build = p.Source.Build with { HasZscale = hasZscale && p.Source.Build.HasZscale } },
        });

        var bytes = format == FrameFormat.Rgb24 ? 3 : 1;
        var white = sink.Pictures[0].AsSpan(bytes * ((32 * 192) + 112), bytes);
        Assert.Equal(192 * 64 * bytes, sink.Pictures[0].Length);
        Assert.True(white[0] > 140, $"{white[0]}");
        Assert.True(Math.Abs(white[0] - white[^1]) <= 3, $"{white[0]} {white[^1]}");
    }

    // Six columns: black, a quarter, half of paper white's signal, paper white, just above, and peak.
    private static string MakeHdr(string name, string transfer, double paper)
    {
        var top = (paper + 1) / 2;
        var f = FormattableString.Invariant($"64+876*(eq(floor(X/32),1)*{paper * 0.5}+eq(floor(X/32),2)*{paper * 0.75}+eq(floor(X/32),3)*{paper}+eq(floor(X/32),4)*{top}+eq(floor(X/32),5))");
        return TestClip.Make(
            name,
            "-f", "lavfi", "-i", $"nullsrc=s=192x64:d=0.4:r=10,format=yuv420p10le,geq=lum='{f}':cb=512:cr=512",
            "-c:v", "ffv1", "-color_trc", transfer, "-color_primaries", "bt2020", "-colorspace", "bt2020nc", "-color_range", "tv");
    }

    private static void AssertColour(byte[] picture, int pixel, int r, int g, int b)
    {
        Assert.InRange(picture[3 * pixel], r - 6, r + 6);
        Assert.InRange(picture[(3 * pixel) + 1], g - 6, g + 6);
        Assert.InRange(picture[(3 * pixel) + 2], b - 6, b + 6);
    }
}
