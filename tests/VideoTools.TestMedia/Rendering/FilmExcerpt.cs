namespace VideoTools.TestMedia.Rendering;

/// <summary>A film excerpt without a transition inside: frames <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="Film">bbb, sintel or globe.</param>
public sealed record FilmExcerpt(string Film, int First, int Last, int Skip = 0) : ShotSource(FilmProxy.Scenery(Film, First))
{
    public override int Available => Last - First + 1 - Skip;

    public override IReadOnlyList<string> Input(int width, int height, Rational rate) => FilmProxy.Input(Film, First + Skip);

    /// <summary>The same excerpt, begun later.</summary>
    public FilmExcerpt From(int skip) => this with { Skip = skip };
}
