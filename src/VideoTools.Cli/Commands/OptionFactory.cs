using System.Globalization;

namespace VideoTools.Cli.Commands;

/// <summary>Options whose values are read strictly, with errors that say what to write.</summary>
internal static class OptionFactory
{
    /// <summary>True when it is given.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>Any text; null when not given.</summary>
    public static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>Any number of texts; null when not given.</summary>
    public static Option<string[]> Texts(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>One name of an enum, in any case; null when not given.</summary>
    public static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray();
        var choices = string.Join('|', names);
        var option = Parsed<T>(name, choices, description, TryParse, $"is not one of {choices}.");
        option.CompletionSources.Add(names);
        return option;

        bool TryParse(string? text, out T value) =>
            Enum.TryParse(text, ignoreCase: true, out value) && names.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What models run on: one device, or several in the order they are tried, separated by commas.</summary>
    public static Option<DeviceOrder> Devices(string description)
    {
        var names = Enum.GetNames<InferenceDevice>().Select(n => n.ToLowerInvariant()).ToArray();
        var choices = string.Join('|', names);
        var option = new Option<DeviceOrder>("--device")
        {
            Description = description + " Several are tried in their order, for example tensorrt,cuda.",
            HelpName = choices,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!DeviceOrder.TryParse(text, out var order))
                {
                    result.AddError($"--device '{text}' is not one of {choices}, or several of them separated by commas.");
                }

                return order;
            },
        };
        option.CompletionSources.Add(names);
        return option;
    }

    /// <summary>Seconds or hours:minutes:seconds; null when not given.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => Parsed<TimeSpan>(
        name,
        "seconds|h:mm:ss",
        description,
        TimeText.TryParse,
        "is not a time; write seconds (62.5) or hours:minutes:seconds (00:01:02.5).");

    /// <summary>A finite number; null when not given.</summary>
    public static Option<double?> Number(string name, string description) =>
        Parsed<double>(name, "number", description, NumberText.TryParse, "is not a number; write for example 27.5.");

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

    private static Option<T?> Parsed<T>(string name, string helpName, string description, Parser<T> parse, string problem)
        where T : struct => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (parse(text, out var value))
            {
                return value;
            }

            result.AddError($"{name} '{text}' {problem}");
            return null;
        },
    };

    private delegate bool Parser<T>(string text, out T value);
}
