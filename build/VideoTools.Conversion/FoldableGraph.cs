using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>A graph with who makes and who takes each value, and the foldings of <see cref="GraphFolding"/>.</summary>
internal sealed class FoldableGraph
{
    private readonly GraphProto _graph;
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly HashSet<string> _outputs;
    private Dictionary<string, NodeProto> _makers = [];
    private ILookup<string, NodeProto> _takers = Enumerable.Empty<NodeProto>().ToLookup(_ => "");

    public FoldableGraph(GraphProto graph)
    {
        _graph = graph;
        foreach (var constant in graph.Node.Where(n => n.OpType == "Constant" && OnnxNode.Find(n, "value") is not null).ToList())
        {
            var tensor = OnnxNode.Find(constant, "value")!.T.Clone();
            tensor.Name = constant.Output[0];
            graph.Initializer.Add(tensor);
            graph.Node.Remove(constant);
        }

        _constants = graph.Initializer.ToDictionary(t => t.Name, StringComparer.Ordinal);
        _outputs = graph.Output.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        Index();
    }

    /// <summary>Conv, then a scalar Mul or Add: into its weights or its bias. False when there is none.</summary>
    public bool FoldAffineOfConvolution()
    {
        foreach (var node in _graph.Node.ToList())
        {
            if (Scalar(node) is not var (value, input) || Maker(input, "Conv") is not { } convolution || IsTakenByOthers(input))
            {
                continue;
            }

            if (node.OpType == "Mul")
            {
                Change(convolution, 1, weights => [.. weights.Select(w => w * value)]);
                if (convolution.Input.Count > 2)
                {
                    Change(convolution, 2, bias => [.. bias.Select(b => b * value)]);
                }
            }
            else
            {
                AddToBias(convolution, _ => value);
            }

            convolution.Output[0] = node.Output[0];
            Remove(node);
            return true;
        }

        return false;
    }

    /// <summary>x * clip(x + 3, 0, 6) / 6 after a Conv. False when there is none.</summary>
    public bool FoldHardSwish()
    {
        foreach (var divide in _graph.Node.Where(n => n.OpType == "Div").ToList())
        {
            if (ValueOf(divide.Input[1]) != 6 || Maker(divide.Input[0], "Mul") is not { } multiply
                || multiply.Input.Select(i => Maker(i, "Clip")).FirstOrDefault(n => n is not null) is not { } clip
                || Maker(clip.Input[0], "Add") is not { } add || Scalar(add) is not (3, var x)
                || !multiply.Input.Contains(x) || Limits(clip) != (0, 6) || Maker(x, "Conv") is not { } convolution
                || IsTakenByOthers(divide.Input[0]) || IsTakenByOthers(clip.Output[0]) || IsTakenByOthers(add.Output[0]))
            {
                continue;
            }

            var channels = _constants[convolution.Input[1]].Dims[0];
            var name = divide.Output[0];
            Insert(divide,
                Depthwise(name + "/same", x, channels, 1, 0),
                OnnxNode.Of("HardSigmoid", name + "/gate", [name + "/same"],
                    OnnxNode.Attribute("alpha", 1 / 6f), OnnxNode.Attribute("beta", 0.5f)),
                OnnxNode.Of("Mul", name, [x, name + "/gate"]));
            foreach (var old in new[] { divide, multiply, clip, add })
            {
                _graph.Node.Remove(old);
            }

            Index();
            return true;
        }

        return false;
    }

    /// <summary>A hard swish, then a scalar Mul and Add. False when there is none.</summary>
    public bool FoldAffineOfSwish()
    {
        foreach (var add in _graph.Node.Where(n => n.OpType == "Add").ToList())
        {
            if (Scalar(add) is not var (summand, product) || Maker(product, "Mul") is not { } multiply || IsTakenByOthers(product)
                || Scalar(multiply) is not var (factor, swish) || Maker(swish, "Mul") is not { } gated
                || gated.Input.Select(i => Maker(i, "HardSigmoid")).FirstOrDefault(n => n is not null) is not { } gate
                || Maker(gate.Input[0], "Conv") is not { } same)
            {
                continue;
            }

            var takers = _takers[add.Output[0]].ToList();
            if (!_outputs.Contains(add.Output[0]) && takers.All(t => IsOfOnePixel(t, add.Output[0])))
            {
                foreach (var taker in takers)
                {
                    var sums = RowSums(_constants[taker.Input[1]]);
                    AddToBias(taker, channel => summand * sums[channel]);
                    Change(taker, 1, weights => [.. weights.Select(w => w * factor)]);
                    taker.Input[0] = swish;
                }
            }
            else
            {
                Insert(add, Depthwise(add.Output[0], swish, _constants[same.Input[1]].Dims[0], factor, summand));
            }

            _graph.Node.Remove(multiply);
            Remove(add);
            return true;
        }

        return false;
    }

