// Method: operations are written in an order in which every one comes after what it reads (depth first from the outputs, inputs in their
// order: the same file gives the same graph). What an operation becomes stands in the table below; one that is not in it is an error
// that names it. A fused operation of tfjs is its parts again: the runtime fuses what its kernels can.
namespace VideoTools.Conversion;

/// <summary>Converts one model.</summary>
internal sealed class GraphConverter
{
    private readonly TfjsModel _model;
    private readonly Dictionary<string, TfjsNode> _nodes;
    private readonly Dictionary<string, GraphValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<TfjsNode, GraphValue>> _operations;
    private readonly GraphBuilder _graph;

    public GraphConverter(TfjsModel model)
    {
        _model = model;
        _nodes = model.Nodes.ToDictionary(n => n.Name, StringComparer.Ordinal);
        _graph = new GraphBuilder(model.Outputs.Select(o => o.Name));
        var pictures = new PictureOperations(_graph, Value);
        var numbers = new NumberOperations(_graph, Value);
        _operations = new(StringComparer.Ordinal)
        {
            ["Placeholder"] = node => _graph.Input(node.Name, node.Shape()),
            ["Conv2D"] = pictures.Convolution,
            ["_FusedConv2D"] = pictures.Convolution,
            ["DepthwiseConv2dNative"] = pictures.Depthwise,
            ["FusedDepthwiseConv2dNative"] = pictures.Depthwise,
            ["Conv2DBackpropInput"] = pictures.TransposedConvolution,
            ["MaxPool"] = node => pictures.Pool(node, "MaxPool"),
            ["AvgPool"] = node => pictures.Pool(node, "AveragePool"),
            ["Pad"] = pictures.Pad,
            ["PadV2"] = pictures.Pad,
            ["ResizeBilinear"] = pictures.Resize,
            ["BiasAdd"] = node => numbers.Binary(node, "Add"),
            ["Add"] = node => numbers.Binary(node, "Add"),
            ["AddV2"] = node => numbers.Binary(node, "Add"),
            ["Sub"] = node => numbers.Binary(node, "Sub"),
            ["Mul"] = node => numbers.Binary(node, "Mul"),
            ["RealDiv"] = node => numbers.Binary(node, "Div"),
            ["AddN"] = numbers.Sum,
            ["Prelu"] = node => numbers.Activate(node.Name, Value(node.Inputs[0]), "Prelu", Value(node.Inputs[1])),
            ["Relu"] = numbers.Activate,
            ["Relu6"] = numbers.Activate,
            ["Sigmoid"] = numbers.Activate,
            ["Tanh"] = numbers.Activate,
            ["Elu"] = numbers.Activate,
            ["Softmax"] = numbers.Softmax,
            ["Mean"] = numbers.Mean,
            ["Reshape"] = numbers.Reshape,
            ["ConcatV2"] = numbers.Concat,
            ["MatMul"] = numbers.Product,
            ["_FusedMatMul"] = numbers.Product,
            ["Identity"] = node => Value(node.Inputs[0]),
        };
    }

    /// <summary>Converts it.</summary>
    /// <param name="name">Name of the graph.</param>
    public byte[] Convert(string name)
    {
        foreach (var (output, node) in _model.Outputs)
        {
            _graph.Output(output, Visit(node));
        }

        return _graph.ToFile(name);
    }

    // With a stack of its own: a graph may be deeper than the thread's.
    private GraphValue Visit(string name)
    {
        var open = new Stack<string>([name]);
        var begun = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPeek(out var next))
        {
            if (_model.Weights.ContainsKey(next) || _values.ContainsKey(next))
            {
                open.Pop();
                continue;
            }

            var node = _nodes.TryGetValue(next, out var found) ? found
                : throw new ConversionException($"'{next}' is read and not in the graph.");
            if (begun.Add(next) && node.Inputs.Count > 0)
            {
                foreach (var input in node.Inputs.Reverse())
                {
                    open.Push(input);
                }

                continue;
            }

            open.Pop();
            _values[next] = Write(node);
        }

        return Value(name);
    }

    private GraphValue Write(TfjsNode node) => _operations.TryGetValue(node.Op, out var write)
        ? write(node)
        : throw new ConversionException($"The operation '{node.Op}' (node '{node.Name}') is not known to the converter.");

    private GraphValue Value(string name) =>
        _values.TryGetValue(name, out var value) ? value
        : _model.Weights.TryGetValue(name, out var weight) ? new GraphValue("", weight.Shape.Length, false, weight)
        : throw new ConversionException($"'{name}' reads itself.");
}
