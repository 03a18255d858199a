using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Text;

/// <summary>Looks and readings of four letters, each a pattern of its own.</summary>
public sealed class TextChangeTests
{
    private static readonly RotatedBox Place = new(100, 30, 120, 30, 0);

    private static TextLine Line(string text, string drawn, float probability = 0.95f, RotatedBox? box = null)
    {
        var rgb = new byte[200 * 60 * 3];
        for (var i = 0; i < rgb.Length; i++)
        {
            var (x, y) = (i / 3 % 200, i / 600);
            var letter = (x - 40) / 30;
            rgb[i] = x >= 40 && letter < drawn.Length && y is >= 18 and < 42
                ? (byte)(FramePainter.Texture(drawn[letter], 0, 1)((x - 40) % 30 / 4, (y - 18) / 4) == 1 ? 240 : 20)
                : (byte)60;
        }

        var still = new VideoFrame(rgb, null, FrameFormat.Rgb24, 200, 60, 0, 0, new Rational(1, 25));
        return new TextLine(box ?? Place, text, probability)
        {
            Look = LineLook.Cut(still, box ?? Place),
            Letters = [.. text.Select((c, i) => new TextLetter(c.ToString(), probability, (i + 0.5f) / 4))],
        };
    }

    [Fact]
    public void IsOther_OneLetterChangedInThePictureToo_IsAnotherText() =>
        Assert.True(TextChange.IsOther(Line("1-07", "1-07"), Line("1-17", "1-17"), TextTrackerTuning.Default));

    [Fact]
    public void IsOther_PictureStayed_IsAMisreading() =>
        Assert.False(TextChange.IsOther(Line("1-07", "1-07"), Line("1-17", "1-07"), TextTrackerTuning.Default));

    [Fact]
    public void IsOther_UnsureReading_IsAMisreading() =>
        Assert.False(TextChange.IsOther(Line("1-07", "1-07"), Line("1-17", "1-17", 0.4f), TextTrackerTuning.Default));

    [Fact]
    public void IsOther_LettersThatLookAlike_SayNothing() =>
        Assert.False(TextChange.IsOther(Line("1-07", "1-07"), Line("l-O7", "2-17"), TextTrackerTuning.Default));

    [Fact]
    public void LettersStay_SameAndMovedPlace_DifferInThat()
    {
        var line = Line("1-07", "1-07");
        Assert.True(TextChange.LettersStay(line, Line("1-07", "1-07"), TextTrackerTuning.Default));
        Assert.False(TextChange.LettersStay(line, Line("1-07", "xyz"), TextTrackerTuning.Default));
    }

    [Fact]
    public void LowestLikeness_ShiftedBox_ComparesTheSamePlaces()
    {
        var (look, shifted) = (Line("1-07", "1-07").Look!, Line("1-07", "1-07", box: Place with { CenterX = 103, Width = 124 }).Look!);
        Assert.InRange(look.LowestLikeness(shifted), 0.9, 1);
        Assert.InRange(look.LowestLikeness(Line("1-17", "1-17").Look!), -1, 0.5);
        Assert.Equal(-1, look.LowestLikeness(Line("1", "1", box: Place with { CenterX = 60, Width = 40 }).Look!));
    }

    [Fact]
    public void Differences_ReplacedLostAndNew_AreNamed()
    {
        static TextLetter[] Letters(string text) => [.. text.Select((c, i) => new TextLetter(c.ToString(), 1, i))];
        static string Show((TextLetter? Before, TextLetter? Now) d) => $"{d.Before?.Key}>{d.Now?.Key}";

        Assert.Equal(["9>1", ">4"], TextChange.Differences(Letters("a9"), Letters("a14")).Select(Show));
        Assert.Equal(["x>"], TextChange.Differences(Letters("abx"), Letters("AB")).Select(Show));
    }
}
