using System.Runtime.CompilerServices;

namespace VideoTools.Engine.Tests.Caching;

/// <summary>Records whose properties are all set and all different.</summary>
internal static class SampleRecords
{
    public static readonly Type[] Types = [typeof(VideoScene), typeof(CropPosition), typeof(VideoText), typeof(TranscriptSegment), typeof(VideoTemplate)];

    public static object Of(Type type)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        var number = 0;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            number++;
            property.SetValue(record, Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, number));
        }

        return record;
    }

    public static string Describe(object record) => string.Join('\n', record.GetType().GetProperties().Where(p => p.CanWrite)
        .Select(p => FormattableString.Invariant($"{p.Name}={p.GetValue(record)}")));

    private static object Value(Type type, int number) => type switch
    {
        _ when type == typeof(string) => "t\"ä\n" + number,
        _ when type == typeof(int) => number,
        _ when type == typeof(long) => (long)number << 33,
        _ when type == typeof(double) => number + (1.0 / 3),
        _ when type == typeof(bool) => true,
        _ when type == typeof(TimeSpan) => TimeSpan.FromTicks(number + 12_345_678_901),
        _ when type == typeof(Rational) => new Rational(30_000 + number, 1001),
        _ when type == typeof(ValueList<double>) => new ValueList<double>([number, 0.1]),
        _ when type == typeof(ValueList<int>) => new ValueList<int>([number, -1]),
        _ when type == typeof(ValueList<string>) => new ValueList<string>(["a;" + number, "ü"]),
        _ when type == typeof(ValueList<TranscriptWord>) =>
            new ValueList<TranscriptWord>([new TranscriptWord { Text = "w", StartSeconds = number, EndSeconds = number + 0.25, Probability = 0.5 }]),
        _ when type == typeof(ValueList<TemplateText>) => new ValueList<TemplateText>([new TemplateText(1, 2, "x", 0.75, 3, 4, TextZone.Middle)]),
        _ when type == typeof(ValueList<TemplateSpeech>) => new ValueList<TemplateSpeech>([new TemplateSpeech(1, 2, "x")]),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
        _ => throw new NotSupportedException(type.Name),
    };
}
