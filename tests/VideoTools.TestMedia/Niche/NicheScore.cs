namespace VideoTools.TestMedia.Niche;

/// <summary>How well texts were classified.</summary>
/// <param name="Topics">Texts of a niche.</param>
/// <param name="Categories">Of them with the right category.</param>
/// <param name="Subcategories">With the right subcategory.</param>
/// <param name="MicroNiches">With the right micro-niche.</param>
/// <param name="Off">Texts of no niche.</param>
/// <param name="Unknown">Of them called unknown.</param>
/// <param name="Ambiguous">Texts of several niches.</param>
/// <param name="OneOfThem">Of them with the category of one of these.</param>
public sealed record NicheScore(
    int Topics, int Categories, int Subcategories, int MicroNiches, int Off, int Unknown, int Ambiguous, int OneOfThem)
{
    /// <summary>Counts.</summary>
    public static NicheScore Of(IReadOnlyList<LabelledText> texts, IReadOnlyList<VideoNiche> niches)
    {
        var pairs = texts.Zip(niches).ToList();
        int Count(string kind, Func<LabelledText, VideoNiche, bool> isRight) => pairs.Count(p => p.First.Kind == kind && isRight(p.First, p.Second));
        return new NicheScore(
            Count("topic", (_, _) => true),
            Count("topic", (t, n) => Key(t, 0) == n.Category),
            Count("topic", (t, n) => Key(t, 0) == n.Category && Key(t, 1) == n.Subcategory),
            Count("topic", (t, n) => t.Paths[0] == n.FullPath),
            Count("off", (_, _) => true),
            Count("off", (_, n) => n.Category == VideoNiche.Unknown),
            Count("ambiguous", (_, _) => true),
            Count("ambiguous", (t, n) => t.Paths.Any(p => p.Split(" > ")[0] == n.Category)));
    }

    private static string? Key(LabelledText text, int level) => text.Paths[0].Split(" > ").ElementAtOrDefault(level);
}
