using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoTools.Conversion.Tests;

/// <summary>A small tfjs graph, converted and run by the runtime.</summary>
internal sealed class ConvertedGraph
{
    private readonly List<TfjsNode> _nodes = [];
    private readonly Dictionary<string, TfjsWeight> _weights = new(StringComparer.Ordinal);

    public ConvertedGraph Input(params long[] shape)
    {
        var extents = string.Join(',', shape.Select(e => $$"""{"size":"{{e.ToString(CultureInfo.InvariantCulture)}}"}"""));
        _nodes.Add(new TfjsNode("input", "Placeholder", [], new Dictionary<string, JsonElement>
        {
            ["shape"] = Json($$$"""{"shape":{"dim":[{{{extents}}}]}}"""),
        }));
        return this;
    }

    public ConvertedGraph Weight(string name, long[] shape, params float[] values)
    {
        _weights.Add(name, new TfjsWeight(name, shape, values, null));
        return this;
    }

    public ConvertedGraph Numbers(string name, params long[] values)
    {
        _weights.Add(name, new TfjsWeight(name, [values.Length], null, values));
        return this;
    }

    /// <summary>Attributes are texts: words, lists of words or numbers separated by commas, true or false.</summary>
    public ConvertedGraph Node(string name, string op, string[] inputs, params (string Name, string Value)[] attributes)
    {
        _nodes.Add(new TfjsNode(name, op, inputs, attributes.ToDictionary(a => a.Name, a => Attribute(a.Name, a.Value), StringComparer.Ordinal)));
        return this;
    }

    public byte[] ToOnnx(string output) => new GraphConverter(new TfjsModel(_nodes, _weights, [("output", output)])).Convert("test");

    public (float[] Values, long[] Shape) Run(string output, float[] input, params long[] shape) =>
        Runtime.Run(ToOnnx(output), input, shape, outputs => (outputs[0].Floats.ToArray(), outputs[0].Shape));

    private static JsonElement Attribute(string name, string value) => value switch
    {
        "true" or "false" => Json($$"""{"b":{{value}}}"""),
        _ when name is "padding" or "data_format" => Json($$"""{"s":"{{Base64(value)}}"}"""),
        _ when name is "fused_ops" => Json($$$"""{"list":{"s":[{{{string.Join(',', value.Split(',').Select(v => $"\"{Base64(v)}\""))}}}]}}"""),
        _ => Json($$$"""{"list":{"i":[{{{string.Join(',', value.Split(',').Select(v => $"\"{v}\""))}}}]}}"""),
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
