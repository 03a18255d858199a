// Method: behind every value that is a byte stand QuantizeLinear and DequantizeLinear; weights and biases are whole numbers with a
// DequantizeLinear of their own. The runtime makes one operation on bytes of every layer between them. Operations outside of the region
// read the floats that an operation outside made, where there are such. Scales of channels are in ONNX since operator set 13
// (OperatorSets). Values get short names: hundreds of long ones would weigh more than small weights.
// Source: ONNX (QuantizeLinear 13), the QDQ format of ONNX Runtime. Cost: the graph once.
using Google.Protobuf;
using VideoTools.Onnx;

namespace VideoTools.Engine.Quantization;

/// <summary>Writes the quantised graph.</summary>
internal sealed class QdqWriter
{
    private const int FileVersion = 8;

    private readonly LayerGraph _graph;
    private readonly QuantizedRegion _region;
    private readonly IReadOnlyDictionary<string, ValueRange> _ranges;
    private readonly int _largestWeight;
    private readonly string _domain;
    private readonly GraphProto _result = new();
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _short = new(StringComparer.Ordinal);

    private QdqWriter(LayerGraph graph, QuantizedRegion region, IReadOnlyDictionary<string, ValueRange> ranges, int largestWeight)
    {
        _graph = graph;
        _region = region;
        _ranges = ranges;
        _largestWeight = largestWeight;
        _domain = OperatorSets.DomainOfQuantizing(graph);
    }

    /// <summary>The quantised model as a file.</summary>
    /// <param name="graph">The folded graph.</param>
    /// <param name="region">What is quantised.</param>
    /// <param name="ranges">The range of every value of the region.</param>
    /// <param name="largestWeight">Largest whole number of a weight.</param>
    public static byte[] Write(LayerGraph graph, QuantizedRegion region, IReadOnlyDictionary<string, ValueRange> ranges,
        int largestWeight) =>
        new QdqWriter(graph, region, ranges, largestWeight).Write();

    private byte[] Write()
    {
        var model = _graph.Model;
        foreach (var input in model.Graph.Input.Where(input => _graph.Constant(input.Name) is null))
        {
            _result.Input.Add(input);
            AddPair(input.Name);
        }

        foreach (var node in _graph.Nodes)
        {
            AddNode(node);
        }

        _result.Name = model.Graph.Name;
        _result.Output.AddRange(model.Graph.Output);
        var used = _result.Node.SelectMany(node => node.Input).ToHashSet(StringComparer.Ordinal);

        // Copies, because they get other names; the numbers themselves are shared.
        _result.Initializer.AddRange(model.Graph.Initializer.Where(tensor => used.Contains(tensor.Name)).Select(tensor => tensor.Clone()));
        var file = new ModelProto
        {
            IrVersion = Math.Max(model.IrVersion, FileVersion),
            ProducerName = "VideoTools",
            Domain = model.Domain,
            ModelVersion = model.ModelVersion,
            Graph = _result,
        };
        file.OpsetImport.AddRange(OperatorSets.Of(_graph));
        Shorten();
        return file.ToByteArray();
    }

    private void AddNode(NodeProto node)
    {
        var copy = node.Clone();
        var isHeld = _region.Holds(node);
        for (var i = 0; i < copy.Input.Count; i++)
        {
            if (_region.Values.ContainsKey(node.Input[i]) && (isHeld || _region.Makes(node.Input[i])))
            {
                copy.Input[i] = Dequantized(node.Input[i]);
            }
            else if (_region.Values.ContainsKey(node.Input[i]))
            {
                copy.Input[i] = Raw(node.Input[i]);
            }
        }

        for (var i = 0; i < copy.Output.Count; i++)
        {
            copy.Output[i] = Raw(copy.Output[i]);
        }

        if (isHeld && node.OpType is ("Conv" or "Gemm" or "MatMul"))
        {
            AddWeights(node, copy);
        }

        _result.Node.Add(copy);
        foreach (var output in node.Output)
        {
            AddPair(output);
        }
    }

