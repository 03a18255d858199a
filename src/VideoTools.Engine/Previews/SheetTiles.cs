// Method: every tile is kept until there are twice as many as wanted; then every other one goes, and from there on only every second one
// is kept, and so on: what is left is evenly spread, however many come. Memory: at most 511 tiles of some 100 kB.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Previews;

/// <summary>The tiles of a contact sheet, a bounded number.</summary>
/// <param name="wanted">Half of the most tiles.</param>
internal sealed class SheetTiles(int wanted = 256)
{
    private readonly List<(RgbPicture Picture, double Seconds)> _kept = [];
    private long _seen;
    private long _step = 1;

    /// <summary>The tiles, in the order in which they came.</summary>
    public IReadOnlyList<(RgbPicture Picture, double Seconds)> Kept => _kept;

    /// <summary>Takes the next one.</summary>
    public void Add(RgbPicture picture, double seconds)
    {
        if (_seen++ % _step != 0)
        {
            return;
        }

        _kept.Add((picture, seconds));
        if (_kept.Count == 2 * wanted)
        {
            _step *= 2;
            for (var i = _kept.Count - 1; i > 0; i -= 2)
            {
                _kept.RemoveAt(i);
            }
        }
    }
}
