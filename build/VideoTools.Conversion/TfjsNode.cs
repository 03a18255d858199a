using System.Text;
using System.Text.Json;

namespace VideoTools.Conversion;

/// <summary>An operation of a tfjs graph.</summary>
/// <param name="Name">Its name, which is that of its output.</param>
/// <param name="Op">What it does.</param>
/// <param name="Inputs">Names of the nodes it reads.</param>
/// <param name="Attributes">Its attributes as they stand in the file.</param>
internal sealed record TfjsNode(string Name, string Op, IReadOnlyList<string> Inputs, IReadOnlyDictionary<string, JsonElement> Attributes)
{
    /// <summary>A word; the file holds it in base 64.</summary>
    public string Word(string name, string otherwise) =>
        Attributes.TryGetValue(name, out var value) && value.TryGetProperty("s", out var word) ? Decode(word) : otherwise;

    /// <summary>A list of words.</summary>
    public string[] Words(string name) =>
        List(name, "s") is { } words ? [.. words.EnumerateArray().Select(Decode)] : [];

    /// <summary>A list of whole numbers; the file holds them as texts.</summary>
    public long[] Numbers(string name) =>
        List(name, "i") is { } numbers ? [.. numbers.EnumerateArray().Select(Number)] : [];

    /// <summary>Yes or no; no where it is not said.</summary>
    public bool Flag(string name) => Attributes.TryGetValue(name, out var value) && value.TryGetProperty("b", out var flag)
        && flag.GetBoolean();

    /// <summary>The shape of a placeholder; an extent that is open is -1.</summary>
    public long[] Shape()
    {
        if (!Attributes.TryGetValue("shape", out var value) || !value.TryGetProperty("shape", out var shape)
            || !shape.TryGetProperty("dim", out var extents))
        {
            throw new ConversionException($"The input '{Name}' has no shape.");
        }

        return [.. extents.EnumerateArray().Select(extent => Number(extent.GetProperty("size")))];
    }

    internal static long Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? long.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
        : value.GetInt64();

    private JsonElement? List(string name, string kind) =>
        Attributes.TryGetValue(name, out var value) && value.TryGetProperty("list", out var list) && list.TryGetProperty(kind,
            out var items) ? items : null;

    private static string Decode(JsonElement word) => Encoding.UTF8.GetString(word.GetBytesFromBase64());
}
