using System.Security.Cryptography;

namespace VideoTools.Engine.Caching;

/// <summary>
/// Vectors that follow from a name alone and take seconds to compute, kept like the results of files. Cost of a hit: one file of
/// 2 kB per vector of 384 numbers.
/// </summary>
/// <param name="cache">Where they are kept.</param>
/// <param name="learned">A folder of entries that came with the module; it need not exist.</param>
internal sealed class KeptVectors(ResultCache cache, string learned)
{
    private const string Analysis = "Vectors";

    /// <summary>The vectors of a name.</summary>
    /// <param name="name">Everything that they depend on: another name, other vectors.</param>
    /// <param name="shape">How many there are, and how many numbers each has: what is kept of another shape is passed over.</param>
    /// <param name="compute">Computes them where they are not kept; all have the same length.</param>
    public float[][] Get(string name, (int Count, int Length) shape, Func<float[][]> compute)
    {
        var text = string.Join('\n', Analysis, name, typeof(KeptVectors).Module.ModuleVersionId.ToString("N"));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if ((Find(new ResultCache(learned, limit: 0), key, shape) ?? Find(cache, key, shape)) is { } kept)
        {
            return [.. MemoryMarshal.Cast<byte, float>(kept.Bytes.Span).ToArray().Chunk(kept.Length)];
        }

        var vectors = compute();
        float[] all = [.. vectors.SelectMany(vector => vector)];
        if (all.Length > 0)
        {
            var record = new VectorsRecord(vectors[0].Length, MemoryMarshal.AsBytes<float>(all).ToArray());
            cache.Store(key, new CachedResult(name, Analysis, [record], []));
        }

        return vectors;
    }

    private static VectorsRecord? Find(ResultCache entries, string key, (int Count, int Length) shape) =>
        entries.Find(key, [typeof(VectorsRecord)])?.Records is [VectorsRecord { Length: > 0 } found]
            && found.Length == shape.Length && found.Bytes.Length == (long)shape.Count * shape.Length * sizeof(float) ? found : null;

    /// <summary>Vectors of one length, one after another.</summary>
    internal sealed record VectorsRecord(int Length, ReadOnlyMemory<byte> Bytes);
}