    private void AddWeights(NodeProto layer, NodeProto copy)
    {
        var name = QuantizedRegion.NameOf(layer);
        var input = RangeOf(layer.Input[0]);
        var weight = _graph.Constant(layer.Input[1])!;
        var bias = layer.Input.Count > 2 && layer.Input[2].Length > 0 ? OnnxTensor.Floats(_graph.Constant(layer.Input[2])!) : null;
        var whole = WeightQuantizer.Of(layer, weight, bias, input, _largestWeight);
        var channels = whole.Scales.Length;
        Add(OnnxTensor.Of(name + "/weight", whole.Values, [.. weight.Dims]));
        Add(OnnxTensor.Of(name + "/weight/scale", whole.Scales, channels));
        Add(OnnxTensor.Of(name + "/weight/zero", new sbyte[channels], channels));
        AddDequantize(name + "/weight", name + "/weight/float", whole.Axis, name + "/weight/scale", name + "/weight/zero");
        copy.Input[1] = name + "/weight/float";
        if (bias is null)
        {
            return;
        }

        Add(OnnxTensor.Of(name + "/bias/whole", whole.Bias(bias, input), channels));
        Add(OnnxTensor.Of(name + "/bias/scale", Array.ConvertAll(whole.Scales, scale => scale * input.Scale), channels));
        Add(OnnxTensor.Of(name + "/bias/zero", new int[channels], channels));
        AddDequantize(name + "/bias/whole", name + "/bias/float", 0, name + "/bias/scale", name + "/bias/zero");
        copy.Input[2] = name + "/bias/float";
    }

    private void AddPair(string value)
    {
        if (!_region.Values.TryGetValue(value, out var shared))
        {
            return;
        }

        var range = RangeOf(value);
        if (_constants.Add(shared))
        {
            Add(OnnxTensor.Of(shared + "/scale", [range.Scale]));
            Add(OnnxTensor.Of(shared + "/zero", [range.ZeroPoint]));
        }

        _result.Node.Add(InDomain(OnnxNode.Of("QuantizeLinear", value + "/byte", [Raw(value), shared + "/scale", shared + "/zero"])));
        AddDequantize(value + "/byte", Dequantized(value), null, shared + "/scale", shared + "/zero");
    }

    private void AddDequantize(string source, string result, int? axis, string scale, string zero)
    {
        var node = InDomain(OnnxNode.Of("DequantizeLinear", result, [source, scale, zero]));
        if (axis is { } channels)
        {
            node.Attribute.Add(OnnxNode.Attribute("axis", (long)channels));
        }

        _result.Node.Add(node);
    }

    private NodeProto InDomain(NodeProto node)
    {
        node.Domain = _domain;
        return node;
    }

    private void Add(TensorProto tensor) => _result.Initializer.Add(tensor);

    // Inputs and outputs of the model keep their names.
    private void Shorten()
    {
        foreach (var name in _result.Input.Concat(_result.Output).Select(value => value.Name))
        {
            _short[name] = name;
        }

        foreach (var node in _result.Node)
        {
            node.Name = "";
            Rename(node.Input);
            Rename(node.Output);
        }

        foreach (var tensor in _result.Initializer)
        {
            tensor.Name = Short(tensor.Name);
        }

        void Rename(IList<string> names)
        {
            for (var i = 0; i < names.Count; i++)
            {
                names[i] = Short(names[i]);
            }
        }
    }

    private string Short(string name)
    {
        if (name.Length > 0 && !_short.ContainsKey(name))
        {
            // A blank is in no name that a tool writes.
            _short[name] = string.Create(CultureInfo.InvariantCulture, $" {_short.Count}");
        }

        return name.Length > 0 ? _short[name] : name;
    }

    private ValueRange RangeOf(string value) => _ranges[value];

    // An output of the model keeps its name; it is what was a byte. An input is never renamed.
    private string Raw(string value) => _region.Values.ContainsKey(value) && _graph.IsOutput(value) ? value + "/made" : value;

    private string Dequantized(string value) => _graph.IsOutput(value) ? value : value + "/float";
}
