// Method: a line is cut out upright, with a margin, as a grey picture of Rows rows, in which letters are about 30 rows high: the height
// that Tesseract's networks were trained on. Otsu's threshold (1979) parts ink from ground; the smaller part is ink. Grey values are
// spread so that ink is black and whatever is on the other side of the threshold white: an outline or a film behind the letters is no
// ink. Units: grey values 0 to 255, rows and columns of the cut. Cost: about 1 ms a line.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Features.Text;

/// <summary>A line cut out of a picture, dark on light.</summary>
internal sealed class LinePicture
{
    /// <summary>Rows of the cut.</summary>
    public const int Rows = 64;

    private const double Taller = 1.3;

    // The box of a short word is found tight around its letters, without their marks.
    private const double TallerWord = 1.7;
    private const int ShortWord = 3;

    private const int MaximumColumns = 4096;
    private const int Levels = 256;

    private readonly double _lineShare;

    private LinePicture(GreyPicture picture, double lineShare)
    {
        (Picture, _lineShare) = (picture, lineShare);
    }

    /// <summary>The pixels.</summary>
    public GreyPicture Picture { get; }

    /// <summary>Cuts a lying box out.</summary>
    /// <param name="still">An <see cref="FrameFormat.Rgb24"/> picture.</param>
    /// <param name="box">Where.</param>
    /// <param name="letters">How many letters it holds.</param>
    public static LinePicture Cut(VideoFrame still, RotatedBox box, int letters)
    {
        var area = Area(box, letters);
        return new LinePicture(Cut(still, area), Math.Max(1, box.Width) / area.Width);
    }

    /// <summary>The part of the picture that is cut out for a box.</summary>
    public static RotatedBox Area(RotatedBox box, int letters) => box with
    {
        Width = Math.Max(1, box.Width) + (0.4 * box.Height),
        Height = Math.Max(1, box.Height) * (letters <= ShortWord ? TallerWord : Taller),
    };

    /// <summary>Cuts a part out, ink black on white.</summary>
    public static GreyPicture Cut(VideoFrame still, RotatedBox area)
    {
        var columns = Math.Clamp((int)Math.Round(Rows * area.Width / area.Height), 8, MaximumColumns);
        var size = Rows * columns;
        var planes = new float[3 * size];
        QuadSampler.FillBgr(still.Y, still.Width, still.Height, area, planes, columns, columns, Rows);
        var grey = new byte[size];
        for (var i = 0; i < size; i++)
        {
            var luma = (0.114f * planes[i]) + (0.587f * planes[size + i]) + (0.299f * planes[(2 * size) + i]);
            grey[i] = (byte)Math.Clamp((luma + 1) * 127.5f, 0, 255);
        }

        Spread(grey);
        return new GreyPicture(grey, columns, Rows);
    }

    /// <summary>Where along the line, 0 to 1, a column is.</summary>
    public double PositionOf(double column) => (((column / Picture.Width) - 0.5) / _lineShare) + 0.5;

    /// <summary>The column of a place along the line.</summary>
    public double ColumnOf(double position) => (((position - 0.5) * _lineShare) + 0.5) * Picture.Width;

    // Ink becomes 0, the ground 255, what lies between them the same way.
    internal static void Spread(Span<byte> grey)
    {
        var counts = new int[Levels];
        foreach (var value in grey)
        {
            counts[value]++;
        }

        var (threshold, below, above) = Otsu(counts);
        var dark = counts.AsSpan(0, threshold + 1);
        long darkCount = 0;
        foreach (var count in dark)
        {
            darkCount += count;
        }

        var (ink, end) = darkCount * 2 <= grey.Length
            ? (below, threshold + ((threshold - below) / 2))
            : (above, threshold - ((above - threshold) / 2));
        var range = end - ink;
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = Math.Abs(range) < 1 ? (byte)255 : (byte)Math.Clamp((grey[i] - ink) * 255 / range, 0, 255);
        }
    }

    // The level that parts the values best, and the means of the two parts.
    private static (int Threshold, double Below, double Above) Otsu(int[] counts)
    {
        double total = 0, sum = 0, lower = 0, lowerSum = 0;
        for (var level = 0; level < Levels; level++)
        {
            total += counts[level];
            sum += (double)level * counts[level];
        }

        var best = (Threshold: 0, Below: 0.0, Above: 255.0, Between: -1.0);
        for (var level = 0; level < Levels - 1; level++)
        {
            lower += counts[level];
            lowerSum += (double)level * counts[level];
            if (lower == 0 || lower == total)
            {
                continue;
            }

            var (below, above) = (lowerSum / lower, (sum - lowerSum) / (total - lower));
            var between = lower * (total - lower) * (above - below) * (above - below);
            if (between > best.Between)
            {
                best = (level, below, above, between);
            }
        }

        return (best.Threshold, best.Below, best.Above);
    }
}
