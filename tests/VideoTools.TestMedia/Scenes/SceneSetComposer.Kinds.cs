using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>The families after public reports of what real videos broke: canvases, slides, blended rates, fields, turns, titles.</summary>
public sealed partial class SceneSetComposer
{
    private static readonly Rational TwentyFour = new(24, 1);
    private static readonly Rational Thirty = new(30, 1);
    private static readonly Rational Fifty = new(50, 1);
    private static readonly Rational SixtyWhole = new(60, 1);
    private static readonly string[] Colours = ["white", "navy", "0x808080", "0xC02020", "0x205030", "0xE0D0B0", "black"];

    /// <summary>The recipes of these families.</summary>
    public IReadOnlyList<SceneClipSpec> ComposeKinds() =>
    [
        Canvas("canvas-bars", 31, p => FormattableString.Invariant($"scale=360:202,pad=360:640:0:{p.Random.Next(60, 110) * 2}:color={p.Random.Pick(Colours)}")),
        Canvas("canvas-captions", 32, p => FormattableString.Invariant($"scale=360:202,pad=360:640:0:218:color={p.Random.Pick(Colours)}")
            + FormattableString.Invariant($",drawbox=x=40:y=120:w=280:h=20:color=0x{p.Random.Next(0x20, 0xF0):X2}4040:t=fill,drawgrid=x=40:y=480:w=23:h=400:t=7:color=0x50B050@0.9,drawbox=x=0:y=520:w=360:h=120:color=gray:t=fill,drawbox=x=0:y=420:w=360:h=60:color=gray:t=fill")),
        Canvas("canvas-blurred", 33, p => FormattableString.Invariant(
            $"split[a][b];[a]scale=360:640,gblur=sigma={p.Random.Next(12, 30)},eq=brightness=-0.1[c];[b]scale=360:202[d];[c][d]overlay=0:219")),
        Canvas("canvas-quarter", 34, p => FormattableString.Invariant(
            $"scale=320:180[f];mandelbrot=s=640x360:start_scale={p.Random.Between(0.004, 0.02):0.0000}:r=25,trim=end_frame=1,loop=-1:1:0,format=yuv420p[b];[b][f]overlay={p.Random.Next(4, 150) * 2}:{p.Random.Next(4, 80) * 2}:shortest=1")),
        PlainColours("plain-colours", 35),
        Slides("slides-text", 36),
        Titles("title-cards", 37),
        SlowSlides("slides-slow", 38, 1),
        SlowSlides("slides-slower", 39, 2),
        Cuts("blended-sixty", 40, 9, (24, 46), (p, n) => p.Film(n)) with
        {
            Rate = TwentyFour,
            Finish = new SceneFinish("minterpolate=fps=60:mi_mode=blend:scd=none") { Rate = SixtyWhole, Earlier = 0.5 },
        },
        Cuts("blended-thirty", 41, 9, (24, 46), (p, n) => p.Any(n, 6)) with
        {
            Rate = TwentyFour,
            Finish = new SceneFinish("minterpolate=fps=30:mi_mode=blend:scd=none") { Rate = Thirty, Earlier = 0.5 },
        },
        Cuts("doubled-sixty", 42, 9, (24, 46), (p, n) => p.Any(n, 6)) with
        {
            Rate = TwentyFour,
            Finish = new SceneFinish("fps=60:round=up") { Rate = SixtyWhole },
        },
        Cuts("fields-told", 43, 9, (55, 95), (p, n) => p.Any(n, 6)) with { Rate = Fifty, Width = 720, Height = 576, Finish = Fields(true) },
        Cuts("fields-not-told", 44, 9, (55, 95), (p, n) => p.Any(n, 6)) with { Rate = Fifty, Width = 720, Height = 576, Finish = Fields(false) },
        ShortDissolves("short-dissolves-sixty", 45, SixtyWhole, 9),
        ShortDissolves("short-dissolves-fast", 46, new Rational(120, 1), 12),
        ShortDissolves("short-dissolves", 47, Thirty, 4),
        Turns("turns", 48),
        TitledFades("titled-fades", 49),
        DarkDissolves("dark-dissolves", 50),
    ];

    private static SceneFinish Fields(bool isTold) => new("tinterlace=interleave_top,setsar=16/15" + (isTold ? "" : ",setfield=prog"))
    {
        Rate = new Rational(25, 1),
        Container = isTold ? "ts" : "mkv",
        Encoder = isTold
            ? ["-flags", "+ilme+ildct+bitexact", "-fflags", "+bitexact", "-c:v", "mpeg2video", "-q:v", "3", "-threads", "1"]
            : ["-flags", "+bitexact", "-fflags", "+bitexact", "-c:v", "libx264", "-preset", "superfast", "-crf", "17"],
    };

    private SceneClipSpec Canvas(string name, int id, Func<ShotPool, string> canvas) =>
        Gradual(name, id, 9, p => p.Random.Next(0, 3) == 0 ? new(TransitionStyle.Dissolve, p.Random.Next(8, 24)) : TransitionSpec.Cut) with
        {
            Finish = new SceneFinish(canvas(Pool(id + 500))),
        };

