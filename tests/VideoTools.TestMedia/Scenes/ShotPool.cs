using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>Draws shots from a set's sources, each with another look, never twice the same scenery in a row.</summary>
public sealed class ShotPool(ulong seed, IReadOnlyList<ShotSource> films, IReadOnlyList<ShotSource> synthetics, IReadOnlyList<ShotSource> stills)
{
    private static readonly string[] Crops =
    [
        "", "", "crop=iw*0.7:ih*0.7:0:0", "crop=iw*0.7:ih*0.7:iw*0.3:0", "crop=iw*0.7:ih*0.7:iw*0.3:ih*0.3", "crop=iw*0.7:ih*0.7:0:ih*0.3",
        "crop=iw*0.5:ih*0.5:iw*0.25:ih*0.25", "crop=iw*0.5:ih*0.5:iw*0.5:ih*0.4", "crop=iw*0.55:ih*0.55:iw*0.05:ih*0.4",
    ];

    private static readonly string[] Colours = ["", "", "", "hue=h=60:s=0.9", "hue=h=150", "hue=h=240:s=1.1", "hue=s=0", "eq=gamma=0.75", "eq=contrast=0.8"];

    private string _last = "";

    public SplitMix Random { get; } = new(seed);

    /// <summary>Source frames a clip frame, for clips whose rate is far from the films' 24.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>A film excerpt.</summary>
    public Shot Film(int frames) => Draw(films, frames);

    /// <summary>A film excerpt, a still or, one time in <paramref name="oneIn"/>, one of ffmpeg's own sources.</summary>
    public Shot Any(int frames, int oneIn = 4) => Random.Next(1, oneIn) == 1 ? Draw(synthetics, frames) : Draw([.. films, .. films, .. stills], frames);

    public Shot Synthetic(int frames) => Draw(synthetics, frames);

    /// <summary>A held picture, seen still or through a camera.</summary>
    public Shot Still(int frames, Camera? camera = null)
    {
        var shot = Draw(stills, frames);
        return camera is null ? shot : shot with { Camera = camera, Filters = RemoveCrop(shot.Filters) };
    }

    private static string RemoveCrop(string filters) => string.Join(',', filters.Split(',').Where(f => !f.StartsWith("crop", StringComparison.Ordinal)));

    private Shot Draw(IReadOnlyList<ShotSource> sources, int frames)
    {
        var candidates = sources
            .Where(s => s.Name != _last && (s.IsStill || new Shot(s, frames) { Speed = SpeedOf(s) }.SourceFrames <= s.Available))
            .ToArray();
        var source = Random.Pick(candidates);
        _last = source.Name;
        string[] looks = [Random.Pick(Crops), Random.Next(0, 1) == 0 ? "hflip" : "", Random.Pick(Colours)];
        var shot = new Shot(source, frames) { Speed = SpeedOf(source), Filters = string.Join(',', looks.Where(l => l.Length > 0)) };
        if (source is FilmExcerpt excerpt)
        {
            shot = shot with { Source = excerpt.From(Random.Next(0, excerpt.Available - shot.SourceFrames)) };
        }
        else if (source is FilmStill or PictureStill && shot.Camera is null && Random.Next(0, 1) == 0)
        {
            // A slow move over a still, as documentaries do it.
            shot = shot with { Camera = Random.Next(0, 2) switch { 0 => new ZoomMove(1.15), 1 => new ZoomMove(1.15, Outwards: true), _ => new SteadyPan(1.15) } };
        }

        return shot;
    }

    private double SpeedOf(ShotSource source) => source is FilmExcerpt ? Speed : 1;
}
