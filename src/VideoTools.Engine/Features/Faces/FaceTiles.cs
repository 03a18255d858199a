// Method: the detector finds faces of about a 16th of its input and up. The whole picture, fitted into the input, shows the large ones.
// For smaller ones the picture is brought to a size at which the smallest face wanted has SmallestFace pixels, and cut into tiles of
// the input's size. Tiles overlap by the largest face that the whole picture may miss, so that it lies whole in one of them.
// The size is stepped so that tiles fill the short side evenly: one row, two rows, and so on.
// Units: pixels. Cost: one run of the detector for the whole picture and one a tile: none, 3, 8 or 18 for 16:9.
namespace VideoTools.Engine.Features.Faces;

/// <summary>How a picture is cut up for small faces.</summary>
/// <param name="Width">Width of the picture that is cut, in pixels.</param>
/// <param name="Height">Its height.</param>
/// <param name="Tiles">Left and top edges of the tiles; none where the whole picture shows all faces that are wanted.</param>
internal sealed record FaceTiles(int Width, int Height, IReadOnlyList<(int Left, int Top)> Tiles)
{
    /// <summary>Least height of a face in the detector's input, in pixels, that is counted on where tiles are planned.</summary>
    public const double SmallestFace = 16;

    /// <summary>Height in pixels from which on a face is found in the whole picture, as measured.</summary>
    public const double CertainFace = 14;

    private const int Side = FaceAnchors.Side;
    private const int LeastOverlap = 64;
    private const int Step = Side - LeastOverlap;

    /// <summary>A picture is enlarged at most so much: there is nothing to see in larger ones.</summary>
    private const double LargestEnlargement = 2;

    /// <summary>The tiles for a picture.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="minimumSize">Least height of a face as a share of the picture's height.</param>
    public static FaceTiles For(int width, int height, double minimumSize)
    {
        var (shortSide, longSide) = (Math.Min(width, height), Math.Max(width, height));
        var smallest = Math.Max(1, minimumSize * height);
        if (smallest * Side / longSide >= SmallestFace || shortSide * LargestEnlargement < Side)
        {
            return new FaceTiles(width, height, []);
        }

        var rows = 1;
        while (smallest * ShortSide(rows) / shortSide < SmallestFace - 1e-9 && ShortSide(rows + 1) <= LargestEnlargement * shortSide)
        {
            rows++;
        }

        var scale = (double)ShortSide(rows) / shortSide;
        var overlap = (int)Math.Min(Side / 2, Math.Max(LeastOverlap, Math.Ceiling(CertainFace * longSide / Side * scale)));
        var (cutWidth, cutHeight) = (Scaled(width, scale), Scaled(height, scale));
        return new FaceTiles(
            cutWidth, cutHeight,
            [.. Starts(cutHeight, overlap).SelectMany(top => Starts(cutWidth, overlap).Select(left => (left, top)))]);
    }

    private static int ShortSide(int rows) => Side + ((rows - 1) * Step);

    private static int Scaled(int side, double scale) => Math.Max(Side, (int)Math.Round(side * scale));

    private static IEnumerable<int> Starts(int length, int overlap)
    {
        var count = 1 + Math.Max(0, (int)Math.Ceiling((length - Side) / (double)(Side - overlap)));
        return Enumerable.Range(0, count).Select(i => count == 1 ? 0 : (int)Math.Round((double)i * (length - Side) / (count - 1)));
    }
}
