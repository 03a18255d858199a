using Google.Protobuf;
using VideoTools.Onnx;

namespace VideoTools.Engine.Quantization;

/// <summary>A graph with its names looked up.</summary>
internal sealed class LayerGraph
{
    private readonly ILookup<string, NodeProto> _readers;
    private readonly Dictionary<string, NodeProto> _makers;
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly HashSet<string> _outputs;

    private LayerGraph(ModelProto model)
    {
        Model = model;
        _constants = model.Graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        _readers = model.Graph.Node.SelectMany(node => node.Input.Select(input => (input, node)))
            .ToLookup(read => read.input, read => read.node, StringComparer.Ordinal);
        _makers = model.Graph.Node.SelectMany(node => node.Output.Where(output => output.Length > 0).Select(output => (output, node)))
            .ToDictionary(made => made.output, made => made.node, StringComparer.Ordinal);
        _outputs = model.Graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The file.</summary>
    public ModelProto Model { get; }

    /// <summary>Its operations, every one behind what it reads.</summary>
    public IReadOnlyList<NodeProto> Nodes => Model.Graph.Node;

    /// <summary>Reads a file.</summary>
    /// <exception cref="VideoToolsException">ModelCorrupt: it is no ONNX file.</exception>
    public static LayerGraph Parse(byte[] file, string name)
    {
        try
        {
            var model = ModelProto.Parser.ParseFrom(file);
            if (model.Graph is null)
            {
                throw new InvalidDataException("it has no graph");
            }

            return new LayerGraph(model);
        }
        catch (Exception broken) when (broken is InvalidProtocolBufferException or InvalidDataException or ArgumentException)
        {
            throw new VideoToolsException(VideoErrorId.ModelCorrupt, name,
                $"'{name}' is no ONNX model: {broken.Message}", "Give an ONNX file.", broken);
        }
    }

    /// <summary>The constant of a name, or null.</summary>
    public TensorProto? Constant(string name) => _constants.GetValueOrDefault(name);

    /// <summary>The operation that makes a value; null for an input or a constant.</summary>
    public NodeProto? Maker(string name) => _makers.GetValueOrDefault(name);

    /// <summary>The operations that read a value.</summary>
    public IEnumerable<NodeProto> Readers(string name) => _readers[name];

    /// <summary>True for an output of the graph.</summary>
    public bool IsOutput(string name) => _outputs.Contains(name);

    /// <summary>True for a constant of floats with this many extents.</summary>
    public bool IsWeight(string name, int extents) =>
        Constant(name) is { } tensor && tensor.Dims.Count == extents && tensor.DataType == (int)TensorProto.Types.DataType.Float;
}
