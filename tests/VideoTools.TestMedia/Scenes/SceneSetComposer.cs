using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>
/// Writes the recipes of a set's clips: every family of transition and every family of distractor, drawn with the plan's seed. Each clip has
/// its own random sequence, so that a change to one leaves the files of the others as they are.
/// </summary>
public sealed partial class SceneSetComposer(SceneSetPlan plan)
{
    private static readonly Rational Film = new(24000, 1001);
    private static readonly Rational Ntsc = new(30000, 1001);
    private static readonly Rational Sixty = new(60000, 1001);
    private static readonly Rational Ten = new(10, 1);

    public IReadOnlyList<SceneClipSpec> Compose() =>
    [
        Cuts("cuts-film", 1, 14, (30, 58), (p, n) => p.Film(Math.Min(n, 24 + (n / 3)))),
        Cuts("cuts-mixed", 2, 14, (28, 60), (p, n) => p.Any(n, 3)) with { Rate = Film, FadeIn = 15 },
        Cuts("cuts-montage", 3, 18, (9, 20), (p, n) => p.Any(n, 6)),
        Similar("cuts-similar", 4),
        Cuts("cuts-dark", 5, 9, (26, 50), (p, n) => p.Any(n, 8).Filtered(Dark(p))),
        Cuts("cuts-grain-letterbox", 6, 9, (26, 50), (p, n) => p.Any(n, 8).Filtered($"noise=alls=22:allf=t:all_seed={p.Random.Next(1, 99)},{Letterbox}")),
        Gradual("dissolves", 7, 11, p => new(TransitionStyle.Dissolve, p.Random.Next(5, 40))),
        Gradual("dissolves-and-cuts", 8, 11, p => p.Random.Next(0, 2) == 0 ? TransitionSpec.Cut : new(TransitionStyle.Dissolve, p.Random.Next(6, 30))),
        Gradual("fades", 9, 10, p => Fade(p, 25)),
        Gradual("wipes", 10, 11, p => Wipe(p, 25)),
        Gradual("wipes-ntsc", 11, 8, p => Wipe(p, 30)) with { Rate = Ntsc },
        Sixties("sixty", 12),
        Tens("ten", 13),
        Gradual("variable-rate", 14, 11, p => p.Random.Next(0, 1) == 0 ? TransitionSpec.Cut : new(TransitionStyle.Dissolve, p.Random.Next(12, 40))) with { VariableRate = true },
        Lights("flashes", 15),
        Motion("motion", 16),
        Overlays("overlays", 17),
        Cuts("stills", 18, 8, (20, 50), (p, n) => p.Still(n)),
        Gradual("high-definition", 19, 4, p => p.Random.Next(0, 1) == 0 ? TransitionSpec.Cut : new(TransitionStyle.Dissolve, 16)) with { Width = 1920, Height = 1080 },
        NoTransition("no-transition", 20),
        Plain("plain-cuts", 21, 10, _ => TransitionSpec.Cut),
        Plain("plain-gradual", 22, 8, p => p.Random.Next(0, 2) switch
        {
            0 => Wipe(p, 25),
            1 => Fade(p, 25),
            _ => new(TransitionStyle.Dissolve, p.Random.Next(6, 30)),
        }),
    ];

    private const string Letterbox = "crop=iw:ih*0.76,pad=iw:ih/0.76:0:(oh-ih)/2";

    private static string Dark(ShotPool pool) =>
        FormattableString.Invariant($"lutyuv=y='16+(val-16)*{pool.Random.Between(0.14, 0.3):0.00}':u='128+(val-128)*0.4':v='128+(val-128)*0.4'");

    private ShotPool Pool(int clip) => new(plan.Seed + ((ulong)clip * 1_000_003), plan.Films, plan.Synthetics, plan.Stills);

    private string Name(string name) => $"{plan.Prefix}-{name}";

