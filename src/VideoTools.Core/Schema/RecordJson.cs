using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace VideoTools;

/// <summary>
/// Records and options as JSON, every column in its order: numbers as numbers (null where they are not finite), times in TimeSpan's "c"
/// form, enums by name, fractions as text, lists as arrays, nested records as objects.
/// </summary>
public static class RecordJson
{
    /// <summary>Writes a record as an object.</summary>
    public static void Write(Utf8JsonWriter json, object record)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(record);
        json.WriteStartObject();
        WriteColumns(json, record);
        json.WriteEndObject();
    }

    /// <summary>Writes what stands in the object of a record.</summary>
    public static void WriteColumns(Utf8JsonWriter json, object record)
    {
        foreach (var column in RecordSchema.Of(record.GetType()).Columns)
        {
            json.WritePropertyName(column.Name);
            WriteValue(json, column.Get(record));
        }
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote. A column that is not there keeps its default; keys that are no column are passed over.
    /// </summary>
    /// <param name="json">An object.</param>
    /// <param name="type">Type of the record.</param>
    /// <exception cref="JsonException">It is no object of this type.</exception>
    public static object Read(JsonElement json, Type type)
    {
        var schema = RecordSchema.Of(type);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"A {type.Name} is no object.");
        }

        var values = new Dictionary<string, object?>(schema.Columns.Count);
        foreach (var column in schema.Columns.Where(c => !c.IsComputed))
        {
            if (json.TryGetProperty(column.Name, out var value))
            {
                values[column.Name] = ReadValue(column, value);
            }
            else if (column.IsRequired)
            {
                throw new JsonException($"A {type.Name} has no {column.Name}.");
            }
        }

        return schema.Create(values);
    }

    private static object? ReadValue(RecordColumn column, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return column.Type == typeof(double) ? double.NaN
                : !column.TakesNull ? throw new JsonException($"Its {column.Name} is null.")
                : null;
        }

        try
        {
            return RecordValue.Convert(value, column.Type);
        }
        catch (FormatException exception)
        {
            throw new JsonException($"Its {column.Name} {exception.Message}", exception);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
            case double number when !double.IsFinite(number):
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case TimeSpan time:
                json.WriteStringValue(time.ToString("c", CultureInfo.InvariantCulture));
                break;
            case ReadOnlyMemory<byte> bytes:
                json.WriteBase64StringValue(bytes.Span);
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                if (RecordValue.IsNested(value.GetType()))
                {
                    Write(json, value);
                }
                else
                {
                    json.WriteStringValue(RecordText.Format(value));
                }

                break;
        }
    }
}
