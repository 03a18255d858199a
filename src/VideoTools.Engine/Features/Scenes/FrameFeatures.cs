using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>What the hybrid detector keeps of a frame: small pictures at three sizes and their statistics. Buffers are reused.</summary>
internal sealed class FrameFeatures(FeatureGrid grid)
{
    /// <summary>Planes of <see cref="Planes"/>.</summary>
    public const int PlaneCount = 6;

    public FrameStamp Stamp { get; set; }

    /// <summary>
    /// The first frame that is nearer to this picture than to the one before; frames between pictures are passed over at high rates.
    /// </summary>
    public FrameStamp Entry { get; set; }

    /// <summary>True for a picture that counts once more because it is held.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Number of the picture as the detector counts, without gaps.</summary>
    public long Number { get; set; }

    /// <summary>Luma cell means, <see cref="FeatureGrid.Width"/> x <see cref="FeatureGrid.Height"/>.</summary>
    public float[] Fine { get; } = new float[grid.Width * grid.Height];

    /// <summary>Luma at half size.</summary>
    public float[] Luma { get; } = new float[grid.Width * grid.Height / 4];

    /// <summary>Blue-difference chroma at half size.</summary>
    public float[] Blue { get; } = new float[grid.Width * grid.Height / 4];

    /// <summary>Red-difference chroma at half size.</summary>
    public float[] Red { get; } = new float[grid.Width * grid.Height / 4];

    /// <summary>
    /// The values of 2x2 cells of fine luma and their chroma as six planes at half size: upper left, upper right, lower left and lower
    /// right luma, blue, red. One vector holds one plane of eight cells.
    /// </summary>
    public float[] Planes { get; } = new float[grid.Width * grid.Height / 4 * PlaneCount];

    /// <summary>Luma at quarter size.</summary>
    public float[] Quarter { get; } = new float[grid.Width * grid.Height / 16];

    /// <summary>Luma at quarter size, contrast made equal, 16 bytes per row: for the search of a displacement.</summary>
    public byte[] Tiny { get; } = new byte[16 * grid.Height / 4];

    /// <summary>Variance of luma plus chroma within each block.</summary>
    public float[] BlockVariance { get; } = new float[grid.BlockCount];

    /// <summary>Median of <see cref="BlockVariance"/>.</summary>
    public float MedianVariance { get; set; }

    /// <summary>
    /// Width in levels of the narrowest range of luma that holds 65 % of the fine cells: 0 for a plain picture, whatever is written on it.
    /// </summary>
    public float Spread { get; set; }

    /// <summary>Colours, see <see cref="Scenes.Palette"/>.</summary>
    public float[] Palette { get; } = new float[Scenes.Palette.Bins];

    /// <summary>Mean of luma.</summary>
    public float Mean { get; set; }

    /// <summary>Mean of blue-difference chroma.</summary>
    public float MeanBlue { get; set; }

    /// <summary>Mean of red-difference chroma.</summary>
    public float MeanRed { get; set; }

    /// <summary>Standard deviation of the fine luma: the picture's contrast.</summary>
    public float Deviation { get; set; }

    /// <summary>Root of the summed variances of the luma and chroma samples, texture and grain included: 0 for a plain picture.</summary>
    public float Contrast { get; set; }

    /// <summary>Dissimilarity to the frame before, see <see cref="FrameMatcher"/>.</summary>
    public float Step { get; set; }

    /// <summary>Sum of the absolute differences of the mean luma and chroma, in levels: how unlike two plain pictures are.</summary>
    public static float ColourDistance(FrameFeatures a, FrameFeatures b) =>
        Math.Abs(a.Mean - b.Mean) + Math.Abs(a.MeanBlue - b.MeanBlue) + Math.Abs(a.MeanRed - b.MeanRed);

    /// <summary>Mean squared difference of two frames per cell, luma and chroma at half size, without any allowance.</summary>
    public static double Distance(FrameFeatures a, FrameFeatures b) =>
        (BlockDistance.SquaredRun(a.Luma, b.Luma) + BlockDistance.SquaredRun(a.Blue, b.Blue) + BlockDistance.SquaredRun(a.Red, b.Red))
        / a.Luma.Length;
}
