using System.Diagnostics.CodeAnalysis;

namespace VideoTools;

/// <summary>
/// Builds records from named values as other programs hand them on: the row of a CSV file of any culture, the values of a JSON object, of
/// a deserialized or a live one. An empty text is no value.
/// </summary>
public static class RecordReader
{
    /// <summary>Reads a record.</summary>
    /// <param name="get">Gives the value of a column, null when there is none: a text, number, list, or an object as a dictionary.</param>
    /// <param name="record">The record; null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong, "its Score 'x' is not a number."; empty when the result is true.</param>
    public static bool TryRead<T>(Func<string, object?> get, [NotNullWhen(true)] out T? record, out string problem)
        where T : class
    {
        record = TryRead(typeof(T), get, out var read, out problem) ? (T)read! : null;
        return record is not null;
    }

    /// <summary>Reads a record of a type that is known at run time only.</summary>
    /// <param name="type">Type of the record.</param>
    /// <param name="get">Gives the value of a column, null when there is none.</param>
    /// <param name="record">The record; null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    public static bool TryRead(Type type, Func<string, object?> get, out object? record, out string problem)
    {
        ArgumentNullException.ThrowIfNull(get);
        record = null;
        problem = "";
        var schema = RecordSchema.Of(type);
        var values = new Dictionary<string, object?>(schema.Columns.Count);
        foreach (var column in schema.Columns.Where(c => !c.IsComputed))
        {
            try
            {
                if (Read(schema, column, get) is { } value)
                {
                    values[column.Name] = value;
                }
                else if (column.IsRequired)
                {
                    problem = $"it has no {column.Name}.";
                    return false;
                }
            }
            catch (FormatException exception)
            {
                problem = $"its {column.Name} {exception.Message}";
                return false;
            }
        }

        record = schema.Create(values);
        return true;
    }

    /// <summary>True when there is a value: neither null nor an empty text.</summary>
    public static bool IsPresent(object? value) => RecordValue.Plain(value) is not (null or "");

    private static object? Read(RecordSchema schema, RecordColumn column, Func<string, object?> get)
    {
        var value = get(column.Name);
        var seconds = column.Name + "Seconds";

        // What a shell prints for a moment depends on its culture; the number beside it does not.
        if (column.ValueType == typeof(DateTimeOffset) && !RecordText.IsMoment(value) && IsPresent(get(seconds)))
        {
            var number = (double)RecordValue.Convert(get(seconds)!, typeof(double));
            return Math.Abs(number) < 1e11 ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(number * 1000)) : null;
        }

        if (IsPresent(value))
        {
            return RecordValue.Convert(value!, column.Type);
        }

        if (column.ValueType == typeof(TimeSpan) && schema.Find(seconds) is not null && IsPresent(get(seconds)))
        {
            return RecordValue.Convert(get(seconds)!, typeof(TimeSpan));
        }

        if (column.ValueType == typeof(double) && TimeOf(schema, column) is { } time && IsPresent(get(time)))
        {
            return ((TimeSpan)RecordValue.Convert(get(time)!, typeof(TimeSpan))).TotalSeconds;
        }

        return column.Declaration.KnownBy is not { } known || !IsPresent(get(known)) ? null
            : column.ValueType == typeof(bool) ? true
            : RecordValue.EmptyList(column.Type);
    }

    // "StartSeconds" is "Start" as a number.
    private static string? TimeOf(RecordSchema schema, RecordColumn column) =>
        column.Name.EndsWith("Seconds", StringComparison.Ordinal) && schema.Find(column.Name[..^"Seconds".Length]) is { } time
            && time.ValueType == typeof(TimeSpan) ? time.Name : null;
}
