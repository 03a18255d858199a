// Method: BlazeFace, back camera model (Google, Apache-2.0), on the whole picture and on tiles (FaceTiles); answers of all of them go
// through one weighted suppression. An answer that an inner edge of a tile cuts is dropped: the neighbouring tile or the whole picture
// shows it.
// Units: pixels of the picture handed in. Cost: see docs/accuracy-faces.md; grows with the tiles that changed (TileMemory).
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Finds faces in the pictures of one file. Not thread-safe: one instance per file.</summary>
/// <param name="session">The model.</param>
/// <param name="minimumScore">Fainter answers are left out.</param>
/// <param name="minimumSize">Lower faces are left out, as a share of the picture's height.</param>
internal sealed class FaceDetector(ModelSession session, double minimumScore, double minimumSize)
{
    private const int Side = FaceAnchors.Side;

    /// <summary>So near to an inner edge of a tile a box is cut by it, in pixels of the tile.</summary>
    private const double EdgePixels = 2;

    private readonly byte[] _patch = new byte[Side * Side * 3];
    private readonly float[] _input = new float[Side * Side * 3];
    private readonly List<TileMemory> _memories = [];
    private (int Width, int Height) _size;
    private FaceTiles _tiles = null!;
    private RgbScaler? _scaler;
    private byte[] _cut = [];

    /// <summary>Runs of the model so far.</summary>
    public int RunCount { get; private set; }

    /// <summary>The faces of a picture, the surest first.</summary>
    public IReadOnlyList<FaceDetection> Find(RgbPyramid picture)
    {
        var answers = FindWhole(picture);
        answers.AddRange(FindTiled(picture));
        return [.. FaceSuppression.Merge(answers).Where(f => f.Height >= minimumSize * picture.Height)];
    }

    private List<FaceDetection> FindWhole(RgbPyramid picture)
    {
        var side = Math.Max(picture.Width, picture.Height);
        var square = Similarity.OfSquare(picture.Width / 2.0, picture.Height / 2.0, side, 0, Side);
        picture.Read(square, Side, _patch);

        // Black bars, as the model knows them, instead of the edge going on.
        var (columns, rows) = (Fitted(picture.Width, side), Fitted(picture.Height, side));
        for (var y = 0; y < Side; y++)
        {
            var row = _patch.AsSpan(y * Side * 3, Side * 3);
            if (y < rows.First || y >= rows.End)
            {
                row.Clear();
            }
            else
            {
                row[..(columns.First * 3)].Clear();
                row[(columns.End * 3)..].Clear();
            }
        }

        return [.. Run().Select(f => f.Map(square.Size, square.Size, square.ShiftX, square.ShiftY))];
    }

    private IEnumerable<FaceDetection> FindTiled(RgbPyramid picture)
    {
        if (_size != (picture.Width, picture.Height))
        {
            Prepare(picture.Width, picture.Height);
        }

        if (_tiles.Tiles.Count == 0)
        {
            yield break;
        }

        Cut(picture);
        var (factorX, factorY) = ((double)picture.Width / _tiles.Width, (double)picture.Height / _tiles.Height);
        for (var i = 0; i < _tiles.Tiles.Count; i++)
        {
            var (left, top) = _tiles.Tiles[i];
            CopyTile(left, top);
            if (_memories[i].Update(_patch))
            {
                _memories[i].Keep([.. Run().Where(f => IsWhole(f, left, top))]);
            }

            foreach (var face in _memories[i].Answers)
            {
                yield return face.Map(factorX, factorY, left * factorX, top * factorY);
            }
        }
    }

    private void Prepare(int width, int height)
    {
        _size = (width, height);
        _tiles = FaceTiles.For(width, height, minimumSize);
        _memories.Clear();
        _memories.AddRange(_tiles.Tiles.Select(_ => new TileMemory()));
        _cut = _tiles.Tiles.Count > 0 ? new byte[_tiles.Width * _tiles.Height * 3] : [];
        _scaler = _tiles.Width <= width && _tiles.Height <= height && _cut.Length > 0
            ? new RgbScaler((width, height), (_tiles.Width, _tiles.Height))
            : null;
    }

    private void Cut(RgbPyramid picture)
    {
        if (_scaler is not null)
        {
            _scaler.Scale(picture.Halved(0).Pixels, _cut);
            return;
        }

        RgbPatch.Enlarge(picture.Halved(0).Pixels, picture.Width, picture.Height, _cut, _tiles.Width, _tiles.Height);
    }

    private void CopyTile(int left, int top)
    {
        for (var y = 0; y < Side; y++)
        {
            _cut.AsSpan((((top + y) * _tiles.Width) + left) * 3, Side * 3).CopyTo(_patch.AsSpan(y * Side * 3));
        }
    }

    private bool IsWhole(FaceDetection face, int left, int top) =>
        (face.Left > EdgePixels || left == 0) && (face.Top > EdgePixels || top == 0)
        && (face.Right < Side - EdgePixels || left + Side >= _tiles.Width)
        && (face.Bottom < Side - EdgePixels || top + Side >= _tiles.Height);

    private List<FaceDetection> Run()
    {
        RunCount++;
        RgbPatch.ToInterleaved(_patch, _input, 2f / 255, -1);
        using var input = ModelTensor.Over(_input, 1, Side, Side, 3);
        return session.Run([input], outputs =>
        {
            List<FaceDetection> found = [];
            FaceAnchors.Decode(Of(outputs, FaceAnchors.Fine), Of(outputs, FaceAnchors.Fine * FaceAnchors.Values), minimumScore, found);
            FaceAnchors.Decode(Of(outputs, FaceAnchors.Coarse), Of(outputs, FaceAnchors.Coarse * FaceAnchors.Values), minimumScore, found);
            return FaceSuppression.Merge(found);
        });
    }

    // Every output has another length, and no fixed place.
    private static ReadOnlySpan<float> Of(ModelOutputs outputs, int length)
    {
        foreach (var output in outputs)
        {
            if (output.Floats.Length == length)
            {
                return output.Floats;
            }
        }

        throw new InvalidDataException($"The face detector gives no output of {length} numbers.");
    }

    private static (int First, int End) Fitted(int length, int side)
    {
        var pixels = Math.Clamp((int)Math.Round((double)length * Side / side), 1, Side);
        var first = (Side - pixels) / 2;
        return (first, first + pixels);
    }
}
