// Where the picture lies between black bars, while it is still running.
// Method: the first pictures are held back until bars can be told from dark pictures (BarEvidence over Settling moments); from then on
// what all pictures so far agree on is looked up again every Settling moments. Memory: Settling grids of 16 KB.
using VideoTools.Engine.Features.Crop;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Signatures;

/// <summary>Finds the bars of a video as its moments go by.</summary>
internal sealed class SignatureBars(int width, int height)
{
    /// <summary>Moments until bars are settled.</summary>
    public const int Settling = 64;

    private readonly BarEvidence _evidence = new();
    private int _count;

    /// <summary>The part of the frame inside of the bars, 0 to 1; all of it until they are settled.</summary>
    public (double Left, double Top, double Right, double Bottom) Area { get; private set; } = (0, 0, 1, 1);

    /// <summary>True once bars were looked up.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Adds the picture of a moment.</summary>
    public void Add(ReadOnlySpan<byte> luma)
    {
        _evidence.Add(BlackBars.Measure(luma, width, height));
        if (++_count % Settling == 0)
        {
            Settle();
        }
    }

    /// <summary>Looks the bars up.</summary>
    public void Settle()
    {
        var bars = _evidence.Common();
        Area = (
            (double)bars.Left / width,
            (double)bars.Top / height,
            1 - ((double)bars.Right / width),
            1 - ((double)bars.Bottom / height));
        IsSettled = true;
    }
}
