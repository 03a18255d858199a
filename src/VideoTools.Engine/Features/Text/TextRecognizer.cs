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

    // Taller than this no single letter is.
    private const double TallLetter = 2.5;

    // Parts are laid side by side: one, or the letters of a stack.
    private readonly record struct Cut(int Index, VideoFrame Still, RotatedBox[] Parts, int Width);

    /// <summary>Reads boxes; the answers come in their order. An unreadable box gives an empty text.</summary>
    public TextLine[] Read(IReadOnlyList<TextTask> tasks)
    {
        var lines = new TextLine[tasks.Count];
        var cuts = tasks.SelectMany((task, index) => Ways(task).Select(parts => new Cut(index, task.Still, parts, parts.Sum(ColumnsOf))))
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

            ReadBatch(cuts[start..end], tasks, lines);
            start = end;
        }

        return lines;
    }

    private void ReadBatch(List<Cut> cuts, IReadOnlyList<TextTask> tasks, TextLine[] lines)
    {
        var columns = (cuts[^1].Width + ColumnStep - 1) / ColumnStep * ColumnStep;
        var size = 3 * Rows * columns;
        var planes = new float[cuts.Count * size];
        for (var i = 0; i < cuts.Count; i++)
        {
            var at = 0;
            foreach (var part in cuts[i].Parts)
            {
                var width = Math.Min(ColumnsOf(part), columns - at);
                QuadSampler.FillBgr(
                    cuts[i].Still.Y, cuts[i].Still.Width, cuts[i].Still.Height, part,
                    planes.AsSpan((i * size) + at, size - at), columns, width, Rows);
                at += width;
            }
        }

        using var input = ModelTensor.Over(planes, cuts.Count, 3, Rows, columns);
        session.Run([input], outputs =>
        {
            var probabilities = outputs[0].Floats;
            var perLine = probabilities.Length / cuts.Count;
            for (var i = 0; i < cuts.Count; i++)
            {
                var (text, confidence) = decoder.Decode(probabilities.Slice(i * perLine, perLine), out var letters);
                var task = tasks[cuts[i].Index];
                var scale = (float)columns / cuts[i].Width;
                if (cuts[i].Parts.Length is > 1 and var count)
                {
                    // The letters of a stack are all as wide as their part of the line, which holds one each.
                    letters = [.. letters.GroupBy(l => (int)(l.Position * scale * count)).Select(part => part.MaxBy(l => l.Probability))];
                    text = string.Concat(letters.Select(l => l.Key));
                }

                var line = new TextLine(task.Box, text, confidence)
                {
                    Letters = [.. letters.Select(l => l with { Position = Math.Min(1, l.Position * scale) })],
                };
                if (lines[cuts[i].Index] is not { } other || Rank(line) > Rank(other))
                {
                    lines[cuts[i].Index] = line;
                }
            }

            return true;
        });
    }

    // A turned line is often read as one or two letters, surely.
    private static double Rank(TextLine line) => line.Confidence - (line.Letters.Count <= 2 ? 0.2 : 0);

    // Text that runs downwards is turned to lie, to either side: the network knows lines only. Letters may also stand one below the other.
    private static List<RotatedBox[]> Ways(TextTask task)
    {
        var box = task.Box;
        if (task.Letters is not null)
        {
            return [task.Letters];
        }

        if (box.Height < TallText * box.Width)
        {
            return [[box]];
        }

        var lying = box with { Width = box.Height, Height = box.Width };
        List<RotatedBox[]> ways =
        [
            [lying with { Angle = box.Angle - (Math.PI / 2) }],
            [lying with { Angle = box.Angle + (Math.PI / 2) }],
        ];
        if (box.Height < TallLetter * box.Width)
        {
            ways.Add([box]);
        }

        if (StackedText.Letters(task.Still, box) is { Length: > 0 } letters)
        {
            ways.Add(letters);
        }

        return ways;
    }

    private static int ColumnsOf(RotatedBox box) =>
        Math.Clamp((int)Math.Ceiling(Rows * box.Width / Math.Max(1, box.Height)), 8, MaximumColumns);
}
