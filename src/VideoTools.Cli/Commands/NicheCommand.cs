namespace VideoTools.Cli.Commands;

/// <summary>videotools niche: what videos are about, by their names, their metadata, or plain texts.</summary>
internal sealed class NicheCommand : EngineCommand
{
    private readonly Argument<string[]> _inputs;

    private readonly Option<string[]> _metadata = OptionFactory.Texts(
        "--metadata",
        "FILE|DIR|GLOB",
        "CSV files, JSON files or directories of them that say more about the videos; without videos every row is classified.");

    private readonly Option<string?> _joinColumn =
        OptionFactory.Text("--join-column", "COLUMN", "Column or key of the metadata that names the video.");

    private readonly Option<string[]> _text = OptionFactory.Texts("--text", "TEXT", "A plain text to classify; may be repeated.");

    private readonly Option<string?> _taxonomy =
        OptionFactory.Text("--taxonomy", "FILE", "A taxonomy file, or the name of one that comes with the program: default or youtube.");

    private readonly Option<NicheScorer?> _scorer =
        OptionFactory.Choice<NicheScorer>("--scorer", "How a text is scored; both by default.");

    private readonly Option<double?> _minimum = OptionFactory.Number(
        "--min-confidence", "Below this confidence (0 to 1) the answer is unknown; the taxonomy's own threshold by default.");

    private readonly Option<int> _alternatives = OptionFactory.Whole(
        "--alternatives", new NicheOptions().AlternativeCount, 0, "How many next best paths are listed.");

    private readonly Option<DeviceOrder> _device = OptionFactory.Devices("What the embedding model runs on.");

    private readonly Option<string?> _directory =
        OptionFactory.Text("--output-directory", "DIR", "Write video_classifications.csv there too.");

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite a file that exists and holds something else." };

    private readonly Option<bool> _update =
        OptionFactory.Flag("--update-template", "Write each niche into the template file that it was found from.");

    public NicheCommand(CliHost host)
        : base(host, "niche", "What videos are about: a path of a taxonomy with a confidence, and a summary on stderr.")
    {
        _inputs = Inputs(
            "FILE|DIR|GLOB",
            "Videos: their names are the texts, and their metadata where --metadata has some; "
                + "*_template.json, or a directory of them: what is said and shown, too.",
            ArgumentArity.ZeroOrMore);
        AddOptions(_metadata, _joinColumn, _text, _taxonomy, _scorer, _minimum, _alternatives, _device, _directory, _force, _update,
            Format);
        Command.Validators.Add(result =>
        {
            if (new[] { _metadata, _text }.Sum(option => result.GetValue(option)?.Length ?? 0)
                + (result.GetValue(_inputs)?.Length ?? 0) == 0)
            {
                result.AddError("There is nothing to classify: give videos, --metadata or --text.");
            }
        });
    }

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var classifier = run.Engine.Niches.OpenClassifier(new NicheOptions
        {
            Scorer = parsed.GetValue(_scorer) ?? default,
            TaxonomyPath = parsed.GetValue(_taxonomy) is { } taxonomy ? TaxonomyReference.Resolve(taxonomy, path => FullPath(path)) : null,
            MinimumConfidence = parsed.GetValue(_minimum),
            AlternativeCount = parsed.GetValue(_alternatives),
            Device = parsed.GetValue(_device),
        });
        var niches = new List<VideoNiche>();
        foreach (var evidence in Read(parsed, run))
        {
            var niche = classifier.Classify(evidence, run.Stop);
            if (parsed.GetValue(_update))
            {
                Update(niche, run);
            }

            run.Write(niche);
            niches.Add(niche);
        }

        Summarize(niches, run);
        run.TellUnchanged();
        if (FullPath(parsed.GetValue(_directory)) is { } directory && niches.Count > 0)
        {
            var options = new NicheOutputOptions { Directory = directory, Force = parsed.GetValue(_force) };
            run.Try(() => run.Engine.Niches.Output.Save(niches, null, options));
        }
    }

    // The texts; then the videos, or the metadata itself where no video is named.
    private IEnumerable<NicheEvidence> Read(ParseResult parsed, CommandRun run)
    {
        var paths = ExpandPatterns(parsed.GetValue(_metadata), run);
        var options = new MetadataOptions { Paths = paths, JoinColumn = parsed.GetValue(_joinColumn) };
        var index = paths.Count == 0 ? null : run.Engine.Metadata.Open(options, run.Fail);
        var texts = (parsed.GetValue(_text) ?? []).Select(text => new NicheEvidence { Text = text });
        return parsed.GetValue(_inputs) is { Length: > 0 } videos
            ? texts.Concat(ExpandVideos(videos, run, takesTemplates: true)
                .SelectMany(file => run.Engine.Niches.Input.ReadEvidence(file, index, run.Fail)))
            : texts.Concat((index?.Rows ?? []).Select(row => new NicheEvidence { Metadata = row }));
    }

    private static void Update(VideoNiche niche, CommandRun run)
    {
        if (niche.TemplatePath is { } path)
        {
            run.Try(() => run.Count(run.Engine.Templates.SetNiche(path, niche.FullPath)));
        }
        else
        {
            run.Fail(new VideoError(
                VideoErrorId.TemplateInvalid,
                niche.FullName ?? niche.VideoId,
                $"'{niche.FullName ?? niche.VideoId}' has no template file that its niche could be written into.",
                "Give *_template.json files."));
        }
    }

    /// <summary>Total and counts a niche, most common first, then by name.</summary>
    private static void Summarize(List<VideoNiche> niches, CommandRun run)
    {
        run.Messages.Line(FormattableString.Invariant($"{niches.Count} classified"));
        var counts = niches.GroupBy(niche => niche.Category, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in counts)
        {
            run.Messages.Line(FormattableString.Invariant($"  {group.Count(),6} {group.Key}"));
        }
    }
}
