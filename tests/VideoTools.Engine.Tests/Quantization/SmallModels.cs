using Google.Protobuf;
using VideoTools.Onnx;

namespace VideoTools.Engine.Tests.Quantization;

/// <summary>Models small enough to follow by hand.</summary>
internal static class SmallModels
{
    public const int Side = 16;

    /// <summary>Convolution, batch norm, Relu (before operator set 13 a Clip from 0), depthwise convolution, sum with what came before, largest of neighbours, product.</summary>
    public static byte[] Network(long operatorSet = 13, string input = "picture") => Build(
        operatorSet,
        [OnnxNode.Floats(input, [1, 3, Side, Side])],
        "scores",
        [
            Weight("w1", 0.5f, 8, 3, 3, 3), Weight("gain", 0.2f, 8), Weight("shift", 0.1f, 8), Weight("mean", 0.1f, 8),
            OnnxTensor.Of("variance", Enumerable.Repeat(1.5f, 8).ToArray(), 8),
            Weight("w2", 0.5f, 8, 1, 3, 3), Weight("b2", 0.1f, 8), OnnxTensor.Of("flat", [1L, 512], 2), OnnxTensor.Of("zero", [0f]), OnnxTensor.Of("six", [6f]), Weight("w3", 0.1f, 512, 10), Weight("b3", 0.1f, 10),
        ],
        OnnxNode.Of("Conv", "c1", [input, "w1"], OnnxNode.Attribute("pads", new long[] { 1, 1, 1, 1 })),
        OnnxNode.Of("BatchNormalization", "n1", ["c1", "gain", "shift", "mean", "variance"]),
        operatorSet >= 13 ? OnnxNode.Of("Relu", "r1", ["n1"]) : OnnxNode.Of("Clip", "r1", ["n1", "zero", "six"]),
        OnnxNode.Of("Conv", "c2", ["r1", "w2", "b2"], OnnxNode.Attribute("pads", new long[] { 1, 1, 1, 1 }), OnnxNode.Attribute("group", 8L)),
        OnnxNode.Of("Add", "s1", ["c2", "r1"]),
        OnnxNode.Of("Relu", "r2", ["s1"]),
        OnnxNode.Of("MaxPool", "p1", ["r2"], OnnxNode.Attribute("kernel_shape", new long[] { 2, 2 }), OnnxNode.Attribute("strides", new long[] { 2, 2 })),
        OnnxNode.Of("Reshape", "f1", ["p1", "flat"]),
        OnnxNode.Of("Gemm", "scores", ["f1", "w3", "b3"]));

    /// <summary>A model without anything to quantise.</summary>
    public static byte[] WithoutLayers() => Build(
        13, [OnnxNode.Floats("picture", [1, 3, Side, Side])], "out", [], OnnxNode.Of("Relu", "out", ["picture"]));

    /// <summary>A model that takes no picture.</summary>
    public static byte[] OfNumbers() => Build(
        13, [OnnxNode.Floats("numbers", [1, 8])], "out", [Weight("w", 1, 8, 4)], OnnxNode.Of("MatMul", "out", ["numbers", "w"]));

    public static byte[] Build(
        long operatorSet, IEnumerable<ValueInfoProto> inputs, string output, IEnumerable<TensorProto> constants, params NodeProto[] nodes)
    {
        var graph = new GraphProto { Name = "small" };
        graph.Input.AddRange(inputs);
        graph.Output.Add(OnnxNode.Floats(output, []));
        graph.Output[0].Type.TensorType.Shape = null;
        graph.Initializer.AddRange(constants);
        graph.Node.AddRange(nodes);
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = operatorSet });
        return model.ToByteArray();
    }

    /// <summary>Weights around 0, the same every time.</summary>
    public static TensorProto Weight(string name, float reach, params long[] shape)
    {
        var random = new Random(name.Length + shape.Length);
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ((random.NextSingle() * 2) - 1) * reach;
        }

        return OnnxTensor.Of(name, values, shape);
    }
}
