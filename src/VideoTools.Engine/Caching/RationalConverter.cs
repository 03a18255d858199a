using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTools.Engine.Caching;

/// <summary>Writes a <see cref="Rational"/> as its text, "30000/1001".</summary>
internal sealed class RationalConverter : JsonConverter<Rational>
{
    /// <inheritdoc/>
    public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Rational.TryParse(reader.GetString(), out var value) ? value : throw new JsonException("Not a fraction.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options) =>
        writer.WriteStringValue(FormattableString.Invariant($"{value.Numerator}/{value.Denominator}"));
}
