using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace VideoTools.Core.Tests.Schema;

/// <summary>Records and options of every type, with another value in every property: what is lost or swapped on the way shows.</summary>
public static class SampleRecords
{
    /// <summary>The types whose records users see.</summary>
    public static IReadOnlyList<Type> RecordTypes { get; } =
    [
        .. typeof(VideoInfo).Assembly.GetExportedTypes().Where(t => t is { Namespace: "VideoTools", IsClass: true, IsAbstract: false }
            && typeof(IEquatable<>).MakeGenericType(t).IsAssignableFrom(t)
            && !t.Name.EndsWith("Options", StringComparison.Ordinal) && !t.Name.EndsWith("Request", StringComparison.Ordinal)
            && !t.Name.EndsWith("Event", StringComparison.Ordinal)
            && !new[] { "VideoError", "VideoInput", "VideoProgress", "FileProgress", "NicheEvidence", "ReportData", "VideoStill", "CropChoice", "PersonGroups", "VideoSignature" }
                .Contains(t.Name)),
    ];

    /// <summary>The types of options.</summary>
    public static IReadOnlyList<Type> OptionTypes { get; } =
        [.. typeof(VideoInfo).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Options", StringComparison.Ordinal))];

    /// <summary>A record of a type.</summary>
    public static object Of(Type type)
    {
        var number = 0;
        return Of(type, ref number);
    }

    /// <summary>Every value of a record by its path, nested ones and those of lists included.</summary>
    public static IEnumerable<(string Path, object? Value)> Values(object record, string path = "")
    {
        foreach (var property in Properties(record.GetType()))
        {
            foreach (var value in Flat(property.GetValue(record), path + property.Name))
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<(string Path, object? Value)> Flat(object? value, string path) => value switch
    {
        null or string => [(path, value)],
        IEnumerable list =>
            [(path + ".Count", list.Cast<object?>().Count()), .. list.Cast<object?>().SelectMany((v, i) => Flat(v, $"{path}[{i}]"))],
        _ when value.GetType().IsClass => Values(value, path + "."),
        _ => [(path, value)],
    };

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(NoColumnAttribute)));

    private static object Of(Type type, ref int number)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Properties(type).Where(p => p.CanWrite).OrderBy(p => p.MetadataToken))
        {
            property.SetValue(record, Value(property.PropertyType, property.Name, ref number));
        }

        return record;
    }

    private static object Value(Type type, string name, ref int number)
    {
        number++;
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target != typeof(string) && target.IsGenericType && target.GetGenericArguments() is [var item])
        {
            var array = Array.CreateInstance(item, 2);
            array.SetValue(Value(item, name, ref number), 0);
            array.SetValue(Value(item, name, ref number), 1);
            return target.IsInstanceOfType(array) ? array : Activator.CreateInstance(target, array)!;
        }

        return target switch
        {
            _ when target == typeof(string) => $"text {number}, \"ü\"",
            _ when target == typeof(bool) => true,
            _ when target == typeof(int) => number,
            _ when target == typeof(long) => 3_000_000_000L + number,
            _ when target == typeof(double) && name.EndsWith("Seconds", StringComparison.Ordinal) => number + 0.25,
            _ when target == typeof(double) => number + (1 / 3.0),
            _ when target == typeof(TimeSpan) => TimeSpan.FromTicks((number * TimeSpan.TicksPerSecond) + 2_345_678),
            _ when target == typeof(DateTime) => new DateTime(2024, 2, 29, 13, 14, number % 60),
            _ when target == typeof(DateTimeOffset) => new DateTimeOffset(2024, 2, 29, 13, 14, number % 60, 250, TimeSpan.Zero),
            _ when target == typeof(Rational) => new Rational(24000 + number, 1001),
            _ when target == typeof(DeviceOrder) => DeviceOrder.From(InferenceDevice.Cuda),
            _ when target == typeof(AspectRatio) => new AspectRatio(number, 16),
            _ when target.IsEnum => Enum.GetValues(target).GetValue(1)!,
            _ when target.IsClass => Of(target, ref number),
            _ => throw new NotSupportedException(target.Name),
        };
    }
}
