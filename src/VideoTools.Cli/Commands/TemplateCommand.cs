namespace VideoTools.Cli.Commands;

/// <summary>videotools template: one record a video, and its JSON file when a directory is given.</summary>
internal sealed class TemplateCommand : VideoCommand
{
    private readonly SceneOptionSet _scenes = new();
    private readonly RangeOptionSet _range = new();
    private readonly SpeechOptionSet _speech = new();
    private readonly TextOptionSet _text = new("text-");
    private readonly Option<bool> _skip = new("--skip-scene") { Description = "Leave the scene columns empty." };
    private readonly Option<bool> _skipText = new("--skip-text") { Description = "Leave the text columns empty." };
    private readonly Option<bool> _skipSpeech = new("--skip-speech") { Description = "Leave the speech columns empty." };
    private readonly Option<bool> _faces = new("--faces") { Description = "Fill the face columns." };
    private readonly Option<TextSampling?> _sampling = OptionFactory.Choice<TextSampling>("--sampling", "Which frames are read for text.");

    private readonly Option<DeviceOrder> _device = OptionFactory.Devices("What the models run on.");

    private readonly Option<string?> _directory = OptionFactory.Text("--output-directory", "DIR", "Write name_template.json there too.");

    public TemplateCommand(CliHost host)
        : base(host, "template", "One record a video: cuts, length of scenes, colour, brightness, motion, text, speech.")
    {
        AddOptions(
        [
            .. _scenes.All, .. _range.All, _skip, _skipText, _skipSpeech, _faces, _sampling, .. _text.All,
            .. _speech.All, _device, _directory,
        ]);
        AddSharedOptions(isForced: true);
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var device = parsed.GetValue(_device);
        var request = new AnalysisRequest(new TemplateOptions
        {
            Scenes = _scenes.Read(parsed),
            Text = _text.Read(parsed, new TextOptions { Sampling = parsed.GetValue(_sampling) ?? default, Device = device }, FullPath),
            Speech = _speech.Read(parsed, device),
            Faces = new FaceOptions { Device = device },
            IncludeFaces = parsed.GetValue(_faces),
            SkipScenes = parsed.GetValue(_skip),
            SkipText = parsed.GetValue(_skipText),
            SkipSpeech = parsed.GetValue(_skipSpeech),
        }) { Engine = options };
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        run.Run(request, files.Select(file => _range.Read(parsed, file)), record =>
        {
            var shown = record.Record;
            if (FullPath(parsed.GetValue(_directory)) is { } directory && shown is VideoTemplate template)
            {
                var templates = run.Engine.Templates;
                var path = templates.Claim(template, directory, taken, run.Messages.Warning);
                if (run.Try(() => run.Count(templates.Save(template, path, IsForced(parsed)))))
                {
                    shown = template with { TemplatePath = path };
                }
            }

            run.Write(shown);
        });
        run.TellUnchanged();
    }
}