    /// <summary>Plain colours, the first one too, and a film between some of them.</summary>
    private SceneClipSpec PlainColours(string name, int id)
    {
        var pool = Pool(id);
        string[] colours = ["red", "blue", "green", "yellow", "black", "white", "gray", "purple", "orange", "teal"];
        var last = "";
        var shots = new List<Shot>();
        for (var i = 0; i < 14; i++)
        {
            var colour = pool.Random.Pick(colours.Where(c => c != last).ToArray());
            var frames = pool.Random.Next(24, 55);
            var source = new Synthetic("plain-" + colour, "color=" + colour + ":s={w}x{h}:r={r}", Still: true);
            shots.Add(i % 5 == 4 ? pool.Any(frames, 8) : new Shot(source, frames));
            last = i % 5 == 4 ? "" : colour;
        }

        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Count - 1)]);
    }

    private static Shot Page(ShotPool pool, string colour, int frames, int lines, byte ink, bool bar) =>
        new Shot(new Synthetic("page-" + colour, "color=" + colour + ":s={w}x{h}:r={r}", Still: true), frames)
            .With(new Words(pool.Random.NextULong() % 1_000_000, lines, ink, bar));

    /// <summary>A lecture: pages of one design, and a line that joins a page without being a new one.</summary>
    private SceneClipSpec Slides(string name, int id)
    {
        var pool = Pool(id);
        var paper = pool.Random.Pick<string>(["white", "0xF0E8D0", "0xE0E8F8"]);
        var shots = Enumerable.Range(0, 10)
            .Select(i => Page(pool, paper, pool.Random.Next(50, 90), pool.Random.Next(2, 7), 30, bar: true))
            .Select((s, i) => i % 4 == 1 ? s.With(new Caption(30, 1000, 0.86, plan.Seed + (ulong)i, Boxed: false)) : s)
            .ToArray();
        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Length - 1)]);
    }

    /// <summary>Cards with writing on black, between shots of a film, some after each other.</summary>
    private SceneClipSpec Titles(string name, int id)
    {
        var pool = Pool(id);
        var shots = Enumerable.Range(0, 12)
            .Select(i => i % 3 == 0
                ? pool.Any(pool.Random.Next(28, 55), 10)
                : Page(pool, i % 2 == 0 ? "black" : "0x101828", pool.Random.Next(30, 70), pool.Random.Next(1, 4), 215, bar: false))
            .ToArray();
        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Length - 1)]);
    }

    /// <summary>Pictures at one frame a second, one to three frames each, or at two with two to five.</summary>
    private SceneClipSpec SlowSlides(string name, int id, int rate) =>
        Cuts(name, id, 12, (rate, (2 * rate) + 1), (p, n) => p.Still(n) is var still ? still with { Camera = null } : still) with
        {
            Rate = new Rational(rate, 1),
        };

    private SceneClipSpec ShortDissolves(string name, int id, Rational rate, int most)
    {
        var pool = Pool(id);
        pool.Speed = 24 / rate.ToDouble();
        var alone = (int)(rate.ToDouble() * 0.8);
        return Gradual(name, id, 9, p => new(TransitionStyle.Dissolve, p.Random.Next(1, most)), pool, alone) with { Rate = rate };
    }

    /// <summary>Fast turns over one scenery, without blur and with it; cuts between.</summary>
    private SceneClipSpec Turns(string name, int id)
    {
        var pool = Pool(id);
        var random = pool.Random;
        Shot Texture(int index, Camera camera) => new(plan.Textures[index], random.Next(60, 80)) { Camera = camera };
        Shot[] shots =
        [
            pool.Still(70, new FastTurn(3, random.Next(6, 20), 0.4)),
            Texture(0, new FastTurn(2.5, random.Next(5, 12), 0.5, Leftwards: true)),
            pool.Still(70, new WhipPan(3, random.Next(5, 10), 0.5)),
            Texture(2, new FastTurn(3, random.Next(8, 24), 0.4)),
            pool.Still(70, new FastTurn(2.2, random.Next(4, 9), 0.4, Vertical: true)),
            Texture(1, new WhipPan(2.2, random.Next(4, 8), 0.5, Leftwards: true)),
            Texture(3, new FastTurn(2, random.Next(6, 16), 0.4)),
            pool.Still(70, new FastTurn(2.6, random.Next(10, 26), 0.4, Leftwards: true)),
        ];
        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Length - 1)]) { Rate = Thirty };
    }

    /// <summary>Fades through black or white with a title that stands over all of them.</summary>
    private SceneClipSpec TitledFades(string name, int id)
    {
        var spec = Gradual(name, id, 8, p => Fade(p, 25));
        var overlays = new List<FrameEffect>();
        var position = 0;
        for (var i = 0; i < spec.Transitions.Count; i++)
        {
            position += spec.Shots[i].Frames;
            var (fall, hold) = (spec.Transitions[i].Frames, spec.Transitions[i].Hold);
            overlays.Add(new Caption(position - fall - 12, position + hold + fall + 12, 0.45, plan.Seed + (ulong)i, Boxed: i % 3 == 2));
            position += hold;
        }

        return spec with { Overlays = overlays };
    }

    /// <summary>Short dissolves between dark shots, under a subtitle that stays.</summary>
    private SceneClipSpec DarkDissolves(string name, int id)
    {
        var spec = Gradual(name, id, 9, p => new(TransitionStyle.Dissolve, p.Random.Next(5, 12)), alone: 30);
        var look = Pool(id + 500);
        return spec with
        {
            Shots = [.. spec.Shots.Select(s => s.Filtered(Dark(look)))],
            Overlays = [new Caption(0, 100_000, 0.8, plan.Seed, Boxed: false)],
        };
    }
}
