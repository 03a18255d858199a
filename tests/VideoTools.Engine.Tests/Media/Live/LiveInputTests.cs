using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Live;

namespace VideoTools.Engine.Tests.Media.Live;

public sealed class LiveInputTests
{
    [Theory]
    [InlineData("rtsp://user:pass%27s@cam/x", "pipe,tcp", "concat,rtsp")]
    [InlineData("rtsps://user:pass%27s@cam/x", "pipe,tls,tcp", "concat,rtsp")]
    [InlineData("/run/camera.fifo", "pipe", "mpegts,nut")]
    public void Options_OpenWhatTheSourceNeedsAndNameNoAddress(string text, string protocols, string formats)
    {
        var source = LiveSource.Parse(text, path => path);

        var options = LiveInput.Options(source);

        Assert.Equal(protocols, options[options.ToList().IndexOf("-protocol_whitelist") + 1]);
        Assert.Equal(formats, options[options.ToList().IndexOf("-format_whitelist") + 1]);
        Assert.Equal(["-i", "pipe:0"], options.TakeLast(2));
        Assert.DoesNotContain("pass", string.Join(' ', options), StringComparison.Ordinal);
        Assert.Equal(source.Kind == LiveSourceKind.Rtsp, LiveInput.Script(source, isKnown: true) is not null);
    }

    [Fact]
    public void Script_QuotesTheAddressAndAsksForTcp()
    {
        var source = LiveSource.Parse("rtsp://u:it's@cam/x");
        var script = System.Text.Encoding.UTF8.GetString(LiveInput.Script(source, isKnown: false)!);

        Assert.Contains(@"file 'rtsp://u:it'\''s@cam/x'", script, StringComparison.Ordinal);
        Assert.Contains("option rtsp_transport tcp\n", script.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("fpsprobesize", script, StringComparison.Ordinal);
        Assert.Contains("option fpsprobesize 0", System.Text.Encoding.UTF8.GetString(LiveInput.Script(source, isKnown: true)!), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OfADevice_NameItsDriver()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // No device of another system can be named here.
        }

        var options = LiveInput.Options(LiveSource.Parse("/dev/video7"));

        Assert.Equal(["-f", "v4l2"], options.Take(2));
        Assert.Equal(["-i", "/dev/video7"], options.TakeLast(2));
    }

    [Fact]
    public void Arguments_OfARecording_CopyWhatTheContainerTakes()
    {
        var source = LiveSource.Parse("rtsp://cam/x");
        ProbeResult Gives(string video, params string[] sounds) => new()
        {
            Info = new VideoInfo
            {
                FullName = "x", Container = "rtsp", Width = 640, Height = 360, FrameRate = new Rational(25, 1), TimeBase = new Rational(1, 90000),
                VideoCodec = video, AudioTracks = new ValueList<AudioTrack>(sounds.Select((codec, i) => new AudioTrack { Index = i, Codec = codec })),
            },
            VideoStreamIndex = 0,
            AudioStreamIndexes = [.. sounds.Select((_, i) => i + 1)],
        };
        string Line(string extension, ProbeResult gives, double? segment = null) => string.Join(' ', LiveRecorder.Arguments(
            source, gives, OutputContainer.Find(extension)!, "/d/.p-%06d.tmp", segment is { } s ? TimeSpan.FromSeconds(s) : null));

        Assert.Contains("-c:v copy -map 0:1 -c:a:0 copy", Line("a.mp4", Gives("h264", "aac")), StringComparison.Ordinal);
        Assert.Contains("-c:v copy -map 0:1 -c:a:0 aac", Line("a.mp4", Gives("h264", "pcm_mulaw")), StringComparison.Ordinal);
        Assert.Contains("-c:v copy -map 0:1 -c:a:0 copy", Line("a.mkv", Gives("mjpeg", "pcm_mulaw")), StringComparison.Ordinal);
        Assert.Contains("-c:v libx264", Line("a.mkv", Gives("rawvideo")), StringComparison.Ordinal);
        Assert.Contains("-segment_format matroska -segment_time 60.000", Line("a.mkv", Gives("h264"), 60), StringComparison.Ordinal);
    }
}
