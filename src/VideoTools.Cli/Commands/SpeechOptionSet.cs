namespace VideoTools.Cli.Commands;

/// <summary>The options that say how speech is turned into text.</summary>
internal sealed class SpeechOptionSet
{
    private readonly Option<SpeechModel?> _model = OptionFactory.Choice<SpeechModel>("--model", "Size of the speech model.");

    private readonly Option<string?> _language =
        OptionFactory.Text(
            "--language", "code", "Language of the speech (en, de, ...), or several to choose among (en,de); found out when not given.");

    private readonly Option<int> _track = OptionFactory.Whole("--audio-track", 0, 0, "Number of the sound track, 0 for the first.");

    private readonly Option<SoundChannel?> _channel =
        OptionFactory.Choice<SoundChannel>("--channel", "How the track's channels become one.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_model, _language, _track, _channel];

    /// <summary>What was asked for.</summary>
    public SpeechOptions Read(ParseResult parsed, DeviceOrder device) => new()
    {
        Model = parsed.GetValue(_model) ?? default,
        Language = parsed.GetValue(_language),
        AudioTrack = parsed.GetValue(_track),
        Channel = parsed.GetValue(_channel) ?? default,
        Device = device,
    };
}
