// Method: 1 - Levenshtein distance / longer length (Levenshtein 1966), on texts without spaces and in lower case: a lost space or a
// wrong case does not make another text. Cost: O(length^2), texts are short.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Text;

/// <summary>How alike two readings are.</summary>
internal static class TextSimilarity
{
    /// <summary>0 (nothing in common) to 1 (the same but for spaces and case).</summary>
    public static double Of(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        var longest = Math.Max(x.Length, y.Length);
        return longest == 0 ? 1 : 1 - ((double)EditDistance.Of(x, y) / longest);
    }

    /// <summary>A text without spaces, in lower case.</summary>
    public static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
