// Method: quantising by channels is in ONNX since operator set 13. A graph of an older set is declared to be of that set where every
// operation in it means the same there; otherwise it keeps its set, and quantising is written in the runtime's own domain. That needs
// set 10 at least, because the runtime's products of bytes begin there.
// Source: ONNX's change log of operators. Cost: the graph once.
using VideoTools.Onnx;

namespace VideoTools.Engine.Quantization;

/// <summary>The versions of the operators that a quantised graph uses.</summary>
internal static class OperatorSets
{
    private const long FirstWithChannels = 13;
    private const long FirstWithBytes = 10;
    private const string RuntimeDomain = "com.microsoft";

    // The same from set 8 to 13 (of what graphs of floats say).
    private static readonly HashSet<string> Steady = new(StringComparer.Ordinal)
    {
        "Abs", "Add", "AveragePool", "Concat", "Conv", "ConvTranspose", "Div", "Elu", "Exp", "Flatten", "Gemm", "GlobalAveragePool",
        "GlobalMaxPool", "HardSigmoid", "Identity", "LeakyRelu", "MatMul", "MaxPool", "Mul", "Neg", "PRelu", "Relu", "Reshape", "Sigmoid",
        "Sqrt", "Sub", "Tanh", "Transpose",
    };

    /// <summary>The domain that QuantizeLinear and DequantizeLinear are written in; empty for ONNX's own.</summary>
    public static string DomainOfQuantizing(LayerGraph graph) =>
        Version(graph) >= FirstWithChannels || IsSteady(graph) ? "" : RuntimeDomain;

    /// <summary>What the quantised graph declares.</summary>
    /// <exception cref="VideoToolsException">ModelUnsuitable: an operation of a set before 10 means something else now.</exception>
    public static IEnumerable<OperatorSetIdProto> Of(LayerGraph graph)
    {
        var version = Version(graph);
        if (version < FirstWithChannels && IsSteady(graph))
        {
            version = FirstWithChannels;
        }

        if (version < FirstWithBytes)
        {
            var odd = graph.Nodes.First(node => !IsSteady(node)).OpType;
            throw new VideoToolsException(VideoErrorId.ModelUnsuitable, "",
                $"The model is of operator set {version}, and its operation {odd} is not the same in newer ones.",
                "Convert it to operator set 13 with the tool that made it.");
        }

        yield return new OperatorSetIdProto { Domain = "", Version = version };
        foreach (var other in graph.Model.OpsetImport.Where(import => import.Domain is not ("" or "ai.onnx" or RuntimeDomain)
            && graph.Nodes.Any(node => node.Domain == import.Domain)))
        {
            yield return other;
        }

        if (DomainOfQuantizing(graph).Length > 0 || graph.Nodes.Any(node => node.Domain == RuntimeDomain))
        {
            yield return new OperatorSetIdProto { Domain = RuntimeDomain, Version = 1 };
        }
    }

    private static long Version(LayerGraph graph) =>
        graph.Model.OpsetImport.FirstOrDefault(import => import.Domain is "" or "ai.onnx")?.Version ?? 1;

    private static bool IsSteady(LayerGraph graph) => graph.Nodes.All(IsSteady);

    private static bool IsSteady(NodeProto node) => node.Domain.Length == 0 && Steady.Contains(node.OpType);
}
