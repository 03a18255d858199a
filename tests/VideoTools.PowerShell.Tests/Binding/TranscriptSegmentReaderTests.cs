
namespace VideoTools.PowerShell.Tests.Binding;

public sealed class TranscriptSegmentReaderTests
{
    [Fact]
    public void TryRead_RowOfACommaCulture_IsTheSegment()
    {
        var row = new Dictionary<string, object?>
        {
            ["FullName"] = "/v/a.mp4", ["Index"] = "2", ["StartSeconds"] = "1,5", ["EndSeconds"] = "3,25", ["Text"] = "one; two",
            ["Language"] = "en", ["HasSpeech"] = "True", ["SkipReason"] = "", ["Words"] = "one;@1.50-2.00;two@2.00-3.25", ["Status"] = "Ok",
        };

        Assert.True(TranscriptSegmentReader.TryRead(row.GetValueOrDefault, out var segment, out var problem), problem);
        Assert.Equal((2, 1.5, 3.25, "one; two", true), (segment!.Index, segment.StartSeconds, segment.EndSeconds, segment.Text, segment.HasSpeech));
        Assert.Equal("one;@1.50-2.00;two@2.00-3.25", segment.Words.ToString());
        Assert.Equal(["one;", "two"], segment.Words.Select(w => w.Text));
    }

    [Fact]
    public void TryRead_RowWithoutSpeech_KeepsTheReason()
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["StartSeconds"] = "0", ["EndSeconds"] = "0", ["SkipReason"] = "Silence" };

        Assert.True(TranscriptSegmentReader.TryRead(row.GetValueOrDefault, out var segment, out _));
        Assert.Equal((false, SpeechSkipReason.Silence), (segment!.HasSpeech, segment.SkipReason!.Value));
    }

    [Fact]
    public void TryRead_NoTimes_SaysWhichIsMissing()
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["Text"] = "x" };

        Assert.False(TranscriptSegmentReader.TryRead(row.GetValueOrDefault, out _, out var problem));
        Assert.Equal("it has no StartSeconds.", problem);
    }
}
