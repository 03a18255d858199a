// Method: what the numbers of a block lose when they become whole numbers is known before the product: x - round(x / s) s, where s is the
// largest of the block / 127. The block with the largest numbers loses most by far (states are sorted, so it is the last). It stands in the
// product as its rounded numbers, which lose nothing more, and behind it stands a block of what they lost, against the same columns of the
// table. The logits of whisper-base differ from those of floats by a third of what they did (VocabularyProjectionTests has the bound).
// Units: none. Cost: the product has one block more, 17 in place of 16 for whisper-base.
using Google.Protobuf;
using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>A second block of the states for what rounding takes from the largest of them.</summary>
internal static class StateRemainder
{
    private const float LargestWhole = 127;

    // A block of zeros divides by this.
    private const float LeastSize = 1e-20f;

    /// <summary>Makes the nodes, and gives every row of the table the columns of its last block once more.</summary>
    /// <param name="graph">Gets the constants.</param>
    /// <param name="table">Rows of numbers, in the order of the states.</param>
    /// <param name="states">Name of the states, batch x tokens x numbers.</param>
    /// <param name="output">Name of the states with one block more.</param>
    /// <param name="block">How many numbers become whole numbers together.</param>
    /// <returns>The nodes, in order.</returns>
    public static IReadOnlyList<NodeProto> Add(GraphProto graph, TensorProto table, string states, string output, int block)
    {
        var width = table.Dims[1];
        Widen(table, block);
        var (axis, none, cut, end) = (Longs("axis", 2), Longs("none", 0), Longs("cut", width - block), Longs("end", width));
        return
        [
            Of("Slice", "others", states, none, cut, axis),
            Of("Slice", "last", states, cut, end, axis),
            Of("Abs", "sizes", Name("last")),
            OnnxNode.Of("ReduceMax", Name("size"), [Name("sizes")], OnnxNode.Attribute("axes", [2L])),
            Of("Max", "least_size", Name("size"), Float("least", LeastSize)),
            Of("Div", "step", Name("least_size"), Float("largest", LargestWhole)),
            Of("Div", "steps", Name("last"), Name("step")),
            Of("Round", "whole", Name("steps")),
            Of("Mul", "rounded", Name("whole"), Name("step")),
            Of("Sub", "remainder", Name("last"), Name("rounded")),
            OnnxNode.Of("Concat", output, [Name("others"), Name("rounded"), Name("remainder")], OnnxNode.Attribute("axis", 2L)),
        ];

        string Name(string part) => output + "/" + part;
        NodeProto Of(string type, string part, params string[] inputs) => OnnxNode.Of(type, Name(part), inputs);
        string Longs(string part, long value) => Constant(OnnxTensor.Of(Name(part), [value], 1));
        string Float(string part, float value) => Constant(OnnxTensor.Of(Name(part), [value], 1));
        string Constant(TensorProto tensor)
        {
            graph.Initializer.Add(tensor);
            return tensor.Name;
        }
    }

    private static void Widen(TensorProto table, int block)
    {
        var (rows, width) = ((int)table.Dims[0], (int)table.Dims[1]);
        var from = table.RawData.Span;
        var to = new byte[rows * (width + block)];
        for (var row = 0; row < rows; row++)
        {
            var numbers = from.Slice(row * width, width);
            var wider = to.AsSpan(row * (width + block));
            numbers.CopyTo(wider);
            numbers[^block..].CopyTo(wider[width..]);
        }

        table.RawData = ByteString.CopyFrom(to);
        table.Dims[1] = width + block;
    }
}
