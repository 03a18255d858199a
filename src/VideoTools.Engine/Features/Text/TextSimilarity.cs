// Method: 1 - Levenshtein distance / longer length (Levenshtein 1966), on texts without spaces and in lower case: a lost space or a
// wrong case does not make another text. Cost: O(length^2), texts are short.
namespace VideoTools.Engine.Features.Text;

/// <summary>How alike two readings are.</summary>
internal static class TextSimilarity
{
    /// <summary>0 (nothing in common) to 1 (the same but for spaces and case).</summary>
    public static double Of(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        var longest = Math.Max(x.Length, y.Length);
        return longest == 0 ? 1 : 1 - ((double)Distance(x, y) / longest);
    }

    /// <summary>A text without spaces, in lower case.</summary>
    public static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, replaced);
            }
        }

        return row[^1];
    }
}
