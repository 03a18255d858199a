namespace VideoTools.Cli.Commands;

/// <summary>videotools measure: what the videos of each niche have in common, from templates; clusters; comparisons.</summary>
internal sealed class MeasureCommand : EngineCommand
{
    private readonly Argument<string[]> _inputs;

    private readonly Option<string[]> _niche = OptionFactory.Texts(
        "--niche", "NICHE", "Only videos of this niche: a key of any level, or a path \"tech > coding\". May be given several times.");

    private readonly Option<int> _level = OptionFactory.Whole(
        "--level", 1, 1, "Level of the taxonomy: 1 category, 2 subcategory, 3 micro-niche.");
    private readonly Option<bool> _cluster = new("--cluster") { Description = "Give groups of videos that are alike instead of niches." };
    private readonly Option<int> _clusters = OptionFactory.Whole(
        "--clusters", 0, 1, "Number of groups; without it the silhouette chooses.");
    private readonly Option<string?> _compare =
        OptionFactory.Text("--compare", "A,B", "Compare two niches (A,B), or one with all other videos (A).");

    private readonly Option<string?> _engagement =
        OptionFactory.Text("--engagement", "COLUMN", "Compare the top of a column (ViewCount, EngagementRate, ...) with the rest.");

    private readonly Option<double?> _top =
        OptionFactory.Number("--top-percent", "Percent of the videos that are the top; 25 by default.");
    private readonly Option<bool> _recommend =
        OptionFactory.Flag("--recommend", "Give the profile to imitate, of --niche or of the most frequent category.");

    private readonly Option<string?> _directory =
        OptionFactory.Text("--output-directory", "DIR", "Write template_insights.json and video_classifications.csv there too.");

    private readonly Option<string?> _videos =
        OptionFactory.Text("--video-directory", "DIR", "Directory that relative paths in the CSV file start from.");

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist." };

    public MeasureCommand(CliHost host)
        : base(host, "measure", "What the videos of each niche have in common, from their templates.")
    {
        _inputs = Inputs(
            "DIR|FILE|GLOB",
            "Template files (*_template.json), directories of them, and CSV files of templates or niches.",
            ArgumentArity.OneOrMore);
        AddOptions(_niche, _level, _cluster, _clusters, _compare, _engagement, _top, _recommend, _directory, _videos, _force, Format);
    }

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var videos = Read(parsed, run);
        foreach (var record in Answer(parsed, run, videos))
        {
            run.Write(record);
        }
    }

    private List<VideoNiche> Read(ParseResult parsed, CommandRun run)
    {
        var niches = run.Engine.Niches;
        var wanted = parsed.GetValue(_recommend) ? [] : parsed.GetValue(_niche) ?? [];
        var videos = new List<VideoNiche>();
        var others = new List<VideoNiche>();
        foreach (var video in ExpandPatterns(parsed.GetValue(_inputs), run).SelectMany(path => niches.Input.Read(path, run.Fail)))
        {
            run.Stop.ThrowIfCancellationRequested();
            if (wanted.Length == 0 || wanted.Any(n => niches.IsOf(video, n)))
            {
                videos.Add(video);
            }
            else
            {
                others.Add(video);
            }
        }

        foreach (var problem in wanted.Select(niche => niches.Check(niche, videos.Concat(others))).OfType<VideoError>())
        {
            if (videos.Count + others.Count > 0)
            {
                run.Fail(problem);
            }
        }

        return videos;
    }

    private IEnumerable<object> Answer(ParseResult parsed, CommandRun run, List<VideoNiche> videos)
    {
        var niches = run.Engine.Niches;
        var level = parsed.GetValue(_level);
        var accumulator = niches.CreateAccumulator(level);
        videos.ForEach(video => accumulator.Add(video));
        var statistics = accumulator.GetAll(isFinal: true);
        if (FullPath(parsed.GetValue(_directory)) is { } directory)
        {
            var options = new NicheOutputOptions
            {
                Directory = directory,
                VideoDirectory = FullPath(parsed.GetValue(_videos)),
                Force = parsed.GetValue(_force),
            };
            run.Try(() => niches.Output.Save(videos, statistics, options));
        }

        if (parsed.GetValue(_compare) is not null || parsed.GetValue(_engagement) is not null)
        {
            return Compare(run, videos, ComparisonOf(parsed));
        }

        if (parsed.GetValue(_recommend))
        {
            return Recommend(run, videos, parsed.GetValue(_niche) is [var niche, ..] ? niche : null);
        }

        var count = parsed.GetValue(_clusters);
        return parsed.GetValue(_cluster) || count > 0
            ? niches.Cluster(videos, new NicheClusterOptions { ClusterCount = count > 0 ? count : null, Level = level })
            : statistics;
    }

    private static IEnumerable<object> Recommend(CommandRun run, List<VideoNiche> videos, string? niche)
    {
        NicheRecommendation? recommendation = null;
        run.Try(() => recommendation = run.Engine.Niches.Recommend(videos, niche));
        return recommendation is null ? [] : [recommendation];
    }

    private static IReadOnlyList<NicheComparison> Compare(CommandRun run, List<VideoNiche> videos, NicheComparisonOptions options)
    {
        IReadOnlyList<NicheComparison> comparisons = [];
        run.Try(() => comparisons = run.Engine.Niches.Compare(videos, options));
        return comparisons;
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
}
