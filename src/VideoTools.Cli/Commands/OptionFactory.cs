using System.Globalization;

namespace VideoTools.Cli.Commands;

/// <summary>Options whose values are read strictly, with errors that say what to write.</summary>
internal static class OptionFactory
{
    /// <summary>One name of an enum, in any case; null when not given.</summary>
    public static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var choices = string.Join('|', names).ToLowerInvariant();
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = choices,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (names.Contains(text, StringComparer.OrdinalIgnoreCase))
                {
                    return Enum.Parse<T>(text, ignoreCase: true);
                }

                result.AddError($"{name} '{text}' is not one of {choices}.");
                return null;
            },
        };
        option.CompletionSources.Add([.. names.Select(n => n.ToLowerInvariant())]);
        return option;
    }

    /// <summary>Seconds or hours:minutes:seconds; null when not given.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "seconds|h:mm:ss",
        CustomParser = result =>
        {
            if (TimeText.TryParse(result.Tokens[0].Value, out var time))
            {
                return time;
            }

            result.AddError(
                $"{name} '{result.Tokens[0].Value}' is not a time; write seconds (62.5) or hours:minutes:seconds (00:01:02.5).");
            return null;
        },
    };

    /// <summary>A finite number; null when not given.</summary>
    public static Option<double?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            if (NumberText.TryParse(result.Tokens[0].Value, out var number))
            {
                return number;
            }

            result.AddError($"{name} '{result.Tokens[0].Value}' is not a number; write for example 27.5.");
            return null;
        },
    };

    /// <summary>A whole number from a minimum on.</summary>
    public static Option<int> Whole(string name, int standard, int minimum, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} '{text}' is not a whole number of at least {minimum}."));
            return standard;
        },
    };

    /// <summary>A shape such as 9:16; null when not given.</summary>
    public static Option<AspectRatio?> Aspect(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "w:h",
        CustomParser = result =>
        {
            try
            {
                return AspectRatio.Parse(result.Tokens[0].Value);
            }
            catch (FormatException exception)
            {
                result.AddError(exception.Message);
                return null;
            }
        },
    };
}
