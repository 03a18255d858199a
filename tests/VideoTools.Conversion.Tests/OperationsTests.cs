namespace VideoTools.Conversion.Tests;

/// <summary>Every operation on numbers small enough to check by hand.</summary>
public class OperationsTests
{
    private static readonly (string, string)[] Steps1 = [("strides", "1,1,1,1"), ("padding", "VALID")];

    [Fact]
    public void Conv2D_WeighsChannelsAndNeighbours()
    {
        // Two channels, one row of three: the kernel takes channel 0 of a place and twice channel 1 of its right neighbour.
        var (values, shape) = new ConvertedGraph().Input(1, 1, 3, 2).Weight("w", [1, 2, 2, 1], 1, 0, 0, 2)
            .Node("out", "Conv2D", ["input", "w"], Steps1).Run("out", [1, 10, 2, 20, 3, 30], 1, 1, 3, 2);

        Assert.Equal([1, 1, 2, 1], shape);
        Assert.Equal([41, 62], values);
    }

    [Fact]
    public void FusedConv2D_AddsBiasThenSlope()
    {
        var (values, _) = new ConvertedGraph().Input(1, 1, 2, 1).Weight("w", [1, 1, 1, 2], 1, -1).Weight("b", [2], 1, 2).Weight("a", [1, 1, 2], 0.5f, 0.25f)
            .Node("out", "_FusedConv2D", ["input", "w", "b", "a"], [.. Steps1, ("fused_ops", "BiasAdd,Prelu")]).Run("out", [-3, 4], 1, 1, 2, 1);

        Assert.Equal([-1, 5, 5, -0.5f], values);
    }

    [Fact]
    public void Conv2D_PadsTheLastRowAndColumnFirst()
    {
        // SAME with steps of 2 over 4 places and a kernel of 3: one more place, at the end.
        var (values, shape) = new ConvertedGraph().Input(1, 1, 4, 1).Weight("w", [1, 3, 1, 1], 1, 10, 100)
            .Node("out", "Conv2D", ["input", "w"], ("strides", "1,2,2,1"), ("padding", "SAME")).Run("out", [1, 2, 3, 4], 1, 1, 4, 1);

        Assert.Equal([1, 1, 2, 1], shape);
        Assert.Equal([321, 43], values);
    }

    [Fact]
    public void DepthwiseConv2d_KeepsChannelsApart()
    {
        var (values, shape) = new ConvertedGraph().Input(1, 1, 1, 2).Weight("w", [1, 1, 2, 2], 1, 2, 3, 4)
            .Node("out", "DepthwiseConv2dNative", ["input", "w"], Steps1).Run("out", [1, 10], 1, 1, 1, 2);

        Assert.Equal([1, 1, 1, 4], shape);
        Assert.Equal([1, 2, 30, 40], values);
    }

    [Fact]
    public void Conv2DBackpropInput_SpreadsWhatAConvolutionGathers()
    {
        var (values, shape) = new ConvertedGraph().Input(1, 1, 2, 1).Numbers("size", 1, 1, 4, 1).Weight("w", [1, 2, 1, 1], 1, 10)
            .Node("out", "Conv2DBackpropInput", ["size", "w", "input"], ("strides", "1,1,2,1"), ("padding", "SAME")).Run("out", [1, 2], 1, 1, 2, 1);

        Assert.Equal([1, 1, 4, 1], shape);
        Assert.Equal([1, 10, 2, 20], values);
    }

    [Fact]
    public void MaxPool_TakesTheLargest()
    {
        var (values, _) = new ConvertedGraph().Input(1, 2, 2, 2)
            .Node("out", "MaxPool", ["input"], ("ksize", "1,2,2,1"), ("strides", "1,2,2,1"), ("padding", "VALID"))
            .Run("out", [1, 8, 2, 7, 3, 6, 4, 5], 1, 2, 2, 2);

        Assert.Equal([4, 8], values);
    }

