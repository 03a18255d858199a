// What a row may hold for a column: the value itself, its text in any culture, a number, what ConvertTo-Json or CLIXML make of it (an enum
// as a number, a TimeSpan as an object with Ticks, a fraction as an object with its parts, a nested record as an object), or JSON.
// Lists are lists of any of these, or one text joined with ";".
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace VideoTools;

/// <summary>Turns plain values into values of columns.</summary>
internal static class RecordValue
{
    /// <summary>The value inside of JSON: text, number, truth, list or object by name; anything else as it is.</summary>
    public static object? Plain(object? value) => value is not JsonElement json ? value : json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,

        // Zero as a double keeps its sign.
        JsonValueKind.Number => json.TryGetInt64(out var whole) && whole != 0 ? (object)whole : json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Cast<object?>().ToArray(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value),
        _ => null,
    };

    /// <summary>The type of a list's values; null for other types.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var item] && typeof(IEnumerable).IsAssignableFrom(type) ? item
        : null;

    /// <summary>True for records and for structs that no text stands for: their columns are written one by one.</summary>
    public static bool IsNested(Type type) =>
        type != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(type) && !typeof(IFormattable).IsAssignableFrom(type)
        && !type.IsPrimitive && type != typeof(ReadOnlyMemory<byte>) && (type.IsClass || RecordText.ParserOf(type) is null);

    /// <summary>A list without values.</summary>
    public static object EmptyList(Type type) => List(type, ItemOf(type)!, []);

    /// <summary>Converts a value.</summary>
    /// <param name="value">Not null.</param>
    /// <param name="type">Type of the column.</param>
    /// <returns>A value of that type.</returns>
    /// <exception cref="FormatException">The value is none; the message goes on from the column's name: "'x' is not a
    /// number.".</exception>
    public static object Convert(object value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is JsonElement { ValueKind: JsonValueKind.Object } json && IsNested(type))
        {
            return RecordJson.Read(json, type);
        }

        var plain = Plain(value) ?? throw new FormatException("holds null.");
        return type.IsInstanceOfType(plain) ? plain
            : ItemOf(type) is { } item ? ConvertList(plain, type, item)
            : plain is string text ? ConvertText(text, type)
            : Fields(plain) is { } fields ? ConvertFields(fields, type)
            : ConvertScalar(plain, type) ?? throw new FormatException(Refusal(plain, type));
    }

    /// <summary>The number that a value is; null for others and for texts.</summary>
    private static double? Number(object value) =>
        value is double or float or decimal or long or int or short or sbyte or ulong or uint or ushort or byte
            ? System.Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : null;

    private static object ConvertText(string text, Type type)
    {
        if (type == typeof(ReadOnlyMemory<byte>))
        {
            return new ReadOnlyMemory<byte>(System.Convert.FromBase64String(text));
        }

        return RecordText.Parse(text, type) ?? throw new FormatException(Refusal(text, type));
    }

    private static object? ConvertScalar(object value, Type type) => type switch
    {
        _ when type == typeof(string) => value is IEnumerable ? null : RecordText.Format(value),
        _ when type == typeof(double) => Number(value),
        _ when type == typeof(long) => value is int or short or byte ? System.Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : Number(value) is { } number && number == Math.Floor(number) && Math.Abs(number) < 9e15 ? (long)number : null,
        _ when type == typeof(int) => Number(value) is >= int.MinValue and <= int.MaxValue and var number && number == Math.Floor(number)
            ? (int)number
            : null,
        _ when type == typeof(TimeSpan) => Number(value) is { } seconds && TimeText.TryFromSeconds(seconds, out var time) ? time : null,
        _ when type == typeof(DateTime) => value is DateTimeOffset moment ? moment.LocalDateTime : null,

        // ConvertFrom-Json turns ISO 8601 into a DateTime.
        _ when type == typeof(DateTimeOffset) => value is DateTime local
            ? new DateTimeOffset(local.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(local, DateTimeKind.Utc) : local)
            : null,
        _ when type.IsEnum => Number(value) is { } number && Enum.ToObject(type, (int)number) is var name && Enum.IsDefined(type, name)
            ? name
            : null,
        _ => null,
    };

    private static object ConvertFields(Func<string, object?> fields, Type type)
    {
        // All that a TimeSpan shows of itself follows from this.
        if (type == typeof(TimeSpan) && fields("Ticks") is { } ticks)
        {
            return new TimeSpan((long)Convert(ticks, typeof(long)));
        }

        if (type == typeof(string) || typeof(IFormattable).IsAssignableFrom(type) || type.IsPrimitive)
        {
            throw new FormatException(Refusal("object", type));
        }

        try
        {
            return RecordReader.TryRead(type, fields, out var record, out var problem)
                ? record!
                : throw new FormatException($"is incomplete: {problem}");
        }
        catch (TargetInvocationException exception)
        {
            throw new FormatException($"is not possible: {exception.InnerException?.Message}", exception);
        }
    }

    private static object ConvertList(object value, Type type, Type item)
    {
        var values = value is string text ? RecordText.Split(text, item)
            : value is IEnumerable list and not IDictionary ? list.Cast<object?>()
            : [value];
        object?[] converted = [.. values.Select(v => Plain(v) is null && item == typeof(double) ? double.NaN : Convert(v ?? "", item))];
        return List(type, item, converted);
    }

    private static object List(Type type, Type item, object?[] values)
    {
        var array = Array.CreateInstance(item, values.Length);
        Array.Copy(values, array, values.Length);
        return type.IsInstanceOfType(array) ? array : Activator.CreateInstance(type, array)!;
    }

    /// <summary>Gives the fields of an object by name; null for what is none.</summary>
    private static Func<string, object?>? Fields(object value) => value switch
    {
        IReadOnlyDictionary<string, object?> row => name => row.GetValueOrDefault(name),
        IDictionary table => name => table[name],
        _ => null,
    };

    private static string Refusal(object value, Type type)
    {
        var text = RecordText.Format(value);
        return type switch
        {
            _ when type == typeof(bool) => $"'{text}' is neither True nor False.",
            _ when type == typeof(int) || type == typeof(long) => NumberText.TryParse(text, out var number)
                ? number == Math.Floor(number) ? "is too large." : "is not a whole number."
                : $"'{text}' is not a number.",
            _ when type == typeof(double) => $"'{text}' is not a number.",
            _ when type == typeof(TimeSpan) || type == typeof(DateTime) || type == typeof(DateTimeOffset) => $"'{text}' is not a time.",
            _ when type.IsEnum => $"'{text}' is not known.",
            _ => $"'{text}' cannot be read.",
        };
    }
}
