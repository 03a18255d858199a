namespace VideoTools.Engine.Tests.Exporting;

/// <summary>The right pixels at the right time.</summary>
public sealed class WindowTests : ExportTestBase
{
    private static readonly Lazy<byte[][]> Source = new(() => Luma(Still, 640, 360));

    [Fact]
    public void StillWindow_EveryFrame_HasThePixelsOfTheSource()
    {
        // Odd, so that a crop on the chroma grid would be one pixel off.
        var video = ExportOne(Lossless, Still, "a.mkv", Shot(Still, 101, 33, 202, 300));

        var frames = Luma(video.FullName, 202, 300);
        Assert.Equal((202, 300, 100), (video.Width, video.Height, frames.Length));
        Assert.All(frames.Index(), frame => Assert.Equal(Cut(Source.Value[frame.Index], 640, 101, 33, 202, 300), frame.Item));
    }

    [Fact]
    public void WholePicture_AsWindow_IsTheWholePicture()
    {
        var video = ExportOne(Lossless, Still, "a.mkv", Shot(Still, 0, 0, 640, 360));

        Assert.Equal(Source.Value[50], Luma(video.FullName, 640, 360)[50]);
    }

    [Fact]
    public void WindowsOfScenes_ChangeExactlyAtTheCut()
    {
        // Times as a CSV file has them, rounded to milliseconds.
        var video = ExportOne(Lossless, Still, "a.mkv",
            Shot(Still, 10, 0, 202, 360, 0, 1), Shot(Still, 301, 0, 202, 360, 1, 2.04), Shot(Still, 77, 0, 202, 360, 2.04, 4));

        var frames = Luma(video.FullName, 202, 360);
        Assert.All(frames.Index(), frame =>
            Assert.Equal(Cut(Source.Value[frame.Index], 640, frame.Index < 25 ? 10 : frame.Index < 51 ? 301 : 77, 0, 202, 360), frame.Item));
    }

    [Fact]
    public void MovingWindow_IsAtEveryMomentWhereThePathSays()
    {
        CropKey[] path = [new(0.5, 20, 0), new(1.5, 220, 0), new(3.5, 100.3, 0)];
        var video = ExportOne(Lossless, Still, "a.mkv", Shot(Still, 20, 0, 202, 360, 0, 4, path: path));

        var frames = Luma(video.FullName, 202, 360);
        Assert.Equal(100, frames.Length);
        Assert.All(frames.Index(), frame =>
        {
            var t = frame.Index / 25.0;
            var x = t < 0.5 ? 20 : t < 1.5 ? 20 + ((t - 0.5) * 200) : t < 3.5 ? 220 - ((t - 1.5) * 59.85) : 100.3;
            Assert.Equal(Cut(Source.Value[frame.Index], 640, (int)Math.Round(x, MidpointRounding.ToEven), 0, 202, 360), frame.Item);
        });
    }

    [Fact]
    public void LongPath_IsFollowedToTheEnd()
    {
        // More keys than a command line has room for.
        CropKey[] path = [.. Enumerable.Range(0, 4000).Select(i => new CropKey(i / 1000.0, i * 7919 % 400, 0))];
        var video = ExportOne(Lossless, Still, "a.mkv", Shot(Still, 0, 0, 202, 360, 0, 4, path: path));

        var frames = Luma(video.FullName, 202, 360);
        Assert.All(frames.Index(), frame =>
            Assert.Equal(Cut(Source.Value[frame.Index], 640, (int)path[frame.Index * 40].X, 0, 202, 360), frame.Item));
    }

    [Fact]
    public void WindowsOfOtherSizes_FillTheSamePicture()
    {
        var video = ExportOne(Lossless, Still, "a.mkv",
            Shot(Still, 0, 0, 320, 180, 0, 2), Shot(Still, 100, 50, 160, 90, 2, 4));

        var frames = Luma(video.FullName, 320, 180);
        Assert.Equal(Cut(Source.Value[49], 640, 0, 0, 320, 180), frames[49]);

        // Enlarged: compared with what another scaler makes of the same window.
        var expected = VideoTools.TestMedia.Ffmpeg.Capture("-i", Still, "-vf",
            "select=eq(n\\,50),crop=160:90:100:50,scale=320:180:flags=bicubic,format=yuv420p,extractplanes=y", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-");
        Assert.InRange(expected.Zip(frames[50], (a, b) => Math.Abs(a - b)).Average(), 0, 1.5);
    }

    [Fact]
    public void Padded_WholeWindow_IsBetweenBlackBars()
    {
        var video = ExportOne(Lossless, Still, "a.mkv", Shot(Still, 0, 0, 640, 360, fit: CropFit.Pad, aspect: "1:1"));

        Assert.Equal((360, 360), (video.Width, video.Height));
        var frame = Luma(video.FullName, 360, 360)[10];
        Assert.All(frame[..(360 * 70)], sample => Assert.InRange(sample, 15, 17));
        Assert.All(frame[(360 * 290)..], sample => Assert.InRange(sample, 15, 17));
        Assert.True(Correlation(Reduce(Source.Value[10], 640, 360), Reduce(frame[(360 * 79)..(360 * 281)], 360, 202)) > 0.98);
    }

    [Fact]
    public void Blurred_WholeWindow_IsBeforeACopyOfItself()
    {
        var video = ExportOne(Lossless, Still, "a.mkv",
            Shot(Still, 200, 0, 202, 360, 0, 2, aspect: "9:16"), Shot(Still, 0, 0, 640, 360, 2, 4, CropFit.Blur, "9:16"));

        var frames = Luma(video.FullName, 202, 360);
        Assert.Equal(Cut(Source.Value[49], 640, 200, 0, 202, 360), frames[49]);
        var blurred = frames[50];
        var picture = blurred[(202 * 123)..(202 * 237)];
        Assert.True(Correlation(Reduce(Source.Value[50], 640, 360), Reduce(picture, 202, 114)) > 0.97);

        // The background is no black, and has no edges.
        var back = blurred[..(202 * 110)];
        Assert.True(back.Average(sample => sample) > 40);
        Assert.InRange(Enumerable.Range(1, back.Length - 1).Where(i => i % 202 != 0).Max(i => Math.Abs(back[i] - back[i - 1])), 0, 12);
    }

    [Theory]
    [InlineData(1080, 0, 1080, 1924)]
    [InlineData(0, 640, 358, 640)]
    [InlineData(270, 480, 270, 480)]
    public void Size_OfOneOrBothSides_IsThatOfTheVideo(int width, int height, int expectedWidth, int expectedHeight)
    {
        var video = ExportOne(Lossless with { OutputWidth = width, OutputHeight = height }, Still, "a.mp4", Shot(Still, 0, 0, 202, 360));

        Assert.Equal((expectedWidth, expectedHeight), (video.Width, video.Height));
    }

    [Fact]
    public void OddWindow_GivesAnEvenVideo()
    {
        var video = ExportOne(Lossless, Still, "a.mp4", Shot(Still, 3, 5, 201, 333));

        Assert.Equal((200, 332), (video.Width, video.Height));
    }

    // Means of 16 x 8 fields.
    private static double[] Reduce(byte[] luma, int width, int height) =>
    [
        .. from row in Enumerable.Range(0, 8)
           from column in Enumerable.Range(0, 16)
           select Cut(luma, width, column * width / 16, row * height / 8, width / 16, height / 8).Average(sample => (double)sample),
    ];

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var products = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return products / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
