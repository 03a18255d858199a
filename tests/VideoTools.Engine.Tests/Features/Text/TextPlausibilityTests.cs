using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextPlausibilityTests
{
    private static TextTrack Track(string text, double confidence, int readings)
    {
        var (line, frame) = (new TextLine(new RotatedBox(45, 46, 50, 12, 0), text, confidence), new Scenery().Small(0));
        var track = new TextTrack(line, frame, 1, 0, TextTrackerTuning.Default);
        for (var i = 1; i < readings; i++)
        {
            track.Add(line, frame, 1);
        }

        return track;
    }

    [Theory]
    [InlineData("WORD", 0.74, 1, false)]
    [InlineData("WORD", 0.76, 1, true)]
    [InlineData("WORD", 0.6, 2, true)] // two pictures agree
    [InlineData("A1", 0.89, 3, false)]
    [InlineData("A1", 0.91, 3, true)]
    [InlineData("...", 1.0, 3, false)]
    [InlineData("----------", 1.0, 3, false)]
    [InlineData("********", 0.9, 2, true)]
    [InlineData("********", 0.9, 1, false)]
    [InlineData("***", 1.0, 3, false)]
    public void IsText_Confidence_NeedsMoreOfShortAndSingleReadings(string text, double confidence, int readings, bool expected) =>
        Assert.Equal(expected, TextPlausibility.IsText(Track(text, confidence, readings), 1, 0.5));

    [Theory]
    [InlineData(0.14, 0.5, false)]
    [InlineData(0.16, 0.5, true)]
    [InlineData(0.16, 0.99, false)]
    public void IsText_TimeAndMinimum_AreNeeded(double seconds, double minimumConfidence, bool expected) =>
        Assert.Equal(expected, TextPlausibility.IsText(Track("WORD", 0.95, 2), seconds, minimumConfidence));
}
