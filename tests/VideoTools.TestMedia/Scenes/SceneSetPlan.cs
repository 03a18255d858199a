using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>What differs between two sets: the sources, the seed, and the transition styles that occur.</summary>
public sealed record SceneSetPlan(
    string Prefix,
    ulong Seed,
    IReadOnlyList<ShotSource> Films,
    IReadOnlyList<ShotSource> Synthetics,
    IReadOnlyList<ShotSource> Stills,
    IReadOnlyList<ShotSource> Textures,
    IReadOnlyList<TransitionStyle> Wipes)
{
    /// <summary>The set that detectors are tuned on.</summary>
    public static SceneSetPlan Development { get; } = new(
        "dev",
        1001,
        [
            new FilmExcerpt("bbb", 60, 170), new FilmExcerpt("bbb", 171, 280), new FilmExcerpt("bbb", 380, 475),
            new FilmExcerpt("bbb", 555, 598), new FilmExcerpt("sintel", 145, 193), new FilmExcerpt("sintel", 572, 617),
            new FilmExcerpt("sintel", 880, 948),
        ],
        [
            new Synthetic("testsrc2", "testsrc2=s={w}x{h}:r={r}"),
            new Synthetic("mandelbrot", "mandelbrot=s=320x180:r={r}:start_scale=0.4:end_scale=0.01:end_pts=200"),
            new Synthetic("gradients-slow", "gradients=s={w}x{h}:r={r}:seed=11:speed=0.01:nb_colors=4"),
            new Synthetic("life", "life=s=160x90:r={r}:seed=5:ratio=0.3:mold=10:life_color=#FFE0A0:death_color=#302010:mold_color=#604020"),
        ],
        [
            new FilmStill("bbb", 100), new FilmStill("bbb", 260), new FilmStill("bbb", 400), new FilmStill("bbb", 590),
            new FilmStill("sintel", 160), new FilmStill("sintel", 590), new FilmStill("sintel", 940),
        ],
        [
            new FilmStill("bbb", 590), new FilmStill("bbb", 250),
            new Synthetic("noise-still", "color=c=gray:s={w}x{h}:r={r},noise=alls=80:all_seed=7,gblur=sigma=1.2", Still: true),
            new Synthetic("mandelbrot-still", "mandelbrot=s=1280x720:r={r}:start_scale=0.02", Still: true),
        ],
        [
            TransitionStyle.WipeLeft, TransitionStyle.WipeDown, TransitionStyle.SlideLeft, TransitionStyle.CircleOpen, TransitionStyle.WipeRight,
            TransitionStyle.Blinds,
        ]);

    /// <summary>The set that nobody tunes on: other excerpts, other synthetic sources, other wipes, other lengths.</summary>
    public static SceneSetPlan HeldOut { get; } = new(
        "held",
        770077,
        [
            new FilmExcerpt("bbb", 287, 376), new FilmExcerpt("bbb", 504, 551), new FilmExcerpt("bbb", 628, 690),
            new FilmExcerpt("sintel", 303, 333), new FilmExcerpt("sintel", 335, 352), new FilmExcerpt("sintel", 478, 488),
            new FilmExcerpt("sintel", 553, 569), new FilmExcerpt("sintel", 796, 822), new FilmExcerpt("globe", 0, 300),
            new FilmExcerpt("globe", 500, 800),
        ],
        [
            new Synthetic("cellauto", "cellauto=s=320x180:r={r}:rule=110:seed=9:scroll=1"),
            new Synthetic("sierpinski", "sierpinski=s={w}x{h}:r={r}:seed=3:jump=20"),
            new Synthetic("gradients-fast", "gradients=s={w}x{h}:r={r}:seed=77:speed=0.05:nb_colors=3"),
            new Synthetic("bars", "smptehdbars=s={w}x{h}:r={r}", Still: true),
            new Synthetic("testsrc", "testsrc=s={w}x{h}:r={r}"),
        ],
        [
            new FilmStill("bbb", 330), new FilmStill("bbb", 530), new FilmStill("bbb", 660), new FilmStill("sintel", 318), new FilmStill("sintel", 345),
            new FilmStill("sintel", 484), new FilmStill("sintel", 560), new FilmStill("sintel", 810),
        ],
        [
            new FilmStill("bbb", 320), new FilmStill("sintel", 484),
            new Synthetic("noise-still-2", "color=c=#556644:s={w}x{h}:r={r},noise=alls=100:all_seed=23,gblur=sigma=2", Still: true),
            new Synthetic("cellauto-still", "cellauto=s=640x360:r={r}:rule=30:seed=4:full=1,gblur=sigma=0.8", Still: true),
        ],
        [
            TransitionStyle.WipeUp, TransitionStyle.WipeRight, TransitionStyle.SlideUp, TransitionStyle.Clock, TransitionStyle.WipeDiagonal,
            TransitionStyle.WipeLeft,
        ]);
}
