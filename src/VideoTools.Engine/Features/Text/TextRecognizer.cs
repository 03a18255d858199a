// Method: PP-OCRv4 mobile recognition (PaddlePaddle, Apache-2.0): boxes are cut out upright, 48 rows high, and read in batches. Boxes of
// several pictures are sorted by width and go together as long as the padding stays small and a batch stays within MaximumColumns.
// Units: 48 rows, a multiple of 32 columns. Cost: see docs/performance.md; grows with the columns.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Reads boxes of text. Not thread-safe: one instance per reader.</summary>
internal sealed class TextRecognizer(ModelSession session, CtcDecoder decoder)
{
    private const int Rows = 48;
    private const int ColumnStep = 32;

    // The output of a batch is columns / 8 x 6,625 floats: 4,096 columns are 14 MB.
    private const int MaximumColumns = 4096;
    private const double TallText = 1.5;

    private readonly record struct Cut(int Index, VideoFrame Still, RotatedBox Box, int Width);

    /// <summary>Reads boxes; the answers come in their order. An unreadable box gives an empty text.</summary>
    public TextLine[] Read(IReadOnlyList<(VideoFrame Still, RotatedBox Box)> boxes)
    {
        var lines = new TextLine[boxes.Count];
        var cuts = boxes.Select((b, i) => new Cut(i, b.Still, Lie(b.Box), ColumnsOf(Lie(b.Box))))
            .OrderBy(c => c.Width).ThenBy(c => c.Index).ToList();
        for (var start = 0; start < cuts.Count;)
        {
            // A batch is padded to its widest member: as soon as that wastes a quarter, a new one starts.
            var end = start + 1;
            while (end < cuts.Count
                && cuts[end].Width * (end - start + 1) <= MaximumColumns
                && cuts[end].Width <= Math.Max(cuts[start].Width * 5 / 4, cuts[start].Width + ColumnStep))
            {
                end++;
            }

            ReadBatch(cuts, start, end, boxes, lines);
            start = end;
        }

        return lines;
    }

    private void ReadBatch(List<Cut> cuts, int start, int end, IReadOnlyList<(VideoFrame Still, RotatedBox Box)> boxes, TextLine[] lines)
    {
        var columns = (cuts[end - 1].Width + ColumnStep - 1) / ColumnStep * ColumnStep;
        var size = 3 * Rows * columns;
        var planes = new float[(end - start) * size];
        for (var i = start; i < end; i++)
        {
            var cut = cuts[i];
            QuadSampler.FillBgr(
                cut.Still.Y, cut.Still.Width, cut.Still.Height, cut.Box,
                planes.AsSpan((i - start) * size, size), columns, cut.Width, Rows);
        }

        using var input = ModelTensor.Over(planes, end - start, 3, Rows, columns);
        session.Run([input], outputs =>
        {
            var probabilities = outputs[0].Floats;
            var perLine = probabilities.Length / (end - start);
            for (var i = start; i < end; i++)
            {
                var (text, confidence) = decoder.Decode(probabilities.Slice((i - start) * perLine, perLine));
                lines[cuts[i].Index] = new TextLine(boxes[cuts[i].Index].Box, text, confidence);
            }

            return true;
        });
    }

    // Text that runs downwards is turned to lie: the network knows lines only.
    private static RotatedBox Lie(RotatedBox box) => box.Height < TallText * box.Width
        ? box
        : box with { Width = box.Height, Height = box.Width, Angle = box.Angle - (Math.PI / 2) };

    private static int ColumnsOf(RotatedBox box) =>
        Math.Clamp((int)Math.Ceiling(Rows * box.Width / Math.Max(1, box.Height)), 8, MaximumColumns);
}
