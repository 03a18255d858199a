namespace VideoTools.Cli.Commands;

/// <summary>videotools crop: measures crop positions, or chooses the best of them.</summary>
internal sealed class CropCommand : VideoCommand
{
    private static readonly CropOptions Defaults = new();
    private static readonly CandidateOptions CandidateDefaults = new();

    private readonly Option<AspectRatio?> _aspect = OptionFactory.Aspect("--aspect", $"Shape of the crop; {Defaults.Aspect} by default.");
    private readonly Option<int> _grid =
        OptionFactory.Whole("--grid", Defaults.Grid, 1, "Positions along each axis the crop can move on.");
    private readonly Option<double?> _scale = OptionFactory.Number("--scale", "Size in proportion to the largest crop; 1 by default.");
    private readonly RangeOptionSet _range = new();
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

    private readonly ExportOptionSet _export = new();
    private readonly PreviewOptionSet _preview = new();
    private readonly ChooseOptionSet _choose = new();

    private readonly Option<string[]> _strategy = new("--strategy")
    {
        Description = "Strategies that may propose candidates; all by default.",
        HelpName = "name",
    };

    public CropCommand(CliHost host)
        : base(
            host,
            "crop",
            "Measure crop positions of video files, choose the best (--candidates, --choose), write videos or pictures of them.")
    {
        AddOptions([
            _aspect, _grid, _scale, .. _range.All, _scene, _candidates, _strategy, _maximum, _top,
            .. _preview.All, .. _choose.All, .. _export.All,
        ]);
        AddSharedOptions(isForced: true);
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var inputs = files.SelectMany(file => _range.ReadScenes(parsed, file, parsed.GetValue(_scene))).ToList();
        var aspect = parsed.GetValue(_aspect);
        var scale = parsed.GetValue(_scale) ?? Defaults.Scale;
        var candidates = new CandidateOptions
        {
            MaximumCount = parsed.GetValue(_maximum),
            TopPerStrategy = parsed.GetValue(_top),
            Strategies = parsed.GetValue(_strategy) ?? [],
        };
        var crop = new CropOptions { Aspect = aspect ?? Defaults.Aspect, Grid = parsed.GetValue(_grid), Scale = scale };
        if (_choose.IsWanted(parsed))
        {
            var wanted = _export.IsWanted(parsed) ? _export.Read(parsed, aspect, scale, path => FullPath(path), IsForced(parsed)) : null;
            var page = _choose.Read(parsed, crop, candidates, wanted, aspect) with { Engine = options };
            _choose.Run(parsed, run, inputs, page);
            return;
        }

        if (_preview.Read(parsed, crop, candidates, path => FullPath(path), IsForced(parsed)) is { } preview)
        {
            run.Run(new CropPreviewRequest(preview) { Engine = options }, inputs);
            return;
        }

        if (_export.IsWanted(parsed))
        {
            var export = _export.Read(parsed, aspect, scale, path => FullPath(path), IsForced(parsed));
            Export(run, new CropExportRequest(export) { Engine = options }, inputs);
            return;
        }

        var request = new AnalysisRequest(crop) { Engine = options };
        if (parsed.GetValue(_candidates))
        {
            Choose(run, request, inputs, candidates);
        }
        else
        {
            run.Run(request, inputs);
        }
    }

    private static void Export(CommandRun run, CropExportRequest request, IEnumerable<VideoInput> inputs)
    {
        var taken = new HashSet<string>(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        run.Run(
            request,
            inputs.Select(input => run.Engine.Crops.WithDestination(input, request.Options, taken)));
    }

    private static void Choose(CommandRun run, AnalysisRequest request, IReadOnlyList<VideoInput> inputs, CandidateOptions options)
    {
        // Said before the work, not after it.
        run.Engine.Crops.Select([], options);
        var positions = new SortedDictionary<int, List<CropPosition>>();
        run.Run(request, inputs, record =>
        {
            // In input order a later file says that the earlier ones are complete.
            if (!request.Engine.Unordered)
            {
                Flush(before: record.InputIndex);
            }

            if (!positions.TryGetValue(record.InputIndex, out var list))
            {
                positions.Add(record.InputIndex, list = []);
            }

            list.Add((CropPosition)record.Record);
        });
        if (!run.IsReaderGone)
        {
            Flush(before: int.MaxValue);
        }

        void Flush(int before)
        {
            foreach (var index in positions.Keys.TakeWhile(index => index < before).ToArray())
            {
                foreach (var candidate in run.Engine.Crops.Select(positions[index], options))
                {
                    run.Write(candidate);
                }

                positions.Remove(index);
            }
        }
    }
}
