// Method: a layer (convolution, product with constant weights) computes in whole numbers when its input and its output are bytes. Bytes
// go on through what the runtime can do with them: sums and concatenations of bytes, means, and operations that only move numbers
// (largest of neighbours, reshapes, transpositions), whose output keeps the scale of the input. A Relu or Clip behind a layer costs
// nothing: the byte's range begins at 0. Everything else reads floats again.
// Source: the patterns that ONNX Runtime's CPU provider fuses (QDQ propagation and selection). Cost: the graph once.
using VideoTools.Onnx;

namespace VideoTools.Engine.Quantization;

/// <summary>Which operations work on bytes, and which values are bytes therefore.</summary>
internal sealed class QuantizedRegion
{
    private static readonly HashSet<string> Moving = new(StringComparer.Ordinal)
    {
        "MaxPool", "Reshape", "Flatten", "Transpose", "Squeeze", "Unsqueeze",
    };

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "Add", "Concat", "Mul" };
    private static readonly HashSet<string> Averaging = new(StringComparer.Ordinal) { "GlobalAveragePool", "AveragePool", "LeakyRelu" };

    private readonly LayerGraph _graph;
    private readonly HashSet<NodeProto> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    private QuantizedRegion(LayerGraph graph) => _graph = graph;

    /// <summary>The values that are bytes, each with the value that it shares its scale with (itself in most cases).</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The layers of a graph that could be quantised, in its order.</summary>
    public static List<NodeProto> Layers(LayerGraph graph) => [.. graph.Nodes.Where(node => IsLayer(graph, node))];

    /// <summary>Name of a layer, for people and for lists of layers that stay as they are: that of its output.</summary>
    public static string NameOf(NodeProto layer) => layer.Output[0];

    /// <summary>Finds the region.</summary>
    /// <param name="graph">The folded graph.</param>
    /// <param name="kept">Names of the layers that stay in float.</param>
    public static QuantizedRegion Find(LayerGraph graph, IReadOnlySet<string> kept)
    {
        var region = new QuantizedRegion(graph);
        foreach (var layer in Layers(graph).Where(layer => !kept.Contains(NameOf(layer))))
        {
            region._nodes.Add(layer);
            region.Mark(layer.Input[0]);
            region.MarkEnd(layer);
        }

        foreach (var node in graph.Nodes.Where(node => !region._nodes.Contains(node)))
        {
            region.Spread(node, kept);
        }

        return region;
    }

    /// <summary>True for a value that an operation of the region makes: whoever reads it, reads the byte.</summary>
    public bool Makes(string value) => _made.Contains(value);

    /// <summary>True for an operation that works on bytes.</summary>
    public bool Holds(NodeProto node) => _nodes.Contains(node);

    private static bool IsLayer(LayerGraph graph, NodeProto node) => node.Domain.Length == 0 && node.OpType switch
    {
        "Conv" => graph.IsWeight(node.Input[1], 4) && HasPlainBias(graph, node),
        "Gemm" => graph.IsWeight(node.Input[1], 2) && HasPlainBias(graph, node) && IsPlainGemm(node),
        "MatMul" => graph.IsWeight(node.Input[1], 2) && graph.Constant(node.Input[0]) is null,
        _ => false,
    };

    private static bool HasPlainBias(LayerGraph graph, NodeProto node) =>
        graph.Constant(node.Input[0]) is null && (node.Input.Count < 3 || node.Input[2].Length == 0 || graph.IsWeight(node.Input[2], 1));

    private static bool IsPlainGemm(NodeProto node) =>
        (OnnxNode.Find(node, "alpha")?.F ?? 1) == 1 && (OnnxNode.Find(node, "beta")?.F ?? 1) == 1
        && (OnnxNode.Find(node, "transA")?.I ?? 0) == 0;

    private void Spread(NodeProto node, IReadOnlySet<string> kept)
    {
        if (node.Domain.Length > 0 || node.Output.Count(output => output.Length > 0) != 1 || kept.Contains(NameOf(node)))
        {
            return;
        }

        if (Moving.Contains(node.OpType) && _values.TryGetValue(node.Input[0], out var source))
        {
            _nodes.Add(node);
            _values.TryAdd(node.Output[0], source);
            _made.Add(node.Output[0]);
        }
        else if (Averaging.Contains(node.OpType) && _values.ContainsKey(node.Input[0]))
        {
            _nodes.Add(node);
            MarkEnd(node);
        }
        else if (Joining.Contains(node.OpType) && node.Input.Count >= 2 && node.Input.All(_values.ContainsKey))
        {
            _nodes.Add(node);
            MarkEnd(node);
        }
    }

    // A product may give floats at once, which an output of the model should be.
    private void MarkEnd(NodeProto node)
    {
        if (node.OpType is "Gemm" or "MatMul" && _graph.IsOutput(node.Output[0]))
        {
            return;
        }

        var end = End(node);
        Mark(end);
        _made.Add(end);
    }

    private void Mark(string value) => _values.TryAdd(value, value);

    // The value that is a byte behind an operation: behind its activation, where nobody else sees what lies between.
    private string End(NodeProto node)
    {
        var output = node.Output[0];
        return !_graph.IsOutput(output) && _graph.Readers(output).ToList() is [{ OpType: "Relu" or "Clip" } activation]
            && StartsAtZero(activation)
            ? activation.Output[0]
            : output;
    }

    private bool StartsAtZero(NodeProto activation)
    {
        if (activation.OpType == "Relu")
        {
            return true;
        }

        var least = activation.Input.Count > 1
            ? _graph.Constant(activation.Input[1]) is { } bound && OnnxTensor.Count(bound) == 1 ? OnnxTensor.Floats(bound)[0] : float.NaN
            : OnnxNode.Find(activation, "min")?.F ?? float.NaN;
        return least == 0;
    }
}
