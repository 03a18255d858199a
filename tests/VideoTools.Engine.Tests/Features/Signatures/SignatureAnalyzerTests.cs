using VideoTools.Engine.Features.Signatures;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Signatures;

public sealed class SignatureAnalyzerTests
{
    private const int Width = 96;
    private const int Height = 64;

    [Fact]
    public void Run_Frames_HoldsTheOneThatIsShownAtEachQuarterSecond()
    {
        // 25 frames a second: moments 0, 0.25, 0.5 and 0.75 show the frames 0, 6, 12 and 18.
        var codes = Codes(Run(Enumerable.Range(0, 25).Select(i => Scene(i, i))));
        var shown = new[] { 0, 6, 12, 18 }.Select(i => Codes(Run([Scene(0, i)]))[0]);

        Assert.Equal(shown, codes);
    }

    [Fact]
    public void Run_LongFrame_StandsUntilTheNext()
    {
        // One frame at 0, the next at 2 s.
        var signature = Run([Scene(0, 1), Scene(50, 2)]);
        var codes = Codes(signature);

        Assert.Equal(9, codes.Count);
        Assert.All(codes.Take(8), code => Assert.Equal(codes[0], code));
        Assert.True(codes[8].LikenessTo(codes[0]) < 0.5);
        Assert.Equal((0.25, 2.04), (signature.IntervalSeconds, Math.Round(signature.DurationSeconds, 6)));
    }

    [Fact]
    public void Run_FlatPicture_IsPlainAndLikeNothing()
    {
        var code = Codes(Run([FramePainter.Flat(Width, Height, 0, 90)])).Single();

        Assert.True(code.IsPlain);
        Assert.Equal(0, code.LikenessTo(code));
    }

    [Theory]
    [InlineData(96, 40, 0, 12)]
    [InlineData(60, 64, 18, 0)]
    public void Run_Bars_DoNotCount(int width, int height, int left, int top)
    {
        var plain = Codes(Run(Enumerable.Range(0, 40).Select(i => FramePainter.Paint(width, height, i, Film(i)))));
        var barred = Codes(Run(Enumerable.Range(0, 40).Select(i => FramePainter.Paint(
            Width, Height, i, (x, y) => x < left || y < top || x >= left + width || y >= top + height ? 16 : Film(i)(x - left, y - top)))));

        Assert.All(plain.Zip(barred), pair => Assert.InRange(pair.First.LikenessTo(pair.Second), 0.8, 1));
    }

    [Fact]
    public void Run_MoreMomentsThanFit_KeepsEverySecond()
    {
        var frames = Enumerable.Range(0, 500).Select(i => Scene(i * 25, i / 8)).ToArray();
        var few = Run(frames, mostMoments: 600);
        var all = Run(Enumerable.Range(0, 500).Select(i => Scene(i * 25, i / 8)));

        Assert.Equal((0.25, 1.0), (all.IntervalSeconds, few.IntervalSeconds));
        var (kept, whole) = (Codes(few), Codes(all));
        Assert.InRange(kept.Count, 450, 600);
        Assert.All(kept.Index(), code => Assert.Equal(whole[code.Index * 4], code.Item));
    }

    [Fact]
    public void Mirrored_Code_IsThatOfTheMirroredPicture()
    {
        var code = Codes(Run([Scene(0, 3)])).Single();
        var mirrored = Codes(Run([FramePainter.Paint(Width, Height, 0, (x, y) => Film(3)(Width - 1 - x, y))])).Single();

        // Frequencies that are about as strong as each other may change places.
        Assert.InRange(code.Mirror().LikenessTo(mirrored), 0.9, 1);
        Assert.Equal(code, code.Mirror().Mirror());
        Assert.True(code.LikenessTo(mirrored) < 0.5);
    }

    private static Func<int, int, int> Film(int number) =>
        (x, y) => 120 + (int)(60 * Math.Sin((x + (number * 31)) / 11.0) * Math.Cos((y * (1 + (number % 5))) / 17.0)) + (x / 4) - (number * y % 40);

    private static VideoFrame Scene(int index, int number) => FramePainter.Paint(Width, Height, index, Film(number));

    private static List<PictureCode> Codes(VideoSignature signature) =>
        [.. signature.Codes.ToArray().Chunk(PictureCode.ByteCount).Select(bytes => PictureCode.Read(bytes, out _))];

    private static VideoSignature Run(IEnumerable<VideoFrame> frames, int mostMoments = SignatureAnalyzer.MostMoments) =>
        Assert.IsType<VideoSignature>(Assert.Single(
            FramePainter.Run(new SignatureAnalyzer(mostMoments), FramePainter.Info(Width, Height), frames)));
}
