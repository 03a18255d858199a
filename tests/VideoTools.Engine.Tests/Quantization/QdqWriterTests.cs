using VideoTools.Engine.Inference;
using VideoTools.Engine.Quantization;
using VideoTools.Onnx;

namespace VideoTools.Engine.Tests.Quantization;

/// <summary>The quantised graph of a small network, run by the runtime.</summary>
public class QdqWriterTests
{
    private static readonly string[] Nothing = [];

    [Theory]
    [InlineData(13, "")]
    [InlineData(11, "com.microsoft")]
    public void Write_WholeNetwork_GivesNearlyTheSame(long operatorSet, string domain)
    {
        // What was a batch norm is part of the convolution; then every operation but one works on bytes.
        var (graph, model, expected, actual) = Quantize(SmallModels.Network(operatorSet), Nothing);

        Assert.DoesNotContain(graph.Nodes, node => node.OpType == "BatchNormalization");
        Assert.Contains(model.Graph.Node, node => node.OpType == "QuantizeLinear");
        Assert.All(model.Graph.Node.Where(node => node.OpType is "QuantizeLinear" or "DequantizeLinear"), node => Assert.Equal(domain, node.Domain));
        Assert.True(OutputAgreement.Correlation(expected, actual) > 0.99, $"{OutputAgreement.Correlation(expected, actual)}");
        Assert.NotEqual(expected, actual);
    }

    [Fact]
    public void Write_SteadyOperations_OfAnOldSet_AreDeclaredNew()
    {
        var old = SmallModels.Build(
            8, [OnnxNode.Floats("picture", [1, 3, 16, 16])], "out", [SmallModels.Weight("w", 1, 4, 3, 3, 3)],
            OnnxNode.Of("Conv", "c", ["picture", "w"]), OnnxNode.Of("Relu", "out", ["c"]));

        var (_, model, expected, actual) = Quantize(old, Nothing);

        Assert.Equal(13, Assert.Single(model.OpsetImport).Version);
        Assert.True(OutputAgreement.Correlation(expected, actual) > 0.99);
    }

    [Fact]
    public void Write_EveryLayerKept_ChangesNothing()
    {
        var folded = LayerGraph.Parse(RawModel.Fold(SmallModels.Network(), "small"), "small");
        var (_, model, expected, actual) = Quantize(
            SmallModels.Network(), [.. QuantizedRegion.Layers(folded).Select(QuantizedRegion.NameOf)]);

        Assert.DoesNotContain(model.Graph.Node, node => node.OpType == "QuantizeLinear");
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Write_OneLayerKept_IsInFloat()
    {
        var folded = LayerGraph.Parse(RawModel.Fold(SmallModels.Network(), "small"), "small");
        var names = QuantizedRegion.Layers(folded).ConvertAll(QuantizedRegion.NameOf);
        var (_, model, expected, actual) = Quantize(SmallModels.Network(), [names[0]]);

        Assert.Equal(3, names.Count);
        Assert.Contains(model.Graph.Initializer, tensor => tensor.DataType == (int)TensorProto.Types.DataType.Float && tensor.Dims.Count == 4);
        Assert.Contains(model.Graph.Initializer, tensor => tensor.DataType == (int)TensorProto.Types.DataType.Int8 && tensor.Dims.Count == 4);
        Assert.True(OutputAgreement.Correlation(expected, actual) > 0.99);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        Assert.Equal(Write(), Write());

        static byte[] Write()
        {
            var graph = LayerGraph.Parse(RawModel.Fold(SmallModels.Network(), "small"), "small");
            return Quantized(graph, QuantizedRegion.Find(graph, new HashSet<string>()));
        }
    }

    [Fact]
    public void Weights_AreWithinTheirBits()
    {
        var weight = OnnxTensor.Of("w", [1f, -2f, 0.5f, 100f], 2, 2, 1, 1);
        var layer = OnnxNode.Of("Conv", "out", ["x", "w", "b"]);

        var whole = WeightQuantizer.Of(layer, weight, [1f, 2f], new ValueRange(0.5f, 0), 64);

        Assert.Equal([32, -64, 0, 64], whole.Values.Select(v => (int)v));
        Assert.Equal([2f / 64, 100f / 64], whole.Scales);
        Assert.Equal([64, 3], whole.Bias([1f, 2f], new ValueRange(0.5f, 0)));
    }

    [Fact]
    public void Weights_OfZeros_KeepABiasThatFits()
    {
        var weight = OnnxTensor.Of("w", [0f, 0f], 2, 1, 1, 1);
        var whole = WeightQuantizer.Of(OnnxNode.Of("Conv", "out", ["x", "w", "b"]), weight, [5f, 0f], new ValueRange(1e-6f, 0), 64);

        var bias = whole.Bias([5f, 0f], new ValueRange(1e-6f, 0));

        Assert.InRange(bias[0], 1, int.MaxValue - 1);
        Assert.Equal(0, bias[1]);
    }

    private static (LayerGraph Graph, ModelProto Model, float[] Expected, float[] Actual) Quantize(byte[] original, string[] kept)
    {
        var graph = LayerGraph.Parse(RawModel.Fold(original, "small"), "small");
        var file = Quantized(graph, QuantizedRegion.Find(graph, kept.ToHashSet()));
        using var before = RawModel.Open(original, 1, "small");
        using var after = RawModel.Open(file, 1, "small");
        var pictures = Pictures(99, 4);
        var expected = OutputAgreement.Run(before, pictures, CancellationToken.None);
        return (graph, ModelProto.Parser.ParseFrom(file), expected[0], OutputAgreement.Run(after, pictures, CancellationToken.None)[0]);
    }

    private static byte[] Quantized(LayerGraph graph, QuantizedRegion region)
    {
        var whole = QuantizedRegion.Find(graph, new HashSet<string>());
        var histograms = Calibrator.Measure(graph, [.. whole.Values.Values.Distinct()], Pictures(1, 8), 1, _ => { }, CancellationToken.None);
        var ranges = whole.Values.ToDictionary(pair => pair.Key, pair => histograms[pair.Value].Range(CalibrationMethod.MinMax));
        return QdqWriter.Write(graph, region, ranges, 64);
    }

    internal static List<ModelPicture> Pictures(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new ModelPicture(
            [.. Enumerable.Range(0, 3 * SmallModels.Side * SmallModels.Side).Select(_ => random.NextSingle())], [1, 3, SmallModels.Side, SmallModels.Side]))];
    }
}
