using System.Runtime.CompilerServices;

namespace VideoTools.Cli.Tests.Output;

/// <summary>Records whose properties all differ, so that a column that reads the wrong one is seen.</summary>
internal static class Samples
{
    public static object Distinct(Type type)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        var number = 0;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            number++;
            var target = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(record, target switch
            {
                _ when target == typeof(string) => "text" + number,
                _ when target == typeof(int) => number,
                _ when target == typeof(long) => (long)number,
                _ when target == typeof(double) => number + 0.5,
                _ when target == typeof(bool) => number % 2 == 0,
                _ when target == typeof(TimeSpan) => TimeSpan.FromSeconds(number),
                _ when target == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeSeconds(number),
                _ when target == typeof(ValueList<TemplateText>) =>
                    new ValueList<TemplateText>([new TemplateText(number, number + 1, "text", 0.9, 1, 2, TextZone.Top)]),
                _ when target == typeof(ValueList<TemplateSpeech>) => new ValueList<TemplateSpeech>([new TemplateSpeech(number, number + 1, "word")]),
                _ when target == typeof(Rational) => new Rational(number, 1000),
                _ when target == typeof(ValueList<double>) => new ValueList<double>([number, 0.5]),
                _ when target == typeof(ValueList<string>) => new ValueList<string>(["a" + number, "b"]),
                _ when target == typeof(ValueList<AudioTrack>) =>
                    new ValueList<AudioTrack>([new AudioTrack { Index = 0, Codec = "aac", Channels = 2, SampleRate = 48000, Language = "eng" }]),
                _ when target == typeof(ValueList<int>) => new ValueList<int>([number, 1]),
                _ when target == typeof(ValueList<TranscriptWord>) =>
                    new ValueList<TranscriptWord>([new TranscriptWord { Text = "word", StartSeconds = number, EndSeconds = number + 1 }]),
                _ when target == typeof(ValueList<TemplateText>) =>
                    new ValueList<TemplateText>([new TemplateText(number, number + 1, "sale", 0.9, 10, 20, TextZone.Bottom)]),
                _ when target == typeof(ValueList<TemplateSpeech>) =>
                    new ValueList<TemplateSpeech>([new TemplateSpeech(number, number + 1, "hello")]),
                _ when target == typeof(DateTime) => new DateTime(2026, 1, 2, 3, 4, number),
                _ when target.IsEnum => Enum.GetValues(target).GetValue(1),
                _ => throw new NotSupportedException(target.Name),
            });
        }

        return record;
    }
}
