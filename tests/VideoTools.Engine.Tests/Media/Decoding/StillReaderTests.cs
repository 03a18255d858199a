using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class StillReaderTests
{
    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.LongGop, 160)]
    [InlineData(BadMediaKind.Rotated90, 160)]
    [InlineData(BadMediaKind.TenBit, 64)]
    public void Read_AnyVideo_GivesAnUprightJpegOfTheSize(BadMediaKind kind, int longSide)
    {
        var file = BadMedia.Create(kind);
        var info = Sessions.Records<VideoInfo>(new InfoRequest(), file)[0];

        var still = Assert.Single(Sessions.Records<VideoStill>(new StillRequest { LongSide = longSide }, file));

        Assert.Equal(AnalysisSize.Fit(info.Width, info.Height, longSide), (still.Width, still.Height));
        Assert.Equal($"mjpeg,{still.Width},{still.Height}", ProbeJpeg(still));
        Assert.Equal(still.Jpeg.ToArray(), Sessions.Records<VideoStill>(new StillRequest { LongSide = longSide }, file)[0].Jpeg.ToArray());
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_OtherTimes_GiveOtherPictures_AndBehindTheEndTheFirst()
    {
        var file = BadMedia.Create(BadMediaKind.LongGop);

        var stills = Sessions.Run(new StillRequest(), new VideoInput(file), new VideoInput(file, TimeSpan.FromSeconds(1)), new VideoInput(file, TimeSpan.FromHours(1)))
            .Select(e => (VideoStill)Assert.IsType<RecordEvent>(e).Record).ToArray();

        Assert.NotEqual(stills[0].Jpeg.ToArray(), stills[1].Jpeg.ToArray());
        Assert.Equal(stills[0].Jpeg.ToArray(), stills[2].Jpeg.ToArray());
        Assert.Equal([0, 1, 0], stills.Select(s => s.Seconds));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_VideoIsGone_IsOneFailure() => Assert.Equal(
        VideoErrorId.FileNotFound,
        Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(new StillRequest(), "/nowhere/gone.mp4"))).Error.Id);

    [Theory]
    [InlineData(15)]
    [InlineData(4097)]
    public void Open_SizeOutOfRange_IsRefused(int longSide)
    {
        using var engine = VideoEngine.Create();

        Assert.Contains("LongSide", Assert.Throws<ArgumentException>(() => engine.Open(new StillRequest { LongSide = longSide })).Message, StringComparison.Ordinal);
    }

    private static string ProbeJpeg(VideoStill still)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jpg");
        try
        {
            File.WriteAllBytes(path, still.Jpeg.ToArray());
            return Ffmpeg.Probe("-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