    /// <summary>Drops constants that nothing takes any more.</summary>
    public void Clean()
    {
        foreach (var unused in _graph.Initializer.Where(t => !_takers.Contains(t.Name)).ToList())
        {
            _graph.Initializer.Remove(unused);
        }
    }

    private NodeProto Depthwise(string output, string input, long channels, float factor, float summand)
    {
        var (weights, bias) = (output + "/weights", output + "/bias");
        Keep(OnnxTensor.Of(weights, Enumerable.Repeat(factor, (int)channels).ToArray(), channels, 1, 1, 1));
        Keep(OnnxTensor.Of(bias, Enumerable.Repeat(summand, (int)channels).ToArray(), channels));
        return OnnxNode.Of("Conv", output, [input, weights, bias],
            OnnxNode.Attribute("group", channels), OnnxNode.Attribute("kernel_shape", [1, 1]));
    }

    private void AddToBias(NodeProto convolution, Func<int, float> summand)
    {
        if (convolution.Input.Count < 3)
        {
            var channels = _constants[convolution.Input[1]].Dims[0];
            var bias = OnnxTensor.Of(convolution.Output[0] + "/bias", new float[channels], channels);
            Keep(bias);
            convolution.Input.Add(bias.Name);
        }

        Change(convolution, 2, bias => [.. bias.Select((b, channel) => b + summand(channel))]);
    }

    // A constant of its own, because another node may take the old one.
    private void Change(NodeProto node, int input, Func<float[], float[]> change)
    {
        var old = _constants[node.Input[input]];
        var isShared = _takers[old.Name].Count() > 1;
        var changed = OnnxTensor.Of(isShared ? $"{old.Name}/{node.Output[0]}" : old.Name, change(OnnxTensor.Floats(old)), [.. old.Dims]);
        if (!isShared)
        {
            _graph.Initializer.Remove(old);
        }

        Keep(changed);
        node.Input[input] = changed.Name;
    }

    private void Keep(TensorProto tensor)
    {
        _graph.Initializer.Add(tensor);
        _constants[tensor.Name] = tensor;
    }

    private static float[] RowSums(TensorProto weights)
    {
        var values = OnnxTensor.Floats(weights);
        var row = values.Length / (int)weights.Dims[0];
        return [.. Enumerable.Range(0, (int)weights.Dims[0]).Select(i => (float)values.Skip(i * row).Take(row).Sum(v => (double)v))];
    }

    private bool IsOfOnePixel(NodeProto node, string input) =>
        node.OpType == "Conv" && node.Input[0] == input && _constants.TryGetValue(node.Input[1], out var weights)
        && weights.Dims.Skip(2).All(d => d == 1) && (OnnxNode.Find(node, "group")?.I ?? 1) == 1
        && (OnnxNode.Find(node, "pads")?.Ints.All(p => p == 0) ?? true);

    private (float Low, float High)? Limits(NodeProto clip) => clip.Input.Count == 3
        ? (ValueOf(clip.Input[1]) ?? float.NaN, ValueOf(clip.Input[2]) ?? float.NaN)
        : OnnxNode.Find(clip, "min") is { } low && OnnxNode.Find(clip, "max") is { } high ? (low.F, high.F) : null;

    // The number and the other input of a Mul or Add with one number.
    private (float Value, string Input)? Scalar(NodeProto node) =>
        node.OpType is not ("Mul" or "Add") ? null
        : ValueOf(node.Input[0]) is { } first ? (first, node.Input[1])
        : ValueOf(node.Input[1]) is { } second ? (second, node.Input[0])
        : null;

    private float? ValueOf(string name) =>
        _constants.TryGetValue(name, out var tensor)
        && tensor.DataType == (int)TensorProto.Types.DataType.Float && OnnxTensor.Count(tensor) == 1
            ? OnnxTensor.Floats(tensor)[0]
            : null;

    private NodeProto? Maker(string value, string type) =>
        _makers.TryGetValue(value, out var node) && node.OpType == type ? node : null;

    private bool IsTakenByOthers(string value) => _outputs.Contains(value) || _takers[value].Count() > 1;

    private void Insert(NodeProto before, params NodeProto[] nodes)
    {
        var at = _graph.Node.IndexOf(before);
        foreach (var node in nodes)
        {
            _graph.Node.Insert(at++, node);
        }
    }

    private void Remove(NodeProto node)
    {
        _graph.Node.Remove(node);
        Index();
    }

    private void Index()
    {
        _makers = _graph.Node.SelectMany(n => n.Output.Select(o => (o, n))).ToDictionary(p => p.o, p => p.n, StringComparer.Ordinal);
        _takers = _graph.Node.SelectMany(n => n.Input.Select(i => (i, n))).ToLookup(p => p.i, p => p.n, StringComparer.Ordinal);
    }
}
