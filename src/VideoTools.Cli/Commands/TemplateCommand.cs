using System.CommandLine;

namespace VideoTools.Cli.Commands;

/// <summary>videotools template: one record a video, and its JSON file when a directory is given.</summary>
internal sealed class TemplateCommand : VideoCommand
{
    private readonly SceneOptionSet _scenes = new();
    private readonly Option<bool> _skip = new("--skip-scene") { Description = "Leave the scene columns empty." };

    private readonly Option<bool> _skipText = new("--skip-text") { Description = "Leave the text columns empty." };
    private readonly Option<bool> _skipSpeech = new("--skip-speech") { Description = "Leave the speech columns empty." };

    private readonly Option<TextSampling?> _sampling = OptionFactory.Choice<TextSampling>("--sampling", "Which frames are read for text.");
    private readonly Option<SpeechModel?> _model = OptionFactory.Choice<SpeechModel>("--model", "Size of the speech model.");
    private readonly Option<int> _track = OptionFactory.Whole("--audio-track", 0, 0, "Number of the sound track, 0 for the first.");

    private readonly Option<string?> _language = new("--language")
    {
        Description = "Language of the speech (en, de, ...); found out when not given.",
        HelpName = "code",
    };

    private readonly Option<InferenceDevice?> _device = OptionFactory.Choice<InferenceDevice>(
        "--device", "What the models of text and speech run on.");

    private readonly Option<string?> _directory = new("--output-directory")
    {
        Description = "Write name_template.json there too.",
        HelpName = "DIR",
    };

    public TemplateCommand(CliHost host)
        : base(host, "template", "One record a video: cuts, length of scenes, colour, brightness, motion, text, speech.")
    {
        _scenes.AddTo(Command);
        Command.Options.Add(_skip);
        Command.Options.Add(_skipText);
        Command.Options.Add(_skipSpeech);
        foreach (var option in new Option[] { _sampling, _model, _language, _track, _device })
        {
            Command.Options.Add(option);
        }

        Command.Options.Add(_directory);
        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override SessionRunner Execute(CommandContext context)
    {
        var parsed = context.Parsed;
        var directory = parsed.GetValue(_directory) is { } given ? Path.GetFullPath(given, context.Host.WorkingDirectory) : null;
        var force = IsForced(parsed);
        SessionRunner? runner = null;
        runner = new SessionRunner(context.Host, context.Engine, context.Writer, context.Messages)
        {
            OnRecord = record =>
            {
                if (directory is not null && record.Record is VideoTemplate template)
                {
                    Save(template);
                }

                runner!.Write(record.Record);
            },
        };
        var request = new AnalysisRequest(new TemplateOptions
        {
            Scenes = _scenes.Read(parsed),
            Text = new TextOptions { Sampling = parsed.GetValue(_sampling) ?? default, Device = parsed.GetValue(_device) ?? default },
            Speech = new SpeechOptions
            {
                Model = parsed.GetValue(_model) ?? default,
                Language = parsed.GetValue(_language),
                AudioTrack = parsed.GetValue(_track),
                Device = parsed.GetValue(_device) ?? default,
            },
            SkipScenes = parsed.GetValue(_skip),
            SkipText = parsed.GetValue(_skipText),
            SkipSpeech = parsed.GetValue(_skipSpeech),
        }) { Engine = context.Options };
        runner.Run(request, context.Files.Select(file => new VideoInput(file)));
        return runner;

        void Save(VideoTemplate template)
        {
            try
            {
                context.Engine.SaveTemplate(template, directory!, force);
            }
            catch (VideoToolsException exception)
            {
                runner!.Fail(exception.Error);
            }
        }
    }
}
