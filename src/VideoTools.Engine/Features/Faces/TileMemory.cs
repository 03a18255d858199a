// Method: a tile whose 16 x 16 block means all stayed within ChangedLevels of those it had when it was last looked at shows the same
// faces: the answers of that time stand. A tile whose block means lie within FlatLevels of each other shows nothing.
// Units: levels of (red + 2 green + blue) / 4, 0..255. Cost: 30 us a tile of 256 x 256, where a run of the detector takes milliseconds.
namespace VideoTools.Engine.Features.Faces;

/// <summary>What one tile showed when it was last looked at.</summary>
internal sealed class TileMemory
{
    private const int Block = 16;
    private const int Blocks = FaceAnchors.Side / Block;
    private const double ChangedLevels = 3;
    private const double FlatLevels = 6;

    private readonly float[] _means = new float[Blocks * Blocks];
    private readonly float[] _seen = new float[Blocks * Blocks];
    private bool _hasSeen;

    /// <summary>The answers for it, in pixels of the tile.</summary>
    public IReadOnlyList<FaceDetection> Answers { get; private set; } = [];

    /// <summary>Takes the tile's next picture.</summary>
    /// <param name="patch">256 x 256 interleaved pixels.</param>
    /// <returns>True when it must be looked at, false when <see cref="Answers"/> stand.</returns>
    public bool Update(ReadOnlySpan<byte> patch)
    {
        Measure(patch);
        float low = float.MaxValue, high = float.MinValue, change = 0;
        for (var i = 0; i < _means.Length; i++)
        {
            low = Math.Min(low, _means[i]);
            high = Math.Max(high, _means[i]);
            change = Math.Max(change, Math.Abs(_means[i] - _seen[i]));
        }

        if (_hasSeen && change < ChangedLevels)
        {
            return false;
        }

        _means.CopyTo(_seen, 0);
        _hasSeen = true;
        Answers = [];
        return high - low >= FlatLevels;
    }

    /// <summary>Keeps what was found.</summary>
    public void Keep(IReadOnlyList<FaceDetection> answers) => Answers = answers;

    private void Measure(ReadOnlySpan<byte> patch)
    {
        Span<int> sums = stackalloc int[Blocks];
        for (var row = 0; row < Blocks; row++)
        {
            sums.Clear();
            for (var y = 0; y < Block; y++)
            {
                var line = patch.Slice(((row * Block) + y) * FaceAnchors.Side * 3, FaceAnchors.Side * 3);
                for (int x = 0, at = 0; x < FaceAnchors.Side; x++, at += 3)
                {
                    sums[x / Block] += line[at] + (2 * line[at + 1]) + line[at + 2];
                }
            }

            for (var block = 0; block < Blocks; block++)
            {
                _means[(row * Blocks) + block] = sums[block] / (4f * Block * Block);
            }
        }
    }
}
