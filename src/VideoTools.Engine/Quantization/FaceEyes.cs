// Method: BlazeFace (MediaPipe, back camera model), of the catalogue, on the frame fitted into its square: anchors 16 x 16 with 2 and 8
// x 8 with 6 a cell; of the anchors that are sure enough, the surest first, none whose middle between the eyes is nearer to a taken one
// than its eyes are apart. Only what calibration needs: where eyes are. Units: pixels of the frame. Cost: one run a frame.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Quantization;

/// <summary>Finds the eyes of the faces in a frame. Not thread-safe.</summary>
internal sealed class FaceEyes : IDisposable
{
    private const float LeastLogit = 0.4f;
    private const int MostFaces = 8;
    private const int PointsAt = 4;

    private static readonly (int Cells, int Each)[] Grids = [(16, 2), (8, 6)];

    private readonly RawModel _model;
    private readonly PictureMaker _maker;
    private readonly PictureInput _input;

    public FaceEyes(ModelCatalogue catalogue, int threads)
    {
        var entry = catalogue.GetDefault(ModelKind.FaceDetection);
        _input = entry.Picture!;
        _model = RawModel.Open(catalogue.ReadBytes(entry, "model"), threads, entry.Name);
        _maker = new PictureMaker(_input, _model.Inputs[0].Shape!);
    }

    /// <summary>The eyes of every face, the surest first.</summary>
    public List<((double X, double Y) Left, (double X, double Y) Right)> Find(RgbPicture frame)
    {
        var scale = Math.Max((double)frame.Width / _input.Width, (double)frame.Height / _input.Height);
        using var tensor = _maker.Whole(frame).ToTensor();
        using var outputs = _model.Run(tensor);
        var found = new List<(float Logit, (double X, double Y) Left, (double X, double Y) Right)>();
        for (var grid = 0; grid < Grids.Length; grid++)
        {
            // Scores of both grids come first, then boxes and points.
            var (cells, each) = Grids[grid];
            var scores = outputs[grid].Floats;
            var boxes = outputs[grid + Grids.Length].Floats;
            for (var anchor = 0; anchor < scores.Length; anchor++)
            {
                if (scores[anchor] >= LeastLogit)
                {
                    var cell = anchor / each;
                    var points = boxes.Slice((anchor * 16) + PointsAt, 4);
                    var (x, y) = (((cell % cells) + 0.5) / cells * _input.Width, ((cell / cells) + 0.5) / cells * _input.Height);
                    found.Add((
                        scores[anchor],
                        ((x + points[0]) * scale, (y + points[1]) * scale),
                        ((x + points[2]) * scale, (y + points[3]) * scale)));
                }
            }
        }

        return Thin(found);
    }

    public void Dispose() => _model.Dispose();

    private static List<((double X, double Y) Left, (double X, double Y) Right)> Thin(
        List<(float Logit, (double X, double Y) Left, (double X, double Y) Right)> found)
    {
        var kept = new List<((double X, double Y) Left, (double X, double Y) Right)>();
        foreach (var (_, left, right) in found.OrderByDescending(face => face.Logit).ThenBy(face => face.Left.X))
        {
            var apart = Distance(left, right);
            if (kept.Count < MostFaces && apart >= 4
                && kept.All(face => Distance(Middle(face.Left, face.Right), Middle(left, right)) >= apart))
            {
                kept.Add((left, right));
            }
        }

        return kept;

        static double Distance((double X, double Y) a, (double X, double Y) b) => double.Hypot(a.X - b.X, a.Y - b.Y);
        static (double X, double Y) Middle((double X, double Y) a, (double X, double Y) b) => ((a.X + b.X) / 2, (a.Y + b.Y) / 2);
    }
}
