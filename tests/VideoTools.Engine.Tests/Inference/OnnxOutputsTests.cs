using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Inference;

public sealed class OnnxOutputsTests
{
    // ModelProto { ir_version = 8, graph = { name = "g", output = { name = "a" }, output = { name = "b" } } }.
    private static readonly byte[] Model =
    [
        0x08, 8, 0x3A, 13,
        0x12, 1, (byte)'g',
        0x62, 3, 0x0A, 1, (byte)'a',
        0x62, 3, 0x0A, 1, (byte)'b',
    ];

    [Fact]
    public void Keep_OneOfTwo_HidesTheOther()
    {
        var model = Model.ToArray();
        OnnxOutputs.Keep(model, ["b"]);
        var expected = Model.ToArray();
        expected[7] = (9 << 3) | 2;
        Assert.Equal(expected, model);
    }

    [Fact]
    public void Keep_All_ChangesNothing()
    {
        var model = Model.ToArray();
        OnnxOutputs.Keep(model, ["a", "b"]);
        Assert.Equal(Model, model);
    }

    [Theory]
    [InlineData(new byte[] { 0x3A, 200, 1, 2 })]
    [InlineData(new byte[] { 0x0B })]
    [InlineData(new byte[] { 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void Keep_NoProtobuf_Throws(byte[] bytes) => Assert.ThrowsAny<Exception>(() => OnnxOutputs.Keep(bytes, ["a"]));
}
