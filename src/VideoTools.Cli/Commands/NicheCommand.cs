using System.CommandLine;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Commands;

/// <summary>videotools niche: what videos are about, by their names, their metadata, or plain texts.</summary>
internal sealed class NicheCommand : EngineCommand
{
    /// <summary>Texts classified between two looks at whether the user wants to stop.</summary>
    private const int BatchSize = 32;

    private readonly Argument<string[]> _inputs;

    private readonly Option<string[]> _metadata = new("--metadata")
    {
        Description = "CSV files, JSON files or directories of them that say more about the videos; without videos every row is classified.",
        HelpName = "FILE|DIR|GLOB",
    };

    private readonly Option<string?> _joinColumn = new("--join-column")
    {
        Description = "Column or key of the metadata that names the video.",
        HelpName = "COLUMN",
    };

    private readonly Option<string[]> _text = new("--text") { Description = "A plain text to classify; may be repeated.", HelpName = "TEXT" };

    private readonly Option<string?> _taxonomy = new("--taxonomy")
    {
        Description = "A taxonomy file, or the name of one that comes with the program: default or youtube.",
        HelpName = "FILE",
    };

    private readonly Option<NicheScorer?> _scorer = OptionFactory.Choice<NicheScorer>("--scorer", "How a text is scored; both by default.");

    private readonly Option<double?> _minimum = OptionFactory.Number(
        "--min-confidence", "Below this confidence (0 to 1) the answer is unknown; the taxonomy's own threshold by default.");

    private readonly Option<int> _alternatives = OptionFactory.Whole(
        "--alternatives", new NicheOptions().AlternativeCount, 0, "How many next best paths are listed.");

    private readonly Option<InferenceDevice?> _device = OptionFactory.Choice<InferenceDevice>("--device", "What the embedding model runs on.");

    private readonly Option<string?> _directory = new("--output-directory")
    {
        Description = "Write video_classifications.csv there too.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite a file that exists." };

    public NicheCommand(CliHost host)
        : base(host, "niche", "What videos are about: a path of a taxonomy with a confidence, and a summary on stderr.")
    {
        _inputs = Inputs(
            "FILE|DIR|GLOB",
            "Videos: their names are the texts, and their metadata where --metadata has some; *_template.json, or a directory of them: what is said and shown, too.",
            ArgumentArity.ZeroOrMore);
        Command.Arguments.Add(_inputs);
        Option[] options =
        [
            _metadata, _joinColumn, _text, _taxonomy, _scorer, _minimum, _alternatives, _device, _directory, _force, Format,
        ];
        foreach (var option in options)
        {
            Command.Options.Add(option);
        }

        Command.Validators.Add(result =>
        {
            if ((result.GetValue(_inputs) ?? []).Length + (result.GetValue(_metadata) ?? []).Length + (result.GetValue(_text) ?? []).Length == 0)
            {
                result.AddError("There is nothing to classify: give videos, --metadata or --text.");
            }
        });
    }

    /// <inheritdoc/>
    protected override int Execute(ParseResult parsed, IRecordWriter writer, MessageWriter messages)
    {
        var failures = 0;
        var videos = parsed.GetValue(_inputs) ?? [];
        using var engine = Host.CreateEngine();
        var files = ExpandVideos(videos, Fail, engine.Niches.FindTemplateFiles);
        var metadata = new MetadataOptions
        {
            Paths = MetadataCommand.Expand(parsed.GetValue(_metadata) ?? [], Host.WorkingDirectory, Fail),
            JoinColumn = parsed.GetValue(_joinColumn),
        };
        using var classifier = engine.OpenNicheClassifier(new NicheOptions
        {
            Scorer = parsed.GetValue(_scorer) ?? default,
            TaxonomyPath = parsed.GetValue(_taxonomy) is { } taxonomy ? TaxonomyReference.Resolve(taxonomy, FullPath) : null,
            MinimumConfidence = parsed.GetValue(_minimum),
            AlternativeCount = parsed.GetValue(_alternatives),
            Device = parsed.GetValue(_device) ?? default,
        });
        var index = metadata.Paths.Count == 0 ? null : engine.OpenMetadata(metadata, Fail);
        var evidence = (parsed.GetValue(_text) ?? []).Select(text => new NicheEvidence { Text = text })
            .Concat(videos.Length > 0
                ? files.Select(Evidence).OfType<NicheEvidence>()
                : (index?.Rows ?? []).Select(row => new NicheEvidence { Metadata = row }));
        var niches = new List<VideoNiche>();
        foreach (var batch in evidence.Chunk(BatchSize))
        {
            Host.Stop.ThrowIfCancellationRequested();
            foreach (var niche in classifier.Classify(batch, Host.Stop))
            {
                writer.Write(niche);
                niches.Add(niche);
            }
        }

        Summarize(niches, messages);
        if (parsed.GetValue(_directory) is { } directory && niches.Count > 0)
        {
            Save(FullPath(directory));
        }

        return failures;

        NicheEvidence? Evidence(string file)
        {
            if (!engine.Niches.IsTemplateFile(file))
            {
                return new NicheEvidence { FullName = file, Metadata = index?.Find(file) };
            }

            return engine.Niches.ReadTemplate(file, Fail) is { } template
                ? new NicheEvidence { FullName = template.FullName, Template = template, Metadata = index?.Find(template.FullName) }
                : null;
        }

        void Fail(VideoError error)
        {
            failures++;
            messages.Error(error);
        }

        void Save(string path)
        {
            try
            {
                engine.SaveNiches(niches, path, parsed.GetValue(_force));
            }
            catch (VideoToolsException exception)
            {
                Fail(exception.Error);
            }
        }
    }

    /// <summary>Total and counts a niche, most common first, then by name.</summary>
    private static void Summarize(List<VideoNiche> niches, MessageWriter messages)
    {
        messages.Line(FormattableString.Invariant($"{niches.Count} classified"));
        var counts = niches.GroupBy(niche => niche.Category, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in counts)
        {
            messages.Line(FormattableString.Invariant($"  {group.Count(),6} {group.Key}"));
        }
    }
}
