namespace VideoTools.Cli.Commands;

/// <summary>The options that turn faces into people, or compare them with pictures; and what follows from them.</summary>
internal sealed class PeopleOptionSet
{
    private static readonly PeopleOptions Defaults = new();

    private readonly Option<bool> _group = OptionFactory.Flag(
        "--group", "Give the people of all files together instead of their faces, the one that is shown longest first.");

    private readonly Option<int> _best = OptionFactory.Whole("--best", 0, 0, "With --group: give this many best shots of each person.");

    private readonly Option<TimeSpan?> _gap = OptionFactory.Time(
        "--minimum-gap", "With --best: least time between two shots of one person in one video; 3 seconds by default.");

    private readonly Option<string[]> _compare = OptionFactory.Texts(
        "--compare", "PICTURE", "Compare each face with the largest face of this picture. May be given several times.");

    private readonly Option<double?> _threshold = OptionFactory.Number(
        "--threshold", "With --group or --compare: least cosine (0.05 to 1) of one person; 0.41 by default.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_group, _best, _gap, _compare, _threshold];

    /// <summary>Finds faces and gives what was asked for.</summary>
    /// <exception cref="ArgumentException">Options contradict each other, or are out of range.</exception>
    public void Run(
        ParseResult parsed, CommandRun run, AnalysisRequest request, IEnumerable<VideoInput> inputs, Func<string, string> fullPath)
    {
        var options = new PeopleOptions
        {
            Threshold = parsed.GetValue(_threshold) ?? Defaults.Threshold,
            Best = parsed.GetValue(_best),
            MinimumGapSeconds = parsed.GetValue(_gap)?.TotalSeconds ?? Defaults.MinimumGapSeconds,
        };
        var pictures = parsed.GetValue(_compare) ?? [];
        var isGrouped = parsed.GetValue(_group) || options.Best > 0;
        run.Engine.People.Validate(options);
        if (isGrouped && pictures.Length > 0)
        {
            throw new ArgumentException("--group gives people, --compare faces: leave one of them out.");
        }

        if (pictures.Length > 0)
        {
            Compare(run, request, inputs, [.. pictures.Select(fullPath).Distinct(StringComparer.Ordinal)], options.Threshold);
        }
        else if (isGrouped)
        {
            Group(run, request, inputs, options);
        }
        else
        {
            run.Run(request, inputs);
        }
    }

    private static void Group(CommandRun run, AnalysisRequest request, IEnumerable<VideoInput> inputs, PeopleOptions options)
    {
        List<VideoFace> faces = [];
        run.Run(request, inputs, record => faces.Add((VideoFace)record.Record));
        var groups = run.Engine.People.Group(faces, options, run.Stop);
        if (groups.SkippedCount > 0)
        {
            run.Messages.Warning(FormattableString.Invariant(
                $"{groups.SkippedCount} of {faces.Count} faces have no embedding and belong to nobody; its model is missing."));
        }

        foreach (var record in options.Best > 0 ? groups.BestShots : (IEnumerable<object>)groups.Persons)
        {
            run.Write(record);
        }
    }

    private static void Compare(
        CommandRun run, AnalysisRequest request, IEnumerable<VideoInput> inputs, string[] pictures, double threshold)
    {
        List<VideoFace> references = [];
        run.Run(request, pictures.Select(picture => new VideoInput(picture)), record =>
        {
            if (record.Record is VideoFace { FaceIndex: 1, Embedding.Count: > 0 } face)
            {
                references.Add(face);
            }
        });
        foreach (var picture in pictures.Where(picture => !references.Exists(face => face.FullName == picture)))
        {
            run.Messages.Warning($"'{picture}' shows no face to look for.");
        }

        if (references.Count == 0)
        {
            throw new ArgumentException("No picture of --compare shows a face: there is nothing to compare with.");
        }

        run.Run(request, inputs, record =>
        {
            if (run.Engine.People.Compare((VideoFace)record.Record, references, threshold) is { } match)
            {
                run.Write(match);
            }
        });
    }
}