    [Fact]
    public void AvgPool_CountsNoPadding()
    {
        var (values, _) = new ConvertedGraph().Input(1, 1, 3, 1)
            .Node("out", "AvgPool", ["input"], ("ksize", "1,1,2,1"), ("strides", "1,1,2,1"), ("padding", "SAME")).Run("out", [1, 3, 5], 1, 1, 3, 1);

        Assert.Equal([2, 5], values);
    }

    [Fact]
    public void Pad_OfChannels_AddsEmptyOnes()
    {
        var graph = new ConvertedGraph().Input(1, 1, 2, 1);
        graph.Numbers("pads", 0, 0, 0, 0, 0, 0, 0, 1);
        var (values, shape) = graph.Node("out", "Pad", ["input", "pads"]).Run("out", [1, 2], 1, 1, 2, 1);

        Assert.Equal([1, 1, 2, 2], shape);
        Assert.Equal([1, 0, 2, 0], values);
    }

    [Fact]
    public void ResizeBilinear_AlignsWhatItSays()
    {
        var half = Resize("half_pixel_centers");
        var corners = Resize("align_corners");

        Assert.Equal([0, 0.5f, 1.5f, 2], half);
        Assert.Equal([0, 0.6667f, 1.3333f, 2], corners.Select(v => MathF.Round(v, 4)));

        static float[] Resize(string places) => new ConvertedGraph().Input(1, 1, 2, 1).Numbers("size", 1, 4)
            .Node("out", "ResizeBilinear", ["input", "size"], (places, "true")).Run("out", [0, 2], 1, 1, 2, 1).Values;
    }

    [Theory]
    [InlineData("Relu", 0, 0, 7)]
    [InlineData("Relu6", 0, 0, 6)]
    [InlineData("Sigmoid", 0.2689f, 0.5f, 0.9991f)]
    [InlineData("Tanh", -0.7616f, 0, 1)]
    [InlineData("Elu", -0.6321f, 0, 7)]
    public void Activations(string op, float below, float at, float above)
    {
        var (values, _) = new ConvertedGraph().Input(1, 3).Node("out", op, ["input"]).Run("out", [-1, 0, 7], 1, 3);

        Assert.Equal([below, at, above], values.Select(v => MathF.Round(v, 4)));
    }

    [Theory]
    [InlineData("AddV2", 11, 22)]
    [InlineData("Sub", -9, -18)]
    [InlineData("Mul", 10, 40)]
    [InlineData("RealDiv", 0.1f, 0.1f)]
    [InlineData("BiasAdd", 11, 22)]
    public void Binary_OnPlanes_MeetsChannels(string op, float first, float second)
    {
        var (values, _) = new ConvertedGraph().Input(1, 1, 1, 2).Weight("w", [1, 1, 2, 2], 1, 0, 0, 1).Weight("b", [2], 10, 20)
            .Node("conv", "Conv2D", ["input", "w"], Steps1).Node("out", op, ["conv", "b"]).Run("out", [1, 2], 1, 1, 1, 2);

        Assert.Equal([first, second], values);
    }

    [Fact]
    public void AddN_AddsAll()
    {
        var (values, _) = new ConvertedGraph().Input(2).Weight("a", [2], 1, 2).Node("out", "AddN", ["input", "a", "input"]).Run("out", [10, 20], 2);

        Assert.Equal([21, 42], values);
    }

    [Fact]
    public void Softmax_OnPlanes_IsOverChannels()
    {
        var (values, _) = new ConvertedGraph().Input(1, 1, 2, 2).Weight("w", [1, 1, 2, 2], 1, 0, 0, 1)
            .Node("conv", "Conv2D", ["input", "w"], Steps1).Node("out", "Softmax", ["conv"]).Run("out", [3, 3, 0, 1000], 1, 1, 2, 2);

        Assert.Equal([0.5f, 0.5f, 0, 1], values);
    }

