using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextStrokesTests
{
    // A moving texture; a sign half see-through on it.
    private static VideoFrame Frame(long index, bool sign, int seed = 7) => FramePainter.Paint(160, 96, index, (x, y) =>
    {
        var behind = FramePainter.Texture(seed, 60, 140)((int)(x + (index * 5)) / 3, y / 3);
        var stroke = sign && x is >= 40 and < 100 && y is >= 40 and < 52 && FramePainter.Texture(3, 0, 1)(x / 2, y / 4) == 1;
        return stroke ? (behind + 255) / 2 : behind;
    });

    private static VideoFrame Mean(int from, bool sign, int seed = 7) =>
        PictureMeans.Of([.. Enumerable.Range(from, 12).Select(i => Frame(i, sign, seed))]);

    [Fact]
    public void AreIn_OtherBackground_FindsTheSignThere()
    {
        var strokes = TextStrokes.Cut(Mean(0, true), 38, 38, 64, 16);

        Assert.NotNull(strokes);
        Assert.True(strokes.AreIn(Mean(100, true)));
        Assert.True(strokes.AreIn(Mean(50, true, seed: 11)));
        Assert.False(strokes.AreIn(Mean(100, false)));
        Assert.False(strokes.AreIn(Mean(50, false, seed: 11)));
    }

    [Fact]
    public void Cut_NothingButTexture_HasNoStrokes() => Assert.Null(TextStrokes.Cut(Mean(0, false), 38, 38, 64, 16));

    [Fact]
    public void Means_HalfSeconds_ComeNewestFirst()
    {
        var means = new PictureMeans();
        for (var i = 0; i < 40; i++)
        {
            means.Add(FramePainter.Flat(16, 16, i, i));
        }

        Assert.Equal([(13L, 19), (0L, 6)], means.Before(1.1).Select(m => (m.Pts, (int)m.Y[0])));
    }
}
