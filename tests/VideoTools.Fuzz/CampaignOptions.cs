using System.Globalization;

namespace VideoTools.Fuzz;

/// <summary>How long a campaign is, and with what.</summary>
internal sealed record CampaignOptions
{
    public const string Usage = """
        usage: VideoTools.Fuzz [--mutants N] [--minutes N] [--seed S] [--ffmpeg DIR] [--work DIR] [--report FILE] [--time-limit SECONDS] [--only NUMBER]
          --mutants N      files to make and try; 1000 unless --minutes is given
          --minutes N      go on for so long; with --mutants, whichever ends first
          --seed S         another campaign: the same seed makes the same files; 1 unless given
          --ffmpeg DIR     folder of ffmpeg and ffprobe; otherwise VIDEOTOOLS_FFMPEG, otherwise PATH
          --work DIR       where files are made; a folder of its own in the temporary folder unless given. What failed stays there
          --report FILE    write the table as Markdown, too
          --time-limit S   seconds after which a file counts as a hang; 60 unless given
          --only NUMBER    make and try the mutant of this number alone, and keep it
        """;

    /// <summary>Mutants to try; long.MaxValue where only the time ends it.</summary>
    public long Mutants { get; init; } = 1000;

    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    public ulong Seed { get; init; } = 1;

    public string? FfmpegDirectory { get; init; }

    public string? WorkDirectory { get; init; }

    public string? Report { get; init; }

    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The one mutant to try; null for all.</summary>
    public long? Only { get; init; }

    public static CampaignOptions? Parse(string[] arguments, out string problem)
    {
        var options = new CampaignOptions();
        var hasMutants = false;
        problem = "";
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var isNumber = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 0;
            switch (arguments[i])
            {
                case "--mutants" when isNumber:
                    options = options with { Mutants = (long)number };
                    hasMutants = true;
                    break;
                case "--minutes" when isNumber:
                    options = options with { Time = TimeSpan.FromMinutes(number) };
                    break;
                case "--seed" when isNumber:
                    options = options with { Seed = (ulong)number };
                    break;
                case "--time-limit" when isNumber:
                    options = options with { TimeLimit = TimeSpan.FromSeconds(number) };
                    break;
                case "--only" when isNumber:
                    options = options with { Only = (long)number };
                    break;
                case "--ffmpeg" when value.Length > 0:
                    options = options with { FfmpegDirectory = Path.GetFullPath(value) };
                    break;
                case "--work" when value.Length > 0:
                    options = options with { WorkDirectory = Path.GetFullPath(value) };
                    break;
                case "--report" when value.Length > 0:
                    options = options with { Report = Path.GetFullPath(value) };
                    break;
                default:
                    problem = $"fuzz: '{arguments[i]}' is no option, or lacks its value.";
                    return null;
            }
        }

        return options.Time < TimeSpan.MaxValue && !hasMutants ? options with { Mutants = long.MaxValue } : options;
    }
}
