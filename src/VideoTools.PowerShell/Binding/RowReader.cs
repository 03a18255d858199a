using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Reads named values of a row, as they stand in a CSV file of any culture, and remembers the first that is missing or wrong.</summary>
/// <param name="get">Gives the value of a property, null when there is none.</param>
internal sealed class RowReader(Func<string, object?> get)
{
    /// <summary>What is wrong; empty while nothing is.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => OptionalText(name) ?? Fail($"it has no {name}.", "");

    /// <summary>A text, null when there is none.</summary>
    public string? OptionalText(string name) =>
        FlexibleValue.Unwrap(get(name))?.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A number; 0 for an optional one that is not there.</summary>
    public double Number(string name, bool optional = false)
    {
        var value = FlexibleValue.Unwrap(get(name));
        if (value is null or "")
        {
            return optional ? 0 : Fail($"it has no {name}.", 0);
        }

        return FlexibleValue.TryGetNumber(value, out var number) ? number : Fail($"its {name} '{value}' is not a number.", 0);
    }

    /// <summary>A number, null when there is none.</summary>
    public double? OptionalNumber(string name) => FlexibleValue.Unwrap(get(name)) is null or "" ? null : Number(name);

    /// <summary>A whole number; 0 for an optional one that is not there.</summary>
    public int Whole(string name, bool optional = false)
    {
        var number = Number(name, optional);
        return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : Fail($"its {name} is not a whole number.", 0);
    }

    /// <summary>A whole number, null when there is none.</summary>
    public long? OptionalCount(string name)
    {
        var number = OptionalNumber(name);
        return number is null || (number == Math.Floor(number.Value) && Math.Abs(number.Value) < 9e15)
            ? (long?)number
            : Fail<long?>($"its {name} is not a whole number.", null);
    }

    /// <summary>A whole number that fits 32 bits, null when there is none.</summary>
    public int? OptionalWhole(string name) => OptionalCount(name) is not { } count
        ? null
        : Math.Abs(count) <= int.MaxValue ? (int)count : Fail<int?>($"its {name} is too large.", null);

    /// <summary>True or False in any case, null when there is none.</summary>
    public bool? OptionalTruth(string name) => FlexibleValue.Unwrap(get(name)) switch
    {
        null or "" => null,
        bool truth => truth,
        string text when bool.TryParse(text, out var truth) => truth,
        var value => Fail<bool?>($"its {name} '{value}' is neither True nor False.", null),
    };

    /// <summary>A list of texts as it is, or joined with ";"; null when there is none.</summary>
    public ValueList<string>? OptionalTexts(string name) => FlexibleValue.Unwrap(get(name)) switch
    {
        null or "" => null,
        string text => new ValueList<string>(text.Split(';')),
        IEnumerable list => new ValueList<string>(list.Cast<object?>().Select(item => FlexibleValue.Unwrap(item)?.ToString() ?? "")),
        var value => new ValueList<string>([value.ToString() ?? ""]),
    };

    /// <summary>A list of numbers as it is, or joined with ";"; null when there is none.</summary>
    public ValueList<double>? OptionalNumbers(string name)
    {
        if (FlexibleValue.Unwrap(get(name)) is not { } value || value is "")
        {
            return null;
        }

        var items = value is string text ? text.Split(';') : value is IEnumerable list ? list.Cast<object?>() : [value];
        var numbers = new List<double>();
        foreach (var item in items)
        {
            numbers.Add(FlexibleValue.TryGetNumber(item, out var number) ? number : Fail($"its {name} '{item}' is not a number.", 0.0));
        }

        return new ValueList<double>(numbers);
    }

    /// <summary>A time; zero when there is none.</summary>
    public TimeSpan Time(string name)
    {
        var value = FlexibleValue.Unwrap(get(name));
        return value switch
        {
            null or "" => TimeSpan.Zero,
            TimeSpan time => time,
            string text when TimeText.TryParse(text, out var parsed) => parsed,
            _ when FlexibleValue.TryGetNumber(value, out var seconds) && TimeText.TryFromSeconds(seconds, out var time) => time,
            _ => Fail($"its {name} '{value}' is not a time.", TimeSpan.Zero),
        };
    }

    /// <summary>One name of an enum in any case; null when there is none.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : Fail<T?>($"its {name} '{text}' is not known.", null);
    }

    private T Fail<T>(string problem, T value)
    {
        Problem = Problem.Length == 0 ? problem : Problem;
        return value;
    }
}
