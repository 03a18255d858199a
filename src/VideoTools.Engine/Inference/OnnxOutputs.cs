// Method: an ONNX file is a protobuf message; the outputs of its graph that nobody reads get the number of a field that ONNX does not
// use, in place, and so are no outputs any more. Why: ONNX Runtime keeps every output of a graph until the end of a run, also those
// nobody asked for. Whisper's encoder lists the attentions of all layers (8 heads x 1500 x 1500 a layer): 430 MB of the 570 MB that a
// run of the base model takes.
// Source: onnx.proto3 (ModelProto.graph = 7, GraphProto.output = 12, ValueInfoProto.name = 1) and the protobuf wire format.
// Units: bytes. Cost: none to speak of; only the graph's top level is read.
namespace VideoTools.Engine.Inference;

/// <summary>Removes outputs nobody reads from a model.</summary>
internal static class OnnxOutputs
{
    private const int Graph = 7;
    private const int Output = 12;
    private const int Name = 1;

    // Both keys take one byte: (number << 3) | 2. Number 9 of GraphProto was never used.
    private const byte OutputKey = (Output << 3) | 2;
    private const byte UnusedKey = (9 << 3) | 2;

    /// <summary>Leaves the model only these outputs.</summary>
    /// <param name="model">An ONNX file; changed.</param>
    /// <param name="names">The outputs to keep.</param>
    /// <exception cref="InvalidDataException">It is no ONNX file.</exception>
    public static void Keep(Span<byte> model, IReadOnlyCollection<string> names)
    {
        for (var at = 0; at < model.Length;)
        {
            var number = Field(model, ref at, out var value);
            if (number == Graph)
            {
                KeepInGraph(model[(at - value.Length)..at], names);
            }
        }
    }

    private static void KeepInGraph(Span<byte> graph, IReadOnlyCollection<string> names)
    {
        for (var at = 0; at < graph.Length;)
        {
            var key = at;
            var number = Field(graph, ref at, out var value);
            if (number == Output && graph[key] == OutputKey && !names.Contains(NameOf(value), StringComparer.Ordinal))
            {
                graph[key] = UnusedKey;
            }
        }
    }

    private static string NameOf(ReadOnlySpan<byte> output)
    {
        for (var at = 0; at < output.Length;)
        {
            var number = Field(output, ref at, out var value);
            if (number == Name)
            {
                return Encoding.UTF8.GetString(value);
            }
        }

        return "";
    }

    // A field's number and, for one with a length, its bytes; moves to the next one.
    private static int Field(ReadOnlySpan<byte> message, ref int at, out ReadOnlySpan<byte> value)
    {
        var key = ReadVarint(message, ref at);
        var length = (key & 7) switch
        {
            0 => VarintLength(message, at),
            1 => 8,
            2 => checked((long)ReadVarint(message, ref at)),
            5 => 4,
            _ => throw Broken(),
        };
        if (length < 0 || length > message.Length - at)
        {
            throw Broken();
        }

        value = message.Slice(at, (int)length);
        at += (int)length;
        return (int)(key >> 3);
    }

    private static int VarintLength(ReadOnlySpan<byte> message, int at)
    {
        var start = at;
        ReadVarint(message, ref at);
        return at - start;
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= message.Length)
            {
                throw Broken();
            }

            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Broken();
    }

    private static InvalidDataException Broken() => new("The file is no ONNX model: its protobuf fields do not fit its length.");
}
