// One hash table over moments of many videos.
// Method: min-wise hashing (Broder 1997) of the set of strong signs: the first strong frequency behind a given one, with its sign, is the
// same in two codes as often as their sets agree. Several of them make a key (locality sensitive hashing, Indyk and Motwani 1998):
// codes of a copy share a key in one of the tables nearly always, others hardly ever. Entries of a key lie side by side (counting sort),
// in the order of the videos. Cost: linear in the moments.
using System.Numerics;
using VideoTools.Engine.Features.Signatures;

namespace VideoTools.Engine.Similar;

/// <summary>Moments by one key each.</summary>
internal sealed class MomentTable
{
    /// <summary>Tables that find a copy together.</summary>
    public const int TableCount = 20;

    private const int FineCount = 10;

    private const int KeyBits = 18;
    private const int FineHashes = 6;
    private const int CoarseHashes = 4;
    private const int FrequencyMask = 63;

    // The starts of a table lie far apart, and those of tables of a kind are different.
    private const int FineStep = FineCount;
    private const int CoarseStep = 16;

    private readonly int _table;
    private readonly int[] _starts = new int[(1 << KeyBits) + 1];
    private readonly Moment[] _entries;

    /// <summary>Sorts moments by their keys.</summary>
    /// <param name="table">Number of the table.</param>
    /// <param name="moments">The moments, in the order of their videos.</param>
    public MomentTable(int table, IReadOnlyList<Moment> moments)
    {
        _table = table;
        _entries = new Moment[moments.Count];
        var keys = new int[moments.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Key(table, moments[i].Code);
            _starts[keys[i] + 1]++;
        }

        for (var key = 0; key < 1 << KeyBits; key++)
        {
            _starts[key + 1] += _starts[key];
        }

        var next = _starts.AsSpan(0, 1 << KeyBits).ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            _entries[next[keys[i]]++] = moments[i];
        }
    }

    /// <summary>
    /// True for a table of short keys: many strangers share one, but also copies that are less alike. For videos that have little to ask.
    /// </summary>
    public static bool IsCoarse(int table) => table >= FineCount;

    /// <summary>The moments that share the key of a code, in the order of their videos.</summary>
    public ReadOnlySpan<Moment> Find(PictureCode code)
    {
        var key = Key(_table, code);
        return _entries.AsSpan(_starts[key], _starts[key + 1] - _starts[key]);
    }

    private static int Key(int table, PictureCode code)
    {
        var key = 0u;
        var (hashes, step) = IsCoarse(table) ? (CoarseHashes, CoarseStep) : (FineHashes, FineStep);
        for (var hash = 0; hash < hashes; hash++)
        {
            var start = (table + (hash * step)) & FrequencyMask;
            var first = (start + BitOperations.TrailingZeroCount(BitOperations.RotateRight(code.Strong, start))) & FrequencyMask;
            key = (key * 131) + (uint)(first << 1) + (uint)((code.Signs >> first) & 1);
        }

        return (int)((key * 2654435769u) >> (32 - KeyBits));
    }
}
