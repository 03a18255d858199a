using VideoTools.Engine.Media.Live;

namespace VideoTools.Engine.Tests.Media.Live;

public sealed class LiveErrorsTests
{
    [Theory]
    [InlineData("", "It ended.")]
    [InlineData("[h264] [error] no frame!", "It ended.")]
    [InlineData("[h264] [error] non-existing PPS 0 referenced\n[h264] [error] decode_slice_header error\n[h264] [error] no frame!", "It ended.")]
    [InlineData("[error] Error while decoding stream #0:0: Invalid data found when processing input\n[h264] [error] no frame!", "It ended.")]
    [InlineData("[tcp] [error] Connection to tcp://cam:554 failed: Connection refused\n[error] pipe:0: Unknown error", "Connection to tcp://cam:554 failed: Connection refused")]
    [InlineData("[h264] [error] no frame!\n[error] The writer went away", "The writer went away")]
    public void Reason_IsWhatEndedTheConnectionNotWhatItBroke(string messages, string expected) =>
        Assert.Equal(expected, LiveErrors.Reason(LiveSource.Parse("rtsp://cam/x"), messages));
}
