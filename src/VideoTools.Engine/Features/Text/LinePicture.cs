// Method: a line is cut out upright, with a margin, as a grey picture of Rows rows, in which letters are about 30 rows high: the height
// that Tesseract's networks were trained on. Otsu's threshold (1979) parts ink from ground; the smaller part is ink. White letters with a
// black outline over something light make the outline ink so: where the ink does not fall into about as many pieces as there are letters,
// the values are parted in three (Liao, Chen and Chung, "A fast algorithm for multilevel thresholding", 2001), and the brightest or
// the darkest part is ink if that fits better, without what reaches the edge. Grey values are spread so that ink is black and whatever is
// on the other side of the threshold white: an outline or a film behind the letters is no ink.
// Units: grey values 0 to 255, rows and columns of the cut. Cost: about 1 ms a line, 4 where three parts are tried.
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
    private const double FewPiecesOff = 0.3;

    private readonly double _lineShare;

    private LinePicture(InkPicture ink, double lineShare, bool isBusy)
    {
        (Ink, _lineShare, IsBusy) = (ink, lineShare, isBusy);
    }

    /// <summary>True when what lay around the letters fell into ink and ground as well; it is cleared from the picture.</summary>
    public bool IsBusy { get; }

    /// <summary>The pixels and the pieces of ink in them.</summary>
    public InkPicture Ink { get; }

    /// <summary>The pixels.</summary>
    public GreyPicture Picture => Ink.Picture;

    /// <summary>Cuts a lying box out.</summary>
    /// <param name="still">An <see cref="FrameFormat.Rgb24"/> picture.</param>
    /// <param name="box">Where.</param>
    /// <param name="letters">How many letters it holds.</param>
    public static LinePicture Cut(VideoFrame still, RotatedBox box, int letters)
    {
        var area = Area(box, letters);
        var raw = Grey(still, area);
        var best = InkPicture.Of(Spread(raw, InkLevels.Otsu(raw.Pixels)));
        if (letters > 0 && Unlike(best, letters) is var unlike && unlike > FewPiecesOff)
        {
            foreach (var levels in InkLevels.Extremes(raw.Pixels))
            {
                var other = InkPicture.Of(Spread(raw, levels)).WithoutGround();
                if (Unlike(other, letters) is var less && less < unlike)
                {
                    (best, unlike) = (other, less);
                }
            }
        }

        var cleared = best.WithoutClutter(letters);
        return new LinePicture(cleared ?? best, Math.Max(1, box.Width) / area.Width, cleared is not null);
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
        var raw = Grey(still, area);
        return Spread(raw, InkLevels.Otsu(raw.Pixels));
    }

    /// <summary>Where along the line, 0 to 1, a column is.</summary>
    public double PositionOf(double column) => (((column / Picture.Width) - 0.5) / _lineShare) + 0.5;

    /// <summary>The column of a place along the line.</summary>
    public double ColumnOf(double position) => (((position - 0.5) * _lineShare) + 0.5) * Picture.Width;

    // How far the number of pieces is from the number of letters, as a share of these.
    private static double Unlike(InkPicture ink, int letters) => Math.Abs(ink.Bodies.Count() - letters) / (double)letters;

    private static GreyPicture Grey(VideoFrame still, RotatedBox area)
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

        return new GreyPicture(grey, columns, Rows);
    }

    // Ink becomes 0, the ground 255, what lies between them the same way.
    private static GreyPicture Spread(GreyPicture raw, InkLevels levels)
    {
        var range = levels.Ground - levels.Ink;
        var spread = new byte[raw.Width * raw.Height];
        for (var i = 0; i < spread.Length; i++)
        {
            spread[i] = Math.Abs(range) < 1 ? (byte)255 : (byte)Math.Clamp((raw.Pixels[i] - levels.Ink) * 255 / range, 0, 255);
        }

        return new GreyPicture(spread, raw.Width, raw.Height);
    }
}
