// Rows of CSV files of niches or templates. Every property of VideoNiche is read from the column of its name, by its type: numbers in any
// culture, lists joined with ";", enums by name. Bound once by reflection, so that a new column of the record is read without a line here.
// A row of templates has Niche (a path) for Category, and a row without VideoId takes it from the file's name.
using System.Globalization;
using System.Reflection;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Niche.Input;

/// <summary>Reads flat rows.</summary>
internal static class FlatRow
{
    private static readonly (PropertyInfo Property, Type Type)[] Columns =
    [
        .. typeof(VideoNiche).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
            .Select(p => (p, Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)),
    ];

    /// <summary>Reads a row.</summary>
    /// <param name="get">Gives the value of a column, null when there is none.</param>
    /// <param name="video">The row; null when the result is false.</param>
    /// <param name="problem">What is wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out VideoNiche? video, out string problem)
    {
        ArgumentNullException.ThrowIfNull(get);
        video = null;
        var read = new VideoNiche { VideoId = "" };
        foreach (var (property, type) in Columns)
        {
            var value = get(property.Name);
            if (value is null or "")
            {
                continue;
            }

            if (Convert(value, type) is not { } converted)
            {
                problem = $"its {property.Name} '{value}' cannot be read.";
                return false;
            }

            // Nobody else has seen the record yet.
            property.SetValue(read, converted);
        }

        if (read.VideoId.Length == 0 && read.FullName is null)
        {
            problem = "it has neither VideoId nor FullName.";
            return false;
        }

        read = read.VideoId.Length > 0 ? read : read with { VideoId = VideoNames.GetVideoId(read.FullName!) };
        var path = get(nameof(VideoNiche.Category)) is null or "" ? get(nameof(VideoTemplate.Niche))?.ToString() : null;
        video = path is null ? read : NichePaths.WithPath(read, path);
        problem = "";
        return true;
    }

    private static object? Convert(object value, Type type)
    {
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        var text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            _ when type == typeof(double) => NumberText.TryParse(text, out var number) ? number : null,
            _ when type == typeof(int) => Whole(text) is { } whole and >= int.MinValue and <= int.MaxValue ? (int)whole : null,
            _ when type == typeof(long) => Whole(text),
            _ when type == typeof(ValueList<string>) => new ValueList<string>(text.Split(';')),
            _ when type == typeof(ValueList<double>) => Numbers(text),
            _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out var name) && Enum.IsDefined(type, name) ? name : null,
            _ => throw new NotSupportedException($"No column of type {type.Name} can be read."),
        };
    }

    // Numbers of views may be written with decimals by a spreadsheet ("12,0"), but never with a part of one.
    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : NumberText.TryParse(text, out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (long)number
        : null;

    private static ValueList<double>? Numbers(string text)
    {
        var numbers = new List<double>();
        foreach (var piece in text.Split(';'))
        {
            if (!NumberText.TryParse(piece, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return new ValueList<double>(numbers);
    }
}
