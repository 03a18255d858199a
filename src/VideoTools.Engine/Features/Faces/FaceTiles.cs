// Method: the detector finds faces of about a 16th of its input and up. The whole picture, fitted into the input, shows the large ones.
// For smaller ones the picture is brought to a size at which the smallest face wanted has SmallestFace pixels, and cut into tiles of
// the input's size that overlap by Overlap: a face up to that size lies whole in one of them, a larger one is seen in the whole picture.
// The size is stepped so that tiles fill the short side evenly: one row, two rows, and so on.
// Units: pixels. Cost: one run of the detector for the whole picture and one a tile: none, 3, 8 or 18 for 16:9.
namespace VideoTools.Engine.Features.Faces;

/// <summary>How a picture is cut up for small faces.</summary>
/// <param name="Width">Width of the picture that is cut, in pixels.</param>
/// <param name="Height">Its height.</param>
/// <param name="Tiles">Left and top edges of the tiles; none where the whole picture shows all faces that are wanted.</param>
internal sealed record FaceTiles(int Width, int Height, IReadOnlyList<(int Left, int Top)> Tiles)
{
    /// <summary>Least height of a face in the detector's input, in pixels, at which it is found.</summary>
    public const double SmallestFace = 16;

    /// <summary>Pixels that neighbouring tiles have in common.</summary>
    public const int Overlap = 64;

    private const int Side = FaceAnchors.Side;
    private const int Step = Side - Overlap;

    /// <summary>A picture is enlarged at most so much: there is nothing to see in larger ones.</summary>
    private const double LargestEnlargement = 2;

    /// <summary>The tiles for a picture.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="minimumSize">Least height of a face as a share of the picture's height.</param>
    public static FaceTiles For(int width, int height, double minimumSize)
    {
        var smallest = Math.Max(1, minimumSize * height);
        if (smallest * Side / Math.Max(width, height) >= SmallestFace)
        {
            return new FaceTiles(width, height, []);
        }

        var shortSide = Math.Min(width, height);
        var rows = 1;
        while (smallest * ShortSide(rows) / shortSide < SmallestFace && ShortSide(rows + 1) <= LargestEnlargement * shortSide)
        {
            rows++;
        }

        var scale = (double)ShortSide(rows) / shortSide;
        var (cutWidth, cutHeight) = (Scaled(width, scale), Scaled(height, scale));
        return new FaceTiles(
            cutWidth, cutHeight, [.. Starts(cutHeight).SelectMany(top => Starts(cutWidth).Select(left => (left, top)))]);
    }

    private static int ShortSide(int rows) => Side + ((rows - 1) * Step);

    private static int Scaled(int side, double scale) => Math.Max(Side, (int)Math.Round(side * scale));

    private static IEnumerable<int> Starts(int length)
    {
        var count = 1 + Math.Max(0, (int)Math.Ceiling((length - Side) / (double)Step));
        return Enumerable.Range(0, count).Select(i => count == 1 ? 0 : (int)Math.Round((double)i * (length - Side) / (count - 1)));
    }
}
