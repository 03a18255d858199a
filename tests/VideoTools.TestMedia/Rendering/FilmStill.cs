namespace VideoTools.TestMedia.Rendering;

/// <summary>One frame of a film, held.</summary>
public sealed record FilmStill(string Film, int Frame) : ShotSource(FilmProxy.Scenery(Film, Frame))
{
    public override bool IsStill => true;

    public override IReadOnlyList<string> Input(int width, int height, Rational rate) => FilmProxy.Input(Film, Frame);
}
