namespace VideoTools.Core.Tests.Values;

public sealed class LiveSourceTests
{
    [Theory]
    [InlineData("rtsp://cam.local/stream", "rtsp://cam.local/stream")]
    [InlineData("rtsp://cam.local:8554", "rtsp://cam.local:8554")]
    [InlineData("RTSPS://cam.local/a/b?channel=1&subtype=0", "rtsps://cam.local/a/b?channel=1&subtype=0")]
    [InlineData("rtsp://admin:s3cret@cam.local/stream", "rtsp://cam.local/stream")]
    [InlineData("rtsp://admin:s3%23cret@[::1]:554/stream?channel=2", "rtsp://[::1]:554/stream?channel=2")]
    [InlineData("rtsp://admin:s3@cret@cam.local/stream", "rtsp://cam.local/stream")]
    [InlineData("rtsp://cam.local/stream?user=admin&token=s3cret", "rtsp://cam.local/stream?user=***&token=***")]
    [InlineData("rtsp://cam.local/user=admin_password=s3cret_channel=1_stream=0.sdp", "rtsp://cam.local/user=***_password=***_channel=1_stream=0.sdp")]
    [InlineData("rtsp://cam.local/stream?channel=s3cret-s3cret-s3cret", "rtsp://cam.local/stream?channel=***")]
    public void Parse_Address_ShowsNothingSecretAndKeepsItForTheDecoder(string text, string name)
    {
        var source = LiveSource.Parse(text);

        Assert.Equal((LiveSourceKind.Rtsp, name, name, text), (source.Kind, source.Name, source.ToString(), source.Reveal()));
        Assert.DoesNotContain("s3", source.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_TakesTheAddressAndEverySecretOut()
    {
        var source = LiveSource.Parse("rtsp://admin:p%23ss@cam.local/stream?token=abcd");

        var text = source.Redact("[rtsp @ 0x1] rtsp://admin:p%23ss@cam.local/stream?token=abcd: 401; admin:p%23ss, p%23ss, p#ss, abcd");

        Assert.Equal("[rtsp @ 0x1] rtsp://cam.local/stream?token=***: 401; ***, ***, ***, ***", text);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("rtsp://cam\n/x", "empty or no text")]
    [InlineData("http://admin:s3cret@cam.local/", "http://")]
    [InlineData("file:///etc/passwd", "file://")]
    [InlineData("udp://s3cret:1", "udp://")]
    [InlineData("rtsp:admin:s3cret@cam", "rtsp:")]
    [InlineData("concat:s3cret", "concat:")]
    [InlineData("rtsp://", "is none")]
    [InlineData("rtsp://admin:pa#s3cret@cam/x y", "is none")]
    public void Parse_AnythingElse_IsOneErrorThatNamesTheWayOutAndNoSecret(string text, string said)
    {
        var error = Assert.Throws<VideoToolsException>(() => LiveSource.Parse(text)).Error;

        Assert.Equal(VideoErrorId.SourceInvalid, error.Id);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.DoesNotContain("s3cret", $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Device_IsOneOfThisSystem()
    {
        (string Text, bool IsHere)[] devices =
        [
            ("/dev/video0", OperatingSystem.IsLinux()), ("/dev/v4l/by-id/usb-cam", OperatingSystem.IsLinux()),
            ("video=USB Camera", OperatingSystem.IsWindows()), ("avfoundation:0", OperatingSystem.IsMacOS()),
        ];

        Assert.All(devices, device => Assert.Equal(
            device.IsHere,
            Record.Exception(() => Assert.Equal(LiveSourceKind.Device, LiveSource.Parse(device.Text).Kind)) is null));
    }

    [Fact]
    public void Parse_Path_IsAPipe()
    {
        var source = LiveSource.Parse("camera.fifo", name => "/run/" + name);

        Assert.Equal((LiveSourceKind.Pipe, "/run/camera.fifo", "/run/camera.fifo"), (source.Kind, source.Name, source.Reveal()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(41 * 86400.0)]
    public void OfLive_ImpossibleDuration_IsRefused(double seconds) => Assert.Throws<ArgumentException>(
        () => VideoInput.OfLive(LiveSource.Parse("rtsp://cam/"), TimeSpan.FromSeconds(seconds)));
}
