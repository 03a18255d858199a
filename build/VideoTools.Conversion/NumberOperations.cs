// Source: TensorFlow's and ONNX's definitions of the operations.
using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>Operations that work on every number by itself, or on the order of numbers.</summary>
/// <param name="graph">Where they are written.</param>
/// <param name="value">Gives the value of a name.</param>
internal sealed class NumberOperations(GraphBuilder graph, Func<string, GraphValue> value)
{
    public GraphValue Binary(TfjsNode node, string type)
    {
        var (a, b, planar) = Alike(value(node.Inputs[0]), value(node.Inputs[1]));
        return graph.Add(type, node.Name, Math.Max(a.Rank, b.Rank), planar, [a.Name, b.Name]);
    }

    public GraphValue Sum(TfjsNode node)
    {
        var parts = Alike([.. node.Inputs.Select(value)]);
        return graph.Add("Sum", node.Name, parts.Max(p => p.Rank), parts[0].IsPlanar, parts.Select(p => p.Name));
    }

    public GraphValue Activate(TfjsNode node) => Activate(node.Name, value(node.Inputs[0]), node.Op, null);

    /// <summary>The operations that a fused one ends with.</summary>
    /// <param name="node">The fused operation.</param>
    /// <param name="source">What its first part gives.</param>
    /// <param name="parts">Its other parts.</param>
    /// <param name="input">Which of its inputs the parts read next.</param>
    public GraphValue ActivateFused(TfjsNode node, GraphValue source, IEnumerable<string> parts, int input)
    {
        foreach (var part in parts)
        {
            source = Activate($"{node.Name}/{part}", source, part, part == "Prelu" ? value(node.Inputs[input]) : null);
        }

        return source;
    }

    /// <summary>An activation; <paramref name="slope"/> is what a Prelu multiplies with below 0.</summary>
    public GraphValue Activate(string name, GraphValue source, string type, GraphValue? slope)
    {
        switch (type)
        {
            case "Prelu":
                var (x, by, planar) = Alike(source, slope!);

                // A slope has one extent less than the pictures: it is the same for all of them.
                return graph.Add("PRelu", name, x.Rank, planar, [x.Name, by.Name]);
            case "Relu6":
                return graph.Add("Clip", name, source.Rank, source.IsPlanar,
                    [source.Name, graph.Constant(new TfjsWeight(name + "/0", [], [0], null)), graph.Constant(new TfjsWeight(name + "/6",
                        [], [6], null))]);
            case "Relu" or "Sigmoid" or "Tanh" or "Elu":
                return graph.Add(type, name, source.Rank, source.IsPlanar, [source.Name]);
            default:
                throw new ConversionException($"The operation '{type}' (node '{name}') is not known to the converter.");
        }
    }

    public GraphValue Softmax(TfjsNode node)
    {
        var source = value(node.Inputs[0]);
        return graph.Add("Softmax", node.Name, source.Rank, source.IsPlanar, [source.Name], OnnxNode.Attribute("axis", source.IsPlanar
            ? 1 : -1L));
    }

    public GraphValue Mean(TfjsNode node)
    {
        var source = value(node.Inputs[0]);
        long[] axes = [.. Numbers(node, 1).Select(axis => Axis(source, axis))];
        var keep = node.Flag("keep_dims");
        if (source.IsPlanar && !keep && !axes.Order().SequenceEqual([2, 3]))
        {
            // What is left of planes would not be in TensorFlow's order.
            source = graph.ToPlain(source);
            axes = [.. Numbers(node, 1).Select(axis => Axis(source, axis))];
        }

        return graph.Add("ReduceMean", node.Name, keep ? source.Rank : source.Rank - axes.Length, keep && source.IsPlanar,
            [source.Name, graph.Constant(node.Name + "/axes", axes)], OnnxNode.Attribute("keepdims", keep ? 1L : 0));
    }

    public GraphValue Reshape(TfjsNode node)
    {
        var shape = Numbers(node, 1);
        return graph.Add("Reshape", node.Name, shape.Length, false,
            [graph.ToPlain(value(node.Inputs[0])).Name, graph.Constant(node.Name + "/shape", shape)]);
    }

    public GraphValue Concat(TfjsNode node)
    {
        var axis = Numbers(node, node.Inputs.Count - 1)[0];
        var parts = Alike([.. node.Inputs.SkipLast(1).Select(value)]);
        return graph.Add("Concat", node.Name, parts[0].Rank, parts[0].IsPlanar, parts.Select(p => p.Name), OnnxNode.Attribute("axis",
            Axis(parts[0], axis)));
    }

    /// <summary>A product of matrices, with what is fused to it.</summary>
    public GraphValue Product(TfjsNode node)
    {
        var parts = node.Words("fused_ops");
        var hasBias = parts is ["BiasAdd", ..];
        List<string> inputs = [graph.ToPlain(value(node.Inputs[0])).Name, graph.ToPlain(value(node.Inputs[1])).Name];
        if (hasBias)
        {
            inputs.Add(graph.ToPlain(value(node.Inputs[2])).Name);
        }

        var result = graph.Add("Gemm", node.Name, 2, false, inputs,
            OnnxNode.Attribute("transA", node.Flag("transpose_a") ? 1L : 0), OnnxNode.Attribute("transB", node.Flag("transpose_b") ? 1L
                : 0));
        return ActivateFused(node, result, hasBias ? parts[1..] : parts, hasBias ? 3 : 2);
    }

    // The place of an axis in the order that a value has.
    private static long Axis(GraphValue source, long axis)
    {
        var place = axis < 0 ? axis + source.Rank : axis;
        return !source.IsPlanar ? place : place switch { 0 => 0, 3 => 1, _ => place + 1 };
    }

    private (GraphValue A, GraphValue B, bool Planar) Alike(GraphValue a, GraphValue b)
    {
        var alike = Alike([a, b]);
        return (alike[0], alike[1], alike.Any(v => v.IsPlanar && v.Rank == 4));
    }

    private GraphValue[] Alike(GraphValue[] values)
    {
        var planar = values.Any(v => v.IsPlanar) && values.All(v => v.Weight is { Shape.Length: <= 4 } || v.Rank == 4);
        return Array.ConvertAll(values, v => planar ? graph.ToPlanar(v) : graph.ToPlain(v));
    }

    private long[] Numbers(TfjsNode node, int input) => value(node.Inputs[input]).Weight?.Numbers
        ?? throw new ConversionException($"Input {input} of '{node.Name}' ({node.Op}) must be a constant.");
}
