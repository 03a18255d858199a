namespace VideoTools.TestMedia.Similar;

/// <summary>What a set of clips and altered copies is made of.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Seed">What is drawn follows from it.</param>
/// <param name="FilmStart">Where the first window of each film starts, in seconds.</param>
/// <param name="FilmWindows">Most windows of each film.</param>
/// <param name="Drawn">Clips of generated shots.</param>
/// <param name="WithIntro">Clips of generated shots that begin with the same title.</param>
/// <param name="Parts">True takes four parts of the films' pictures as clips of their own, too.</param>
/// <param name="Copies">Altered copies.</param>
/// <param name="Combined">True alters each copy in two ways.</param>
public sealed record SimilarSetPlan(
    string Name, int Seed, double FilmStart, int FilmWindows, int Drawn, int WithIntro, bool Parts, int Copies, bool Combined)
{
    /// <summary>200 clips, 40 of them copies: thresholds were chosen on it.</summary>
    public static SimilarSetPlan Development { get; } = new("similar-dev", 1, 0, 10, 54, 20, true, 40, Combined: false);

    /// <summary>100 clips, 20 of them copies altered in two ways, other windows and other shots: only the rule for logos on dark film was seen to fail on it.</summary>
    public static SimilarSetPlan HeldOut { get; } = new("similar-held-out", 2, 2.4, 9, 41, 20, false, 20, Combined: true);

    /// <summary>A few clips for the tests.</summary>
    public static SimilarSetPlan Small { get; } = new("similar-small", 3, 1, 3, 4, 4, false, 10, Combined: false);
}
