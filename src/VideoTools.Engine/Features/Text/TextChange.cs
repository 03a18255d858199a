// Method: two readings at one place differ. Either the network misread one of them, or the picture changed: a counter went on, a caption
// gave way to the next. The letters are aligned; where they differ, surely on both sides, and the
// picture differs at that very letter, it is another text. Pairs that look alike (0 and O, 1 and l) say nothing.
// Units: correlation -1 to 1, probabilities 0 to 1. Cost: O(letters^2).
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Text;

/// <summary>Tells a changed text from a text that was read differently.</summary>
internal static class TextChange
{
    private static readonly string[] Lookalikes = ["0oqd", "1li|!tj", "5s", "2z", "8b", "6bg", "9gq", "uv", "cg", "mn", ".,:;'", "-_~"];

    // Of a height: about half a letter and the outline.
    private const double HalfLetter = 0.4;

    /// <summary>True when the second line says something else, and the picture shows that it does.</summary>
    /// <param name="before">The line read before.</param>
    /// <param name="now">The line read now.</param>
    /// <param name="tuning">Its levels.</param>
    public static bool IsOther(TextLine before, TextLine now, TextTrackerTuning tuning)
    {
        if (before.Look is null || now.Look is null || before.Letters.Count == 0 || now.Letters.Count == 0)
        {
            return false;
        }

        // Letters that are the same on both sides say how alike a letter that stayed looks over this background.
        var differences = Differences(before.Letters, now.Letters);
        var fresh = differences.Where(d => d.Now is not null).Select(d => d.Now!.Value.Position).ToHashSet();
        var common = now.Letters.Where(l => !fresh.Contains(l.Position)).Select(l => l.Position);
        var lowest = now.Look.LikenessAt(before.Look, common).Min() ?? (IsSure(before) && IsSure(now) ? 1 : 0);
        var level = Math.Clamp(lowest - tuning.Unlike, tuning.SameLetter, tuning.SurelySameLetter);

        var kept = differences.Where(d => d.Now is not null).ToList();
        var lost = differences.Where(d => d.Now is null).ToList();
        return IsAnyOther(kept, now.Look.LikenessAt(before.Look, kept.Select(d => d.Now!.Value.Position)))
            || IsAnyOther(lost, before.Look.LikenessAt(now.Look, lost.Select(d => d.Before!.Value.Position)));

        bool IsSure(TextLine line) => line.LeastProbability >= tuning.BeyondDoubt;

        // Where the picture differs beyond doubt, the network may be less sure.
        bool IsAnyOther(List<(TextLetter? Before, TextLetter? Now)> pairs, IReadOnlyList<double?> likeness) => pairs.Where((pair, i) =>
            likeness[i] < level && Math.Min(pair.Before?.Probability ?? 1, pair.Now?.Probability ?? 1)
                >= (likeness[i] < level - tuning.QuiteUnlike ? tuning.ProbableLetter : tuning.SureLetter)).Any();
    }

    /// <summary>True when letters that were read surely gave way to others, or went; the last one may only have been half there.</summary>
    /// <param name="before">The line read before.</param>
    /// <param name="now">The line read now.</param>
    /// <param name="sure">Probability from which a letter is sure.</param>
    public static bool Replaces(TextLine before, TextLine now, double sure) => before.Letters.Count > 0 && now.Letters.Count > 0
        && Differences(before.Letters, now.Letters).Any(d => d.Before is { } old && old.Probability >= sure
            && (d.Now?.Probability ?? 1) >= sure && old.Position != before.Letters[^1].Position);

    /// <summary>From where to where, in pixels of the picture, two lying lines have other letters; null where that is not known.</summary>
    public static (double Left, double Right)? Extent(TextLine before, TextLine now)
    {
        var differences = Differences(before.Letters, now.Letters);
        var places = differences.Where(d => d.Before is not null).Select(d => Place(before, d.Before!.Value))
            .Concat(differences.Where(d => d.Now is not null).Select(d => Place(now, d.Now!.Value))).ToList();
        var half = HalfLetter * Math.Min(before.Box.Height, now.Box.Height);
        return before.Letters.Count == 0 || now.Letters.Count == 0 || places.Count == 0
            ? null
            : (places.Min() - half, places.Max() + half);

        static double Place(TextLine line, TextLetter letter) => line.Box.CenterX + ((letter.Position - 0.5) * line.Box.Width);
    }

    /// <summary>True when most letters of a line stand where they were, as the picture shows; also where no look is known.</summary>
    public static bool LettersStay(TextLine before, TextLine now, TextTrackerTuning tuning)
    {
        if (before.Look is null || now.Look is null || before.Letters.Count == 0)
        {
            return true;
        }

        var likeness = before.Look.LikenessAt(now.Look, before.Letters.Select(l => l.Position));
        return likeness.Count(l => l is null || l >= tuning.SameLetter) * 3 >= likeness.Count * 2;
    }

    /// <summary>The letters that differ: replaced, lost (no letter now) and new (no letter before); spaces and case are none.</summary>
    internal static List<(TextLetter? Before, TextLetter? Now)> Differences(IReadOnlyList<TextLetter> a, IReadOnlyList<TextLetter> b)
    {
        return [.. Alignment.Of(a.Count, b.Count, (i, j) => IsSame(a[i].Key, b[j].Key) ? 0 : 1)
            .Where(pair => pair is not ({ } i, { } j) || (!IsSame(a[i].Key, b[j].Key) && !LooksAlike(a[i].Key, b[j].Key)))
            .Select(pair => (At(a, pair.A), At(b, pair.B)))];

        static TextLetter? At(IReadOnlyList<TextLetter> letters, int? place) => place is { } known ? letters[known] : null;
    }

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool LooksAlike(string a, string b) =>
        a.Length == 1 && b.Length == 1
        && !(char.IsDigit(a[0]) && char.IsDigit(b[0]))
        && Lookalikes.Any(set => set.Contains(char.ToLowerInvariant(a[0])) && set.Contains(char.ToLowerInvariant(b[0])));
}
