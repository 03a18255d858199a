// Method: Levenshtein's distance (V. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966), row by
// row. Cost: O(length^2) of time, O(length) of memory.
namespace VideoTools.Engine.Numerics;

/// <summary>How many characters have to be put in, left out or replaced to make one text of another.</summary>
internal static class EditDistance
{
    /// <summary>The number, 0 for equal texts.</summary>
    public static int Of(string a, string b)
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
