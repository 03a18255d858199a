// Method: pictures lie as NHWC in tfjs and as NCHW in ONNX. Every value knows which it is. What works on pictures asks for planes,
// what looks at the order of numbers (a reshape, a product of matrices) asks for TensorFlow's order, and what works on every number by
// itself takes either. A transposition is written once a value, so that it stands only where the graph begins and ends.
using Google.Protobuf;
using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>The ONNX graph under construction.</summary>
/// <param name="outputs">Names of its outputs: nothing else gets them.</param>
internal sealed class GraphBuilder(IEnumerable<string> outputs)
{
    private const int OperatorSet = 18;
    private const int FileVersion = 8;

    private static readonly long[] ToPlanes = [0, 3, 1, 2];
    private static readonly long[] FromPlanes = [0, 2, 3, 1];

    private readonly GraphProto _graph = new();
    private readonly HashSet<string> _names = new(outputs, StringComparer.Ordinal);
    private readonly Dictionary<(string Name, bool Planar), GraphValue> _turned = [];

    /// <summary>Declares an input in TensorFlow's order.</summary>
    public GraphValue Input(string name, long[] shape)
    {
        _graph.Input.Add(OnnxNode.Floats(Unique(name), shape));
        return new GraphValue(_graph.Input[^1].Name, shape.Length, false);
    }

    /// <summary>Declares an output, in TensorFlow's order.</summary>
    public void Output(string name, GraphValue value)
    {
        var plain = ToPlain(value);
        _graph.Node.Add(OnnxNode.Of("Identity", name, [plain.Name]));

        // The runtime finds out the shape.
        _graph.Output.Add(OnnxNode.Floats(name, []));
        _graph.Output[^1].Type.TensorType.Shape = null;
    }

    /// <summary>Writes an operation.</summary>
    public GraphValue Add(string type, string name, int rank, bool planar, IEnumerable<string> inputs, params AttributeProto[] attributes)
    {
        _graph.Node.Add(OnnxNode.Of(type, Unique(name), inputs, attributes));
        return new GraphValue(_graph.Node[^1].Name, rank, planar);
    }

    /// <summary>Writes a constant of floats.</summary>
    public string Constant(TfjsWeight weight)
    {
        var tensor = OnnxTensor.Of(Unique(weight.Name), weight.Values, weight.Shape);
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>Writes a constant of whole numbers.</summary>
    public string Constant(string name, params long[] numbers)
    {
        var tensor = OnnxTensor.Of(Unique(name), numbers, numbers.Length);
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>A value as planes; it has four extents, or is a constant that fits such.</summary>
    public GraphValue ToPlanar(GraphValue value)
    {
        if (value.Weight is { } weight)
        {
            // Extents that are missing in front are 1; a single number needs none.
            return weight.Shape.Length == 0
                ? new GraphValue(Constant(weight), 0, true)
                : new GraphValue(Constant(weight.As([.. Enumerable.Repeat(1L, 4 - weight.Shape.Length), .. weight.Shape]).Transpose(0,
                    3, 1, 2)), 4, true);
        }

        if (value.Rank != 4)
        {
            throw new ConversionException($"'{value.Name}' has {value.Rank} extents where a picture with four is wanted.");
        }

        return value.IsPlanar ? value : Turn(value, planar: true);
    }

    /// <summary>A value in TensorFlow's order.</summary>
    public GraphValue ToPlain(GraphValue value) =>
        value.Weight is { } weight ? new GraphValue(Constant(weight), weight.Shape.Length, false)
        : value.IsPlanar && value.Rank == 4 ? Turn(value, planar: false)
        : value;

    /// <summary>The finished file.</summary>
    public byte[] ToFile(string name)
    {
        _graph.Name = name;
        var model = new ModelProto { IrVersion = FileVersion, ProducerName = "VideoTools", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        return model.ToByteArray();
    }

    private GraphValue Turn(GraphValue value, bool planar)
    {
        if (!_turned.TryGetValue((value.Name, planar), out var turned))
        {
            turned = Add(
                "Transpose", value.Name + (planar ? "/nchw" : "/nhwc"), 4, planar, [value.Name],
                OnnxNode.Attribute("perm", planar ? ToPlanes : FromPlanes));
            _turned.Add((value.Name, planar), turned);
            _turned.TryAdd((turned.Name, !planar), value);
        }

        return turned;
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
        {
            unique = $"{name}/{i}";
        }

        return unique;
    }
}