    private SceneClipSpec Cuts(string name, int id, int count, (int Low, int High) frames, Func<ShotPool, int, Shot> draw)
    {
        var pool = Pool(id);
        var shots = Enumerable.Range(0, count).Select(_ => draw(pool, pool.Random.Next(frames.Low, frames.High))).ToArray();
        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, count - 1)]);
    }

    /// <summary>Cuts between two framings of one scenery: closer, wider, a little later.</summary>
    private SceneClipSpec Similar(string name, int id)
    {
        var pool = Pool(id);
        string[] framings = ["", "crop=iw*0.6:ih*0.6:iw*0.2:ih*0.2", "crop=iw*0.5:ih*0.5:iw*0.4:ih*0.3", "crop=iw*0.7:ih*0.7:iw*0.05:ih*0.25"];
        var shots = new List<Shot>();
        while (shots.Count < 12)
        {
            var take = pool.Film(24) with { Filters = "" };
            var start = pool.Random.Next(0, 3);
            for (var i = 0; i < 3; i++)
            {
                shots.Add(take with { Frames = pool.Random.Next(16, 24), Filters = framings[(start + i) % framings.Length] });
            }
        }

        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Count - 1)]);
    }

    /// <summary>Shots joined by whatever <paramref name="transition"/> draws, each with at least 0.7 s of its own.</summary>
    private SceneClipSpec Gradual(string name, int id, int count, Func<ShotPool, TransitionSpec> transition, ShotPool? given = null, int alone = 20)
    {
        var pool = given ?? Pool(id);
        var transitions = Enumerable.Range(0, count - 1).Select(_ => transition(pool)).ToArray();
        var shots = new List<Shot>();
        for (var i = 0; i < count; i++)
        {
            var frames = pool.Random.Next(alone, alone + 16) + (i > 0 ? transitions[i - 1].Frames : 0) + (i < count - 1 ? transitions[i].Frames : 0);
            shots.Add(pool.Any(frames, 5));
        }

        return new SceneClipSpec(Name(name), shots, transitions);
    }

    private static TransitionSpec Fade(ShotPool pool, int rate)
    {
        var frames = pool.Random.Next(rate / 8, rate * 4 / 5);
        return new TransitionSpec(pool.Random.Next(0, 2) == 0 ? TransitionStyle.FadeWhite : TransitionStyle.FadeBlack, frames, pool.Random.Next(1, rate / 3));
    }

    private TransitionSpec Wipe(ShotPool pool, int rate) => new(pool.Random.Pick(plan.Wipes), pool.Random.Next(rate * 2 / 5, rate * 3 / 2));

    private SceneClipSpec Sixties(string name, int id)
    {
        var pool = Pool(id);
        pool.Speed = 0.4;
        return Gradual(
            name, id, 8, p => p.Random.Next(0, 3) switch { 0 => new(TransitionStyle.Dissolve, p.Random.Next(24, 70)), 1 => Fade(p, 40), _ => TransitionSpec.Cut },
            pool, alone: 45) with { Rate = Sixty };
    }

    private SceneClipSpec Tens(string name, int id)
    {
        var pool = Pool(id);
        pool.Speed = 2.4;
        return Gradual(
            name, id, 9, p => p.Random.Next(0, 2) == 0 ? new(TransitionStyle.Dissolve, p.Random.Next(4, 10)) : TransitionSpec.Cut, pool, alone: 8)
            with { Rate = Ten };
    }

    /// <summary>Shots with hardly any texture: a sky, a wall, a soft backdrop. Plain pictures are not the black or white of a fade.</summary>
    private SceneClipSpec Plain(string name, int id, int count, Func<ShotPool, TransitionSpec> transition)
    {
        var spec = Gradual(name, id, count, transition);
        return spec with { Shots = [.. spec.Shots.Select((s, i) => s.Filtered(i % 3 == 2 ? "gblur=sigma=8" : "gblur=sigma=40"))] };
    }

    /// <summary>Photo flashes, flicker, strobes, light that goes down or off: inside the shots; cuts between them.</summary>
    private SceneClipSpec Lights(string name, int id)
    {
        var pool = Pool(id);
        var random = pool.Random;
        Shot Draw(int frames) => pool.Any(frames, 10);
        Shot[] shots =
        [
            Draw(50).With(new Flash(15, 1, 0.8), new Flash(32, 2, 0.7)),
            Draw(55).With(new Flicker(0.25, plan.Seed)),
            Draw(50).With(new Flash(18, 3, 1), new Flash(26, 1, 0.5)),
            Draw(50).With(new Strobe(12, 40, random.Next(4, 6), 0.45)),
            Draw(50).With(new LightRamp(20, random.Next(5, 10), 0.4)),
            Draw(50).With(new Flash(10, 2, 0.9), new Flash(14, 2, 0.9), new Flash(36, 2, 0.6)),
            Draw(55).With(new Flicker(0.4, plan.Seed + 5, 12, 44)),
            Draw(46).With(new LightRamp(22, 0, 0.6)),
        ];
        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Length - 1)]);
    }

    /// <summary>Whip pans, pans over texture, zooms, a shaken camera, large objects crossing.</summary>
    private SceneClipSpec Motion(string name, int id)
    {
        var pool = Pool(id);
        var random = pool.Random;
        Crossing Cross(int at) => new(
            at, random.Next(6, 9), random.Between(0.3, 0.6), random.Between(0.6, 0.95), (byte)random.Next(40, 200), (byte)random.Next(90, 160),
            (byte)random.Next(90, 160), random.Next(0, 1) == 0);
        Shot Texture(int index, int frames, Camera camera) => new(plan.Textures[index], frames) { Camera = camera };
        Shot[] shots =
        [
            pool.Still(48, new WhipPan(2, random.Next(6, 9), 0.5)),
            Texture(0, 50, new SteadyPan(2)),
            pool.Film(24).With(Cross(8)),
            pool.Still(50, new ZoomMove(2.5)),
            Texture(2, 50, new SteadyPan(1.8, Vertical: true)),
            pool.Still(46, new Shake(1.15, 0.7, plan.Seed)),
            Texture(1, 44, new WhipPan(2.6, 10, 0.4, Leftwards: true)),
            pool.Any(40, 10).With(Cross(12), Cross(26)),
            Texture(3, 50, new SteadyPan(2.2, Backwards: true)),
            pool.Still(40, new ZoomMove(2.2, Outwards: true)),
        ];
        return new SceneClipSpec(Name(name), shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Length - 1)]);
    }

    /// <summary>Captions that pop up and pictures in the picture: inside the shots; cuts and a dissolve between them.</summary>
    private SceneClipSpec Overlays(string name, int id)
    {
        var pool = Pool(id);
        var random = pool.Random;
        Shot[] shots =
        [
            pool.Any(60, 10).With(new Caption(18, 46, 0.72, plan.Seed, Boxed: true)),
            pool.Any(56, 10).With(new PictureInPicture(20, 44, 0.35, Left: random.Next(0, 1) == 0)),
            pool.Any(56, 10).With(new Caption(16, 40, 0.4, plan.Seed + 1, Boxed: false)),
            pool.Still(60).With(new Caption(14, 30, 0.75, plan.Seed + 2, Boxed: true), new Caption(30, 48, 0.75, plan.Seed + 3, Boxed: true)),
            pool.Any(56, 10).With(new PictureInPicture(18, 56, 0.45, Left: false)),
        ];
        return new SceneClipSpec(Name(name), shots, [TransitionSpec.Cut, TransitionSpec.Cut, new(TransitionStyle.Dissolve, 12), TransitionSpec.Cut]);
    }

    /// <summary>One long take in which a lot happens and nothing changes.</summary>
    private SceneClipSpec NoTransition(string name, int id)
    {
        var pool = Pool(id);
        var shot = pool.Still(180, new SteadyPan(1.6)).With(
            new Flash(25, 2, 0.8), new Crossing(50, 8, 0.5, 0.9, 70, 110, 150, Leftwards: true), new Caption(75, 110, 0.7, plan.Seed, Boxed: true),
            new Flicker(0.2, plan.Seed, 120, 145), new Flash(160, 1, 1));
        return new SceneClipSpec(Name(name), [shot], []);
    }
}
