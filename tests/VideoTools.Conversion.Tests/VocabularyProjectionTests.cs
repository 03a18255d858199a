using Google.Protobuf;
using VideoTools.Engine.Inference;
using VideoTools.Onnx;

namespace VideoTools.Conversion.Tests;

/// <summary>The product with the table of tokens in whole numbers: the same choice of token, without making the table floats.</summary>
public class VocabularyProjectionTests
{
    private const int Tokens = 200, Numbers = 64;

    // The states of two branches, chosen by the sign of their largest number, times a table that both take; one looks a row up in it, too.
    private static byte[] Graph()
    {
        var table = Table();
        var graph = new GraphProto { Name = "test" };
        graph.Input.Add(OnnxNode.Floats("x", [1, 1, Numbers]));
        graph.Output.Add(OnnxNode.Floats("logits", [1, 1, Tokens]));
        graph.Initializer.Add(OnnxTensor.Of("table", table, Tokens, Numbers));
        graph.Initializer.Add(OnnxTensor.Of("scale", [0.02f]));
        graph.Initializer.Add(OnnxTensor.Of("zero", new byte[] { 119 }));
        graph.Initializer.Add(OnnxTensor.Of("row", [17L], 1, 1));
        graph.Initializer.Add(OnnxTensor.Of("nothing", [0f]));
        graph.Initializer.Add(OnnxTensor.Of("two", [2f]));
        graph.Node.Add(OnnxNode.Of("ReduceMax", "largest", ["x"], OnnxNode.Attribute("keepdims", 0)));
        graph.Node.Add(OnnxNode.Of("Greater", "choice", ["largest", "nothing"]));
        var choose = OnnxNode.Of("If", "logits", ["choice"],
            Branch("then_branch", OnnxNode.Of("Mul", "states", ["x", "two"])),
            Branch("else_branch",
                OnnxNode.Of("Gather", "whole", ["table", "row"]),
                OnnxNode.Of("DequantizeLinear", "floats", ["whole", "scale", "zero"]),
                OnnxNode.Of("Add", "states", ["x", "floats"])));
        choose.Name = "choose";
        graph.Node.Add(choose);
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 11 });
        return model.ToByteArray();
    }

    // The states of both branches come from one normalization, which makes three numbers much larger than the others.
    private static byte[] NormalizedGraph()
    {
        var model = ModelProto.Parser.ParseFrom(Graph());
        model.Graph.Initializer.Add(OnnxTensor.Of("factors", Factors(), Numbers));
        model.Graph.Initializer.Add(OnnxTensor.Of("summands", new float[Numbers], Numbers));
        foreach (var branch in model.Graph.Node.Single(node => node.OpType == "If").Attribute.Select(a => a.G))
        {
            var maker = branch.Node.Single(node => node.Output.Contains("states"));
            (maker.Name, maker.Output[0]) = ("plain", "plain");
            branch.Node.Insert(branch.Node.IndexOf(maker) + 1, OnnxNode.Of("Mul", "larger", ["plain", "factors"]));
            branch.Node.Insert(branch.Node.IndexOf(maker) + 2, OnnxNode.Of("Add", "states", ["larger", "summands"]));
        }

        return model.ToByteArray();
    }

    private static float[] Factors() => [.. Enumerable.Range(0, Numbers).Select(i => i % 29 == 7 ? 300f : 1 + (i / (float)Numbers))];

    // What the graph computes, in floats.
    private static float[] Product(float[] x)
    {
        float[][] table = [.. Table().Select(b => 0.02f * (b - 119)).Chunk(Numbers)];
        var states = x.Max() > 0 ? x.Select(v => 2 * v) : x.Zip(table[17], (v, w) => v + w);
        float[] larger = [.. states.Zip(Factors(), (v, f) => v * f)];
        return [.. table.Select(row => row.Zip(larger, (w, v) => w * v).Sum())];
    }

    private static byte[] Table()
    {
        var table = new byte[Tokens * Numbers];
        new Random(7).NextBytes(table);
        return table;
    }

    private static AttributeProto Branch(string name, params NodeProto[] nodes)
    {
        var branch = new GraphProto { Name = name };
        branch.Node.AddRange(nodes);
        branch.Node.Add(OnnxNode.Of("Transpose", "turned", ["table"], OnnxNode.Attribute("perm", [1L, 0L])));
        branch.Node.Add(OnnxNode.Of("DequantizeLinear", "weights", ["turned", "scale", "zero"]));
        branch.Node.Add(OnnxNode.Of("MatMul", "logits", ["states", "weights"]));
        branch.Output.Add(OnnxNode.Floats("logits", [1, 1, Tokens]));
        return new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = branch };
    }

    [Fact]
    public void Convert_Decoder_HasOneProductBehindTheChoice()
    {
        var graph = ModelProto.Parser.ParseFrom(GraphFolding.Convert(Graph())).Graph;

        Assert.Single(graph.Node, node => node.OpType == "MatMulNBits");
        var branches = graph.Node.Single(node => node.OpType == "If").Attribute.Select(a => a.G).ToList();
        Assert.All(branches, branch => Assert.DoesNotContain(branch.Node, node => node.OpType is "Transpose" or "MatMul"));

        // Once in the file: what looks a row up takes the same table.
        Assert.Single(graph.Initializer, t => t.RawData.Length == Tokens * Numbers);
    }

    // Both branches: the sign of the largest number chooses. Zeros have no largest number to divide by.
    [Theory]
    [InlineData(-0.5f, 1)]
    [InlineData(-1.5f, 1)]
    [InlineData(0, 0)]
    public void Convert_StatesOfVeryDifferentSizes_GivesTheLogitsOfFloats(float from, float range)
    {
        var random = new Random(3);
        float[] states = [.. Enumerable.Range(0, Numbers).Select(_ => from + (range * random.NextSingle()))];
        var converted = GraphFolding.Convert(NormalizedGraph());

        var expected = Product(states);
        var actual = Runtime.Run(converted, states, [1, 1, Numbers], outputs => outputs[0].Floats.ToArray());

        var product = ModelProto.Parser.ParseFrom(converted).Graph.Node.Single(node => node.OpType == "MatMulNBits");
        Assert.Equal(Numbers + 32, OnnxNode.Find(product, "K")!.I);
        var spread = expected.Max() - expected.Min();
        Assert.InRange(expected.Zip(actual).Max(pair => Math.Abs(pair.First - pair.Second)), 0, Math.Max(0.0005f * spread, 1e-6f));
    }

    [Fact]
    public void Convert_Twice_GivesTheSameBytes() => Assert.Equal(GraphFolding.Convert(Graph()), GraphFolding.Convert(Graph()));

    [Fact]
    public void Model_ThatIsShipped_GivesTheTokensOfTheOriginal()
    {
        var entry = ModelCatalogue.Default.Get("whisper-base");
        var folder = Path.Combine(TestMedia.RepositoryPaths.Assets, entry.Package);
        var original = Path.Combine(folder, "decoder_model_merged_quantized.onnx");
        Assert.True(File.Exists(original), "the default models are fetched by every build");

        var (expected, actual) = (Logits(File.ReadAllBytes(original)), Logits(File.ReadAllBytes(Path.Combine(folder, entry.File("decoder").Name))));

        var spread = expected.Max() - expected.Min();
        Assert.InRange(expected.Zip(actual).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 0.01 * spread);
        Assert.Equal(expected.IndexOf(expected.Max()), actual.IndexOf(actual.Max()));
    }

    // After the start of a transcript of sound that nobody made.
    private static float[] Logits(byte[] decoder)
    {
        NativeRuntime.EnsureLoaded();
        var random = new Random(1);
        float[] states = [.. Enumerable.Range(0, 1500 * 512).Select(_ => (float)(random.NextDouble() - 0.5))];
        using var tokens = ModelTensor.Over(new long[] { 50258, 50259, 50359 }, 1, 3);
        using var sound = ModelTensor.Over(states, 1, 1500, 512);
        using var isLater = ModelTensor.Over(new[] { false }, 1);
        using var none = ModelTensor.Empty(1, 8, 0, 64);
        string[] kinds = ["decoder.key", "decoder.value", "encoder.key", "encoder.value"];
        string[] earlier = [.. from layer in Enumerable.Range(0, 6) from kind in kinds select $"past_key_values.{layer}.{kind}"];
        return Runtime.Use(decoder, session =>
        {
            using var outputs = session.RunAndKeep(
                [tokens, sound, isLater, .. earlier.Select(_ => none)],
                ["input_ids", "encoder_hidden_states", "use_cache_branch", .. earlier], ["logits"], CancellationToken.None);
            return outputs[0].Floats[^51865..].ToArray();
        });
    }
}
