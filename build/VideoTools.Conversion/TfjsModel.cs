// Method: a tfjs graph model is a JSON file (nodes in any order, and a list of weights) and binary files that hold the weights one
// after the other. Weights may be stored as float16, or as bytes or 16-bit numbers with a scale and a least value; they are floats here.
// Source: @tensorflow/tfjs-converter's format. Cost: the file once.
using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoTools.Conversion;

/// <summary>A tfjs graph model as it lies on disk.</summary>
/// <param name="Nodes">Its operations, without the constants.</param>
/// <param name="Weights">Its constants by name.</param>
/// <param name="Outputs">Name of the output and of the node that gives it, in the order of the signature.</param>
internal sealed record TfjsModel(
    IReadOnlyList<TfjsNode> Nodes, IReadOnlyDictionary<string, TfjsWeight> Weights, IReadOnlyList<(string Name, string Node)> Outputs)
{
    /// <summary>Reads a model.</summary>
    /// <param name="file">Its JSON file; the weights lie beside it.</param>
    /// <exception cref="ConversionException">It is no such model.</exception>
    public static TfjsModel Load(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var nodes = new List<TfjsNode>();
            foreach (var node in json.RootElement.GetProperty("modelTopology").GetProperty("node").EnumerateArray())
            {
                if (node.GetProperty("op").GetString() != "Const")
                {
                    nodes.Add(ReadNode(node));
                }
            }

            var weights = ReadWeights(json.RootElement.GetProperty("weightsManifest"), Path.GetDirectoryName(Path.GetFullPath(file))!);
            return new TfjsModel(nodes, weights, ReadOutputs(json.RootElement, nodes));
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ConversionException($"'{file}' is no tfjs graph model: {broken.Message}", broken);
        }
    }

    /// <summary>The name of the node behind an input: without the number of its output.</summary>
    public static string NodeOf(string input)
    {
        if (!input.Contains(':', StringComparison.Ordinal))
        {
            return input;
        }

        return input.EndsWith(":0", StringComparison.Ordinal)
            ? input[..^2]
            : throw new ConversionException($"'{input}' reads a second output of an operation; there is none among those known.");
    }

    private static TfjsNode ReadNode(JsonElement node) => new(
        node.GetProperty("name").GetString()!,
        node.GetProperty("op").GetString()!,
        node.TryGetProperty("input", out var inputs)
            ? [.. inputs.EnumerateArray().Select(i => i.GetString()!).Where(i => !i.StartsWith('^')).Select(NodeOf)]
            : [],
        node.TryGetProperty("attr", out var attributes)
            ? attributes.EnumerateObject().ToDictionary(a => a.Name, a => a.Value.Clone(), StringComparer.Ordinal)
            : []);

    // Without a signature the outputs are what nobody reads.
    private static List<(string Name, string Node)> ReadOutputs(JsonElement root, List<TfjsNode> nodes)
    {
        if (root.TryGetProperty("signature", out var signature) && signature.TryGetProperty("outputs", out var outputs))
        {
            return [.. outputs.EnumerateObject().Select(o => (o.Name, NodeOf(o.Value.GetProperty("name").GetString()!)))];
        }

        var read = nodes.SelectMany(n => n.Inputs).ToHashSet(StringComparer.Ordinal);
        return [.. nodes.Where(n => !read.Contains(n.Name)).Select(n => (n.Name, n.Name))];
    }

    private static Dictionary<string, TfjsWeight> ReadWeights(JsonElement manifest, string folder)
    {
        var weights = new Dictionary<string, TfjsWeight>(StringComparer.Ordinal);
        foreach (var group in manifest.EnumerateArray())
        {
            byte[] bytes = [.. group.GetProperty("paths").EnumerateArray().SelectMany(p => File.ReadAllBytes(Path.Combine(folder,
                p.GetString()!)))];
            var at = 0;
            foreach (var weight in group.GetProperty("weights").EnumerateArray())
            {
                var read = ReadWeight(weight, bytes, ref at);
                weights.Add(read.Name, read);
            }

            if (at != bytes.Length)
            {
                throw new ConversionException($"The weights have {bytes.Length} bytes where the model lists {at}.");
            }
        }

        return weights;
    }

    private static TfjsWeight ReadWeight(JsonElement weight, byte[] bytes, ref int at)
    {
        var name = weight.GetProperty("name").GetString()!;
        long[] shape = [.. weight.GetProperty("shape").EnumerateArray().Select(TfjsNode.Number)];
        var count = checked((int)shape.Aggregate(1L, (product, extent) => product * extent));
        var type = weight.GetProperty("dtype").GetString();
        var packed = weight.TryGetProperty("quantization", out var quantization);
        var stored = packed ? quantization.GetProperty("dtype").GetString() : type;
        var size = stored switch
        {
            "float32" or "int32" => 4,
            "float16" or "uint16" => 2,
            "uint8" or "bool" => 1,
            _ => throw new ConversionException($"The constant '{name}' is stored as {stored}, which is not known here."),
        };
        if (at + ((long)count * size) > bytes.Length)
        {
            throw new ConversionException($"The weights end before '{name}'.");
        }

        var span = bytes.AsSpan(at, count * size);
        at += span.Length;
        if (type != "float32")
        {
            return new TfjsWeight(name, shape, null,
                stored == "int32" ? [.. MemoryMarshal.Cast<byte, int>(span).ToArray().Select(v => (long)v)]
                    : [.. span.ToArray().Select(v => (long)v)]);
        }

        if (stored == "float32")
        {
            return new TfjsWeight(name, shape, MemoryMarshal.Cast<byte, float>(span).ToArray(), null);
        }

        if (stored == "float16")
        {
            return new TfjsWeight(name, shape, Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(span).ToArray(), half => (float)half),
                null);
        }

        var scale = quantization.GetProperty("scale").GetSingle();
        var least = quantization.GetProperty("min").GetSingle();
        var levels = stored == "uint8" ? Array.ConvertAll(span.ToArray(), v => (int)v) : Array.ConvertAll(MemoryMarshal.Cast<byte,
            ushort>(span).ToArray(), v => (int)v);
        return new TfjsWeight(name, shape, Array.ConvertAll(levels, v => (v * scale) + least), null);
    }
}
