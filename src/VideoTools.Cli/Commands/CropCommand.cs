using System.CommandLine;

namespace VideoTools.Cli.Commands;

/// <summary>videotools crop: measures crop positions, or chooses the best of them.</summary>
internal sealed class CropCommand : VideoCommand
{
    private static readonly CropOptions Defaults = new();
    private static readonly CandidateOptions CandidateDefaults = new();

    private readonly Option<AspectRatio?> _aspect = OptionFactory.Aspect("--aspect", $"Shape of the crop; {Defaults.Aspect} by default.");
    private readonly Option<int> _grid = OptionFactory.Whole("--grid", Defaults.Grid, 1, "Positions along each axis the crop can move on.");
    private readonly Option<double?> _scale = OptionFactory.Number("--scale", "Size in proportion to the largest crop; 0.75 by default.");
    private readonly Option<TimeSpan?> _from = OptionFactory.Time("--from", "Start of the range to measure.");
    private readonly Option<TimeSpan?> _to = OptionFactory.Time("--to", "End of the range to measure.");
    private readonly Option<int[]> _scene = new("--scene")
    {
        Description = "Numbers of the scenes to measure, each by itself; the first is 1.",
        HelpName = "number",
    };

    private readonly Option<bool> _candidates = new("--candidates") { Description = "Give the positions worth choosing, best first." };

    private readonly Option<int> _maximum = OptionFactory.Whole(
        "--maximum-count", CandidateDefaults.MaximumCount, 1, "Most candidates a file gets.");

    private readonly Option<int> _top = OptionFactory.Whole(
        "--top-per-strategy", CandidateDefaults.TopPerStrategy, 1, "Positions each strategy may propose.");

    private readonly Option<string[]> _strategy = new("--strategy")
    {
        Description = "Strategies that may propose candidates; all by default.",
        HelpName = "name",
    };

    public CropCommand(CliHost host)
        : base(host, "crop", "Measure crop positions of video files; with --candidates choose the best.")
    {
        foreach (var option in new Option[] { _aspect, _grid, _scale, _from, _to, _scene, _candidates, _strategy, _maximum, _top })
        {
            Command.Options.Add(option);
        }

        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override SessionRunner Execute(CommandContext context)
    {
        var parsed = context.Parsed;
        var request = new AnalysisRequest(new CropOptions
        {
            Aspect = parsed.GetValue(_aspect) ?? Defaults.Aspect,
            Grid = parsed.GetValue(_grid),
            Scale = parsed.GetValue(_scale) ?? Defaults.Scale,
        }) { Engine = context.Options };
        var scenes = (parsed.GetValue(_scene) ?? []).Select(number => (int?)number).DefaultIfEmpty(null).ToArray();
        if (Array.Exists(scenes, number => number < 1))
        {
            throw new ArgumentException("Scene numbers start at 1.");
        }

        var inputs = context.Files.SelectMany(
            _ => scenes, (file, scene) => new VideoInput(file, parsed.GetValue(_from), parsed.GetValue(_to), scene));
        return parsed.GetValue(_candidates) ? RunCandidates(context, request, inputs) : RunPositions(context, request, inputs);
    }

    private static SessionRunner RunPositions(CommandContext context, AnalysisRequest request, IEnumerable<VideoInput> inputs)
    {
        var runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages);
        runner.Run(request, inputs);
        return runner;
    }

    private SessionRunner RunCandidates(CommandContext context, AnalysisRequest request, IEnumerable<VideoInput> inputs)
    {
        var options = new CandidateOptions
        {
            MaximumCount = context.Parsed.GetValue(_maximum),
            TopPerStrategy = context.Parsed.GetValue(_top),
            Strategies = ReadStrategies(context),
        };
        var positions = new SortedDictionary<int, List<CropPosition>>();
        SessionRunner? runner = null;
        runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages)
        {
            // In input order the first event of a later file says that the earlier ones are complete.
            OnEvent = next =>
            {
                if (!context.Options.Unordered)
                {
                    Flush(before: next.InputIndex);
                }
            },
            OnRecord = record =>
            {
                if (!positions.TryGetValue(record.InputIndex, out var list))
                {
                    positions.Add(record.InputIndex, list = []);
                }

                list.Add((CropPosition)record.Record);
            },
        };
        runner.Run(request, inputs);
        if (!runner.IsReaderGone)
        {
            Flush(before: int.MaxValue);
        }

        return runner;

        void Flush(int before)
        {
            foreach (var index in positions.Keys.TakeWhile(index => index < before).ToArray())
            {
                foreach (var candidate in context.Engine.SelectCropCandidates(positions[index], options))
                {
                    runner!.Write(candidate);
                }

                positions.Remove(index);
            }
        }
    }

    private List<string> ReadStrategies(CommandContext context)
    {
        var known = context.Engine.GetCropStrategies();
        return
        [
            .. (context.Parsed.GetValue(_strategy) ?? []).Select(name =>
                known.FirstOrDefault(strategy => strategy.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name
                ?? throw new ArgumentException($"There is no crop strategy '{name}'. Known are: {string.Join(", ", known.Select(s => s.Name))}.")),
        ];
    }
}
