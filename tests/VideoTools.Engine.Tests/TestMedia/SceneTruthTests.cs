using VideoTools.TestMedia;
using VideoTools.TestMedia.Rendering;
using VideoTools.TestMedia.Scenes;

namespace VideoTools.Engine.Tests.TestMedia;

/// <summary>
/// Checks the generator's truth on the finished files: each shot carries its number as a bar code, drawn before the transitions are mixed,
/// and the clip is decoded by ffmpeg from the mp4. The frames beside a transition must show one clean number, those inside must not.
/// </summary>
public class SceneTruthTests
{
    private const int Width = 320;
    private const int Height = 180;

    public static TheoryData<string> Clips => new("cuts", "dissolves", "fades", "variable", "fast");

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Clips))]
    public void Truth_OfGeneratedClip_AgreesWithTheBarCodesInTheFile(string name)
    {
        var clip = SceneClipBuilder.Build(Spec(name));

        var shots = ReadShots(clip.Path);

        Assert.Equal(clip.FrameCount, shots.Count);
        for (var i = 0; i < clip.Transitions.Count; i++)
        {
            var truth = clip.Transitions[i];
            Assert.Equal(i, shots[(int)truth.FirstFrame - 1]);
            var next = (int)(truth.IsCut ? truth.FirstFrame : truth.LastFrame + 1);
            Assert.Equal(i + 1, shots[next]);
            if (!truth.IsCut)
            {
                Assert.All(shots.Skip((int)truth.FirstFrame).Take((int)(truth.LastFrame - truth.FirstFrame + 1)), s => Assert.Null(s));
            }

            // Nothing but the shot itself until the next transition begins.
            var end = i + 1 < clip.Transitions.Count ? (int)clip.Transitions[i + 1].FirstFrame : clip.FrameCount;
            Assert.All(shots.Skip(next).Take(end - next), s => Assert.Equal(i + 1, s));
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(TransitionStyle.WipeLeft, true, false)]
    [InlineData(TransitionStyle.WipeRight, false, true)]
    [InlineData(TransitionStyle.WipeDown, true, true)]
    [InlineData(TransitionStyle.SlideLeft, true, false)]
    public void Truth_OfWipe_FirstFrameShowsTheNewShotAtTheRightEdge(TransitionStyle style, bool leftStaysBlack, bool rightStaysBlack)
    {
        // Black gives way to white: any grey or white pixel tells how far the wipe has come.
        var spec = new SceneClipSpec(
            "truth-" + style, [Plain("black"), Plain("white")], [new TransitionSpec(style, 19)]) { Width = Width, Height = Height };
        var clip = SceneClipBuilder.Build(spec);
        var frames = ReadLuma(clip.Path);
        var truth = Assert.Single(clip.Transitions);

        Assert.Equal((21, 39), (truth.FirstFrame, truth.LastFrame));
        Assert.True(Mean(frames[20]) < 18, "the frame before is the old shot alone");
        Assert.InRange(Mean(frames[21]), 19, 45);
        Assert.InRange(Mean(frames[30]), 110, 140);
        Assert.InRange(Mean(frames[39]), 205, 232);
        Assert.True(Mean(frames[40]) > 233, "the frame after is the new shot alone");
        var row = frames[24].AsSpan((Height - 10) * Width, Width);
        Assert.Equal(leftStaysBlack, row[2] < 30);
        Assert.Equal(rightStaysBlack, row[Width - 3] < 30);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Truth_OfVariableRateClip_HasTheTimesOfTheFile()
    {
        var clip = SceneClipBuilder.Build(Spec("variable"));
        var times = Ffmpeg.Probe("-select_streams", "v:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0", clip.Path)
            .Split('\n').Select(line => line.Trim(',', '\r', ' ')).Where(line => line.Length > 0)
            .Select(line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.True(times.Zip(times.Skip(1), (a, b) => Math.Round((b - a) * 25)).Distinct().Count() > 1, "the clip must really be irregular");
        Assert.All(clip.Transitions, t => Assert.Equal(t.StartSeconds, times[t.FirstFrame], 4));
        Assert.All(clip.Transitions, t => Assert.Equal(t.EndSeconds, times[t.LastFrame], 4));
    }

    [RequiresFact(Needs.Ffmpeg | Needs.RealClips)]
    public void FilmExcerpt_FirstFrame_IsTheFilmFrameOfThatNumber()
    {
        // 285 is the first frame of a new shot in the film: if the seek were off by one, this would be the meadow before it.
        using var reader = new ShotReader(new Shot(new FilmExcerpt("bbb", 285, 300), 1), 160, 90, new Rational(24, 1));
        var direct = Ffmpeg.Capture(
            "-i", RealClips.BigBuckBunny!, "-vf", "select='eq(n\\,285)',scale=160:90:flags=bicubic,format=yuv420p", "-frames:v", "1", "-f", "rawvideo", "-");

        var difference = reader.Next().Data.Zip(direct, (a, b) => Math.Abs(a - b)).Average();

        Assert.True(difference < 3, $"mean difference {difference}");
    }

    [RequiresFact(Needs.Ffmpeg | Needs.RealClips | Needs.SharedMedia)]
    public void Sets_EachHaveEnoughOfEveryKind()
    {
        foreach (var plan in new[] { SceneSetPlan.Development, SceneSetPlan.HeldOut })
        {
            var transitions = new SceneSetComposer(plan).Compose().SelectMany(c => c.Transitions).ToArray();

            Assert.True(transitions.Count(t => t.Kind == TransitionKind.Cut) >= 60);
            Assert.True(transitions.Count(t => t.Kind != TransitionKind.Cut) >= 40);
            Assert.All(new[] { TransitionKind.Dissolve, TransitionKind.Fade, TransitionKind.Wipe }, k => Assert.True(transitions.Count(t => t.Kind == k) >= 8));
        }
    }

    [Fact]
    public void Key_UnderAnotherCulture_IsTheSame()
    {
        var spec = Spec("dissolves") with { Shots = [new Shot(new FilmStill("bbb", 1), 30) { Camera = new ZoomMove(1.25) }], Transitions = [] };
        var expected = spec.Key;
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, spec.Key);
            Assert.Contains("1.25", spec.Key, StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    private static Shot Plain(string color) => new(new Synthetic(color, $"color=c={color}:s={{w}}x{{h}}:r={{r}}"), 40);

    private static SceneClipSpec Spec(string name)
    {
        Shot[] shots =
        [
            new(new Synthetic("testsrc2", "testsrc2=s={w}x{h}:r={r}"), 45),
            new(new Synthetic("mandelbrot", "mandelbrot=s=320x180:r={r}"), 50),
            new(new Synthetic("gradients", "gradients=s={w}x{h}:r={r}:seed=4"), 44),
            new(new Synthetic("bars", "smptebars=s={w}x{h}:r={r}"), 41),
        ];
        TransitionSpec[] transitions = name switch
        {
            "cuts" => [TransitionSpec.Cut, TransitionSpec.Cut, TransitionSpec.Cut],
            "dissolves" => [new(TransitionStyle.Dissolve, 5), new(TransitionStyle.Dissolve, 12), new(TransitionStyle.Dissolve, 18)],
            "fades" => [new(TransitionStyle.FadeBlack, 5, 4), new(TransitionStyle.FadeWhite, 10, 1), new(TransitionStyle.FadeBlack, 14)],
            "variable" => [TransitionSpec.Cut, new(TransitionStyle.Dissolve, 12), TransitionSpec.Cut],
            _ => [TransitionSpec.Cut, new(TransitionStyle.Dissolve, 15), TransitionSpec.Cut],
        };
        return new SceneClipSpec("truth-" + name, shots, transitions)
        {
            Width = Width,
            Height = Height,
            BarCode = true,
            VariableRate = name == "variable",
            Rate = name == "fast" ? new Rational(60000, 1001) : new Rational(25, 1),
        };
    }

    private static List<int?> ReadShots(string path) => [.. ReadLuma(path).Select(luma => ShotBarCode.Read(luma, Width))];

    private static List<byte[]> ReadLuma(string path)
    {
        var bytes = Ffmpeg.Capture("-i", path, "-vsync", "passthrough", "-pix_fmt", "gray", "-vf", "format=yuv420p,extractplanes=y", "-f", "rawvideo", "-");
        return [.. bytes.Chunk(Width * Height)];
    }

    private static double Mean(byte[] luma) => luma.Average(v => (double)v);
}
