using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTools.Engine.Caching;

/// <summary>Writes an <see cref="AspectRatio"/> as its text, "9:16".</summary>
internal sealed class AspectRatioConverter : JsonConverter<AspectRatio>
{
    /// <inheritdoc/>
    public override AspectRatio Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AspectRatio.Parse(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AspectRatio value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
