using System.CommandLine;
using VideoTools.Cli.Input;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Commands;

/// <summary>videotools measure: what the videos of each niche have in common; clusters; comparisons. Reads templates, decodes nothing.</summary>
internal sealed class MeasureCommand : EngineCommand
{
    private readonly Argument<string[]> _inputs;

    private readonly Option<string[]> _niche = new("--niche")
    {
        Description = "Only videos of this niche: a key of any level, or a path \"tech > coding\". May be given several times.",
        HelpName = "NICHE",
    };

    private readonly Option<int> _level = OptionFactory.Whole("--level", 1, 1, "Level of the taxonomy: 1 category, 2 subcategory, 3 micro-niche.");
    private readonly Option<bool> _cluster = new("--cluster") { Description = "Give groups of videos that are alike instead of niches." };
    private readonly Option<int> _clusters = OptionFactory.Whole("--clusters", 0, 1, "Number of groups; without it the silhouette chooses.");
    private readonly Option<string?> _compare = new("--compare")
    {
        Description = "Compare two niches (A,B), or one with all other videos (A).",
        HelpName = "A,B",
    };

    private readonly Option<string?> _engagement = new("--engagement")
    {
        Description = "Compare the top of a column (ViewCount, EngagementRate, ...) with the rest.",
        HelpName = "COLUMN",
    };

    private readonly Option<double?> _top = OptionFactory.Number("--top-percent", "Percent of the videos that are the top; 25 by default.");
    private readonly Option<bool> _recommend = new("--recommend") { Description = "Give the profile to imitate, of --niche or of the most frequent category." };
    private readonly Option<string?> _directory = new("--output-directory")
    {
        Description = "Write template_insights.json and video_classifications.csv there too.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _videos = new("--video-directory")
    {
        Description = "Directory that relative paths in the CSV file start from.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist." };

    public MeasureCommand(CliHost host)
        : base(host, "measure", "What the videos of each niche have in common, from their templates.")
    {
        _inputs = Inputs(
            "DIR|FILE|GLOB", "Template files (*_template.json), directories of them, and CSV files of templates or niches.", ArgumentArity.OneOrMore);
        Command.Arguments.Add(_inputs);
        foreach (var option in new Option[]
        {
            _niche, _level, _cluster, _clusters, _compare, _engagement, _top, _recommend, _directory, _videos, _force, Format,
        })
        {
            Command.Options.Add(option);
        }
    }

    /// <inheritdoc/>
    protected override int Execute(ParseResult parsed, IRecordWriter writer, MessageWriter messages)
    {
        var failures = 0;
        using var engine = Host.CreateEngine();
        var videos = Read(parsed, engine.Niches, Fail);
        foreach (var record in Answer(parsed, engine.Niches, videos, Fail, messages))
        {
            writer.Write(record);
        }

        return failures;

        void Fail(VideoError error)
        {
            failures++;
            messages.Error(error);
        }
    }

    private IEnumerable<object> Answer(
        ParseResult parsed, INicheAnalysis niches, List<VideoNiche> videos, Action<VideoError> fail, MessageWriter messages)
    {
        var level = parsed.GetValue(_level);
        var accumulator = niches.CreateAccumulator(level);
        videos.ForEach(video => accumulator.Add(video));
        var statistics = accumulator.GetAll(isFinal: true);
        if (parsed.GetValue(_directory) is { } directory)
        {
            Save(parsed, niches, videos, statistics, FullPath(directory), fail);
        }

        var count = parsed.GetValue(_clusters);
        if (parsed.GetValue(_compare) is not null || parsed.GetValue(_engagement) is not null)
        {
            return niches.Compare(videos, ComparisonOf(parsed));
        }

        if (parsed.GetValue(_recommend))
        {
            return Recommend(niches, videos, parsed.GetValue(_niche) is [var niche, ..] ? niche : null, messages);
        }

        return parsed.GetValue(_cluster) || count > 0
            ? niches.Cluster(videos, new NicheClusterOptions { ClusterCount = count > 0 ? count : null, Level = level })
            : statistics;
    }

    private static IEnumerable<object> Recommend(INicheAnalysis niches, List<VideoNiche> videos, string? niche, MessageWriter messages)
    {
        if (niches.Recommend(videos, niche) is not { } recommendation)
        {
            return [];
        }

        if (recommendation.IsFallback)
        {
            messages.Line($"warning: there is no video of the niche '{niche}'; the recommendation is about all videos.");
        }

        return [recommendation];
    }

    private NicheComparisonOptions ComparisonOf(ParseResult parsed)
    {
        var names = parsed.GetValue(_compare)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return names.Length <= 2 && names.All(n => n.Length > 0)
            ? new NicheComparisonOptions
            {
                Niche = names.ElementAtOrDefault(0),
                OtherNiche = names.ElementAtOrDefault(1),
                EngagementColumn = parsed.GetValue(_engagement),
                TopPercent = parsed.GetValue(_top) ?? new NicheComparisonOptions().TopPercent,
            }
            : throw new ArgumentException("--compare takes one or two niches, for example tech,finance.");
    }

    private List<VideoNiche> Read(ParseResult parsed, INicheAnalysis niches, Action<VideoError> fail)
    {
        var wanted = parsed.GetValue(_recommend) ? [] : parsed.GetValue(_niche) ?? [];
        var videos = new List<VideoNiche>();
        foreach (var file in parsed.GetValue(_inputs)!.SelectMany(input => Expand(input, niches, fail)))
        {
            Host.Stop.ThrowIfCancellationRequested();
            videos.AddRange(niches.ReadFile(file, fail).Where(v => wanted.Length == 0 || wanted.Any(n => niches.IsOf(v, n))));
        }

        return videos;
    }

    private IReadOnlyList<string> Expand(string input, INicheAnalysis niches, Action<VideoError> fail)
    {
        var path = FullPath(input);
        if (Directory.Exists(path))
        {
            var files = niches.FindTemplateFiles(path);
            if (files.Count == 0)
            {
                fail(new VideoError(
                    VideoErrorId.FileNotFound, path, $"'{path}' holds no *_template.json.", "Write some with: videotools template --output-directory."));
            }

            return files;
        }

        return GlobPattern.IsPattern(input) && !File.Exists(path) && GlobPattern.Match(input, Host.WorkingDirectory) is { Count: > 0 } matches
            ? matches
            : [path];
    }

    private void Save(
        ParseResult parsed, INicheAnalysis niches, List<VideoNiche> videos, IReadOnlyList<NicheStatistic> statistics, string directory, Action<VideoError> fail)
    {
        try
        {
            niches.Save(videos, statistics, new NicheOutputOptions
            {
                Directory = directory,
                VideoDirectory = parsed.GetValue(_videos) is { } root ? FullPath(root) : null,
                Force = parsed.GetValue(_force),
            });
        }
        catch (VideoToolsException exception)
        {
            fail(exception.Error);
        }
    }
}
