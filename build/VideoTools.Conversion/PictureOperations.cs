// Source: TensorFlow's and ONNX's definitions of the operations. Padding "SAME" is ONNX's SAME_UPPER: where one more row is needed, it
// is the last one. A transposed convolution is the gradient of a convolution with the same padding: what that one padded is cut here.
using VideoTools.Onnx;

namespace VideoTools.Conversion;

/// <summary>Operations that look at neighbours in a picture: they work on planes.</summary>
/// <param name="graph">Where they are written.</param>
/// <param name="value">Gives the value of a name.</param>
internal sealed class PictureOperations(GraphBuilder graph, Func<string, GraphValue> value)
{
    private readonly NumberOperations _numbers = new(graph, value);

    public GraphValue Convolution(TfjsNode node) => Convolve(node, Weight(node, 1).Transpose(3, 2, 0, 1), 1);

    /// <summary>One group a channel; output channels lie channel by channel.</summary>
    public GraphValue Depthwise(TfjsNode node)
    {
        var weight = Weight(node, 1);
        var turned = weight.Transpose(2, 3, 0, 1);
        return Convolve(node, turned.As(turned.Shape[0] * turned.Shape[1], 1, turned.Shape[2], turned.Shape[3]), turned.Shape[0]);
    }

    public GraphValue TransposedConvolution(TfjsNode node)
    {
        RequireLastChannels(node);
        var extents = Weight(node, 0).Numbers;
        var weight = Weight(node, 1).Transpose(3, 2, 0, 1);
        var strides = Spatial(node.Numbers("strides"));
        var same = IsSame(node);
        long[] cut = [0, 0, 0, 0];
        long[] more = [0, 0];
        for (var axis = 0; axis < 2; axis++)
        {
            var (size, kernel, stride) = (extents[axis + 1], weight.Shape[axis + 2], strides[axis]);
            var source = same ? (size + stride - 1) / stride : (size - kernel + stride) / stride;
            var full = ((source - 1) * stride) + kernel;
            var total = same ? Math.Max(0, full - size) : 0;
            cut[axis] = total / 2;
            cut[axis + 2] = total - (total / 2);
            more[axis] = size - (full - total);
        }

        return graph.Add("ConvTranspose", node.Name, 4, true, [Planes(node, 2), graph.Constant(weight)],
            OnnxNode.Attribute("strides", strides), OnnxNode.Attribute("pads", cut), OnnxNode.Attribute("output_padding", more));
    }

    public GraphValue Pool(TfjsNode node, string type)
    {
        RequireLastChannels(node);
        return graph.Add(type, node.Name, 4, true, [Planes(node, 0)],
            [OnnxNode.Attribute("kernel_shape", Spatial(node.Numbers("ksize"))), OnnxNode.Attribute("strides",
                Spatial(node.Numbers("strides"))), .. Padding(node)]);
    }

    /// <summary>Pads with a constant; two numbers an extent.</summary>
    public GraphValue Pad(TfjsNode node)
    {
        var pads = Weight(node, 1).Numbers;
        var source = value(node.Inputs[0]);
        int[] order = source.Rank == 4 ? [0, 3, 1, 2] : [.. Enumerable.Range(0, source.Rank)];
        source = source.Rank == 4 ? graph.ToPlanar(source) : graph.ToPlain(source);
        long[] turned = [.. order.Select(axis => pads[2 * axis]), .. order.Select(axis => pads[(2 * axis) + 1])];
        string[] inputs = [source.Name, graph.Constant(node.Name + "/pads", turned)];
        return graph.Add("Pad", node.Name, source.Rank, source.Rank == 4,
            node.Inputs.Count > 2 ? [.. inputs, graph.Constant(Weight(node, 2))] : inputs);
    }

    public GraphValue Resize(TfjsNode node)
    {
        // The sizes of all four extents are wanted; the first two stay as they are.
        var source = Planes(node, 0);
        var kept = graph.Add("Shape", node.Name + "/kept", 1, false, [source], OnnxNode.Attribute("start", 0L),
            OnnxNode.Attribute("end", 2L));
        var size = graph.Add("Concat", node.Name + "/sizes", 1, false,
            [kept.Name, graph.Constant(node.Name + "/size", Weight(node, 1).Numbers)], OnnxNode.Attribute("axis", 0L));
        var places = node.Flag("align_corners") ? "align_corners" : node.Flag("half_pixel_centers") ? "half_pixel" : "asymmetric";
        return graph.Add("Resize", node.Name, 4, true, [source, "", "", size.Name],
            OnnxNode.Attribute("mode", "linear"), OnnxNode.Attribute("coordinate_transformation_mode", places));
    }

    private static void RequireLastChannels(TfjsNode node)
    {
        if (node.Word("data_format", "NHWC") != "NHWC")
        {
            throw new ConversionException($"'{node.Name}' ({node.Op}) works on {node.Word("data_format", "")}; only NHWC is known.");
        }
    }

    private static long[] Spatial(long[] extents) => extents.Length == 4 && extents[0] == 1 && extents[3] == 1
        ? extents[1..3]
        : throw new ConversionException($"Steps of {string.Join(" x ", extents)} are not known; pictures move in height and width only.");

    private static bool IsSame(TfjsNode node) => node.Word("padding", "VALID") switch
    {
        "SAME" => true,
        "VALID" => false,
        var other => throw new ConversionException($"'{node.Name}' ({node.Op}) pads by {other}, which is not known here."),
    };

    private static AttributeProto[] Padding(TfjsNode node)
    {
        if (node.Word("padding", "VALID") == "EXPLICIT")
        {
            var pads = node.Numbers("explicit_paddings");
            return [OnnxNode.Attribute("pads", [pads[2], pads[4], pads[3], pads[5]])];
        }

        return IsSame(node) ? [OnnxNode.Attribute("auto_pad", "SAME_UPPER")] : [];
    }

    private GraphValue Convolve(TfjsNode node, TfjsWeight weight, long groups)
    {
        RequireLastChannels(node);
        var parts = node.Words("fused_ops");
        var hasBias = parts is ["BiasAdd", ..];
        List<string> inputs = [Planes(node, 0), graph.Constant(weight)];
        if (hasBias)
        {
            inputs.Add(graph.Constant(Weight(node, 2)));
        }

        var dilations = node.Numbers("dilations");
        var result = graph.Add("Conv", node.Name, 4, true, inputs,
        [
            OnnxNode.Attribute("kernel_shape", weight.Shape[2..]),
            OnnxNode.Attribute("strides", Spatial(node.Numbers("strides"))),
            OnnxNode.Attribute("dilations", dilations.Length == 0 ? [1, 1] : Spatial(dilations)),
            OnnxNode.Attribute("group", groups),
            .. Padding(node),
        ]);
        return _numbers.ActivateFused(node, result, hasBias ? parts[1..] : parts, hasBias ? 3 : 2);
    }

    private string Planes(TfjsNode node, int input) => graph.ToPlanar(value(node.Inputs[input])).Name;

    private TfjsWeight Weight(TfjsNode node, int input) => value(node.Inputs[input]).Weight
        ?? throw new ConversionException($"Input {input} of '{node.Name}' ({node.Op}) must be a constant.");
}
