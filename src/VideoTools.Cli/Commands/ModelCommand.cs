namespace VideoTools.Cli.Commands;

/// <summary>videotools model: lists the models, or installs further ones.</summary>
internal sealed class ModelCommand : EngineCommand
{
    private readonly Argument<string[]> _names = new("name")
    {
        Description = "Names of models; all when none is given.",
        HelpName = "NAME",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _source = OptionFactory.Text(
        "--source-path", "DIR|FILE", "Install models that are not here from these files, which are known by their hash.");

    public ModelCommand(CliHost host)
        : base(host, "model", "List the models that text, speech, faces and niches use, or install further ones.")
    {
        Command.Arguments.Add(_names);
        AddOptions(_source, Format);
    }

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var names = parsed.GetValue(_names) ?? [];
        var models = run.Engine.Models.List();
        foreach (var name in names.Where(name => !models.Any(model => IsCalled(model, name))))
        {
            run.Fail(new VideoError(
                VideoErrorId.ModelMissing, name, $"There is no model '{name}'.",
                $"Known are: {string.Join(", ", models.Select(model => model.Name))}."));
        }

        List<ModelInfo> chosen = [.. models.Where(model => names.Length == 0 || names.Any(name => IsCalled(model, name)))];
        if (FullPath(parsed.GetValue(_source)) is { } source && (names.Length == 0 || chosen.Count > 0))
        {
            string[] missing = [.. chosen.Where(model => !model.Present).Select(model => model.Name)];
            var installed = names.Length == 0 || missing.Length > 0
                ? run.Engine.Models.Install(source, names.Length == 0 ? [] : missing, run.Fail, run.Stop)
                : [];
            chosen = [.. chosen.Where(model => model.Present && names.Length > 0), .. installed];
        }

        chosen.ForEach(run.Write);
    }

    private static bool IsCalled(ModelInfo model, string name) => string.Equals(model.Name, name, StringComparison.OrdinalIgnoreCase);
}
