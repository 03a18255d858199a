using VideoTools.Onnx;

namespace VideoTools.Conversion.Tests;

/// <summary>A folded graph gives what the graph gave, in fewer nodes.</summary>
public class GraphFoldingTests
{
    private const int Channels = 8;

    // Conv, factor and summand, hard swish, factor and summand, and two Convs that take it: one of one pixel, one of nine.
    private static byte[] Graph()
    {
        var random = new Random(5);
        var graph = new GraphProto { Name = "test" };
        graph.Input.Add(OnnxNode.Floats("x", [1, 3, 6, 6]));
        graph.Output.Add(OnnxNode.Floats("y", [1, Channels, 6, 6]));
        Node("Conv", "a", ["x", Weights("w1", Channels, 3, 3, 3)], OnnxNode.Attribute("pads", [1, 1, 1, 1]));
        Node("Mul", "b", [Number("c1", 1.7f), "a"]);
        Node("Add", "c", ["b", Number("c2", -0.4f)]);
        Swish("c", "d");
        Node("Mul", "e", [Number("c3", 0.6f), "d"]);
        Node("Add", "f", ["e", Number("c4", 0.3f)]);
        Node("Conv", "g", ["f", Weights("w2", Channels, Channels, 1, 1)]);
        Swish("g", "h");
        Node("Mul", "i", [Number("c5", 2.5f), "h"]);
        Node("Add", "j", ["i", Number("c6", -0.2f)]);
        Node("Conv", "y", ["j", Weights("w3", Channels, Channels, 3, 3)], OnnxNode.Attribute("pads", [1, 1, 1, 1]));
        var model = new ModelProto { IrVersion = 7, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 11 });
        return Google.Protobuf.MessageExtensions.ToByteArray(model);

        void Node(string type, string output, string[] inputs, params AttributeProto[] attributes) =>
            graph.Node.Add(OnnxNode.Of(type, output, inputs, attributes));

        void Swish(string input, string output)
        {
            Node("Add", output + "1", [input, Number(output + "three", 3)]);
            Node("Clip", output + "2", [output + "1", Number(output + "zero", 0), Number(output + "six", 6)]);
            Node("Mul", output + "3", [input, output + "2"]);
            Node("Div", output, [output + "3", Number(output + "divisor", 6)]);
        }

        string Number(string name, float value)
        {
            // As Paddle's exporter has them: constants as nodes.
            var constant = OnnxNode.Of("Constant", name, []);
            constant.Attribute.Add(new AttributeProto
            {
                Name = "value", Type = AttributeProto.Types.AttributeType.Tensor, T = OnnxTensor.Of("", [value]),
            });
            graph.Node.Insert(0, constant);
            return name;
        }

        string Weights(string name, params long[] shape)
        {
            graph.Initializer.Add(OnnxTensor.Of(
                name, [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(_ => (float)(random.NextDouble() - 0.5))], shape));
            return name;
        }
    }

    [Fact]
    public void Convert_ScalarsAndHardSwish_GiveTheSameInFewerNodes()
    {
        var (graph, folded) = (Graph(), GraphFolding.Convert(Graph()));
        float[] picture = [.. Enumerable.Range(0, 3 * 36).Select(i => (i * 37 % 100 / 25f) - 2)];

        var expected = Runtime.Run(graph, picture, [1, 3, 6, 6], outputs => outputs[0].Floats.ToArray());
        var actual = Runtime.Run(folded, picture, [1, 3, 6, 6], outputs => outputs[0].Floats.ToArray());

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.True(expected.Max() - expected.Min() > 0.5, "a graph that gives one number proves nothing");

        // Three Convs, two hard swishes of three nodes, and a depthwise Conv for the one that nine pixels follow.
        Assert.Equal(10, ModelProto.Parser.ParseFrom(folded).Graph.Node.Count);
    }

    [Fact]
    public void Convert_Twice_GivesTheSameBytes() => Assert.Equal(GraphFolding.Convert(Graph()), GraphFolding.Convert(Graph()));

    [Fact]
    public void Convert_NoGraph_SaysSo() => Assert.Throws<ConversionException>(() => GraphFolding.Convert([1, 2, 3]));
}