    [Theory]
    [InlineData("1,2", "false", new float[] { 4, 5 }, new long[] { 1, 2 })]
    [InlineData("1,2", "true", new float[] { 4, 5 }, new long[] { 1, 1, 1, 2 })]
    [InlineData("3", "false", new float[] { 1.5f, 3.5f, 5.5f, 7.5f }, new long[] { 1, 2, 2 })]
    [InlineData("1", "false", new float[] { 3, 4, 5, 6 }, new long[] { 1, 2, 2 })]
    public void Mean_OnPlanes_KeepsTheOrder(string axes, string keep, float[] expected, long[] shape)
    {
        var (values, extents) = new ConvertedGraph().Input(1, 2, 2, 2).Weight("w", [1, 1, 2, 2], 1, 0, 0, 1)
            .Numbers("axes", [.. axes.Split(',').Select(long.Parse)])
            .Node("conv", "Conv2D", ["input", "w"], Steps1).Node("out", "Mean", ["conv", "axes"], ("keep_dims", keep))
            .Run("out", [1, 2, 3, 4, 5, 6, 7, 8], 1, 2, 2, 2);

        Assert.Equal(shape, extents);
        Assert.Equal(expected, values);
    }

    [Fact]
    public void Reshape_OfPlanes_ReadsChannelsLast()
    {
        var (values, shape) = new ConvertedGraph().Input(1, 1, 2, 2).Weight("w", [1, 1, 2, 2], 1, 0, 0, 1).Numbers("shape", -1, 4)
            .Node("conv", "Conv2D", ["input", "w"], Steps1).Node("out", "Reshape", ["conv", "shape"]).Run("out", [1, 2, 3, 4], 1, 1, 2, 2);

        Assert.Equal([1, 4], shape);
        Assert.Equal([1, 2, 3, 4], values);
    }

    [Fact]
    public void ConcatV2_OfPlanes_AlongChannels()
    {
        var (values, _) = new ConvertedGraph().Input(1, 1, 2, 1).Weight("w", [1, 1, 1, 1], 2).Numbers("axis", 3)
            .Node("conv", "Conv2D", ["input", "w"], Steps1).Node("out", "ConcatV2", ["input", "conv", "axis"]).Run("out", [1, 2], 1, 1, 2, 1);

        Assert.Equal([1, 2, 2, 4], values);
    }

    [Fact]
    public void FusedMatMul_AddsBiasThenActivates()
    {
        var (values, _) = new ConvertedGraph().Input(1, 2).Weight("w", [2, 2], 1, -1, 1, -1).Weight("b", [2], 1, 1)
            .Node("out", "_FusedMatMul", ["input", "w", "b"], ("fused_ops", "BiasAdd,Relu")).Run("out", [1, 2], 1, 2);

        Assert.Equal([4, 0], values);
    }

    [Fact]
    public void OperationThatIsNotKnown_IsNamed()
    {
        var failure = Assert.Throws<ConversionException>(
            () => new ConvertedGraph().Input(1, 2).Node("odd", "Bucketize", ["input"]).ToOnnx("odd"));

        Assert.Contains("'Bucketize'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'odd'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FusedPartThatIsNotKnown_IsNamed()
    {
        var failure = Assert.Throws<ConversionException>(() => new ConvertedGraph().Input(1, 1, 1, 1).Weight("w", [1, 1, 1, 1], 1).Weight("b", [1], 1)
            .Node("out", "_FusedConv2D", ["input", "w", "b"], [.. Steps1, ("fused_ops", "BiasAdd,Mish")]).ToOnnx("out"));

        Assert.Contains("'Mish'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SameGraph_GivesTheSameBytes()
    {
        static byte[] Convert() => new ConvertedGraph().Input(1, 1, 3, 2).Weight("w", [1, 2, 2, 1], 1, 0, 0, 2)
            .Node("out", "Conv2D", ["input", "w"], Steps1).ToOnnx("out");

        Assert.Equal(Convert(), Convert());
    }
}
