using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Speech;

/// <summary>A Whisper model of the catalogue: encoder, decoder, vocabulary. Thread-safe; its sessions belong to the process.</summary>
internal sealed class WhisperModel
{
    private WhisperModel(string name, ModelSession encoder, ModelSession decoder, WhisperVocabulary vocabulary, JsonElement config)
    {
        Name = name;
        Encoder = encoder;
        Decoder = decoder;
        Vocabulary = vocabulary;
        Layers = config.GetProperty("decoder_layers").GetInt32();
        Heads = config.GetProperty("decoder_attention_heads").GetInt32();
        HeadSize = config.GetProperty("d_model").GetInt32() / Heads;
        AlignmentHeads = vocabulary.AlignmentHeads.Count > 0
            ? vocabulary.AlignmentHeads
            :
            [
                .. from layer in Enumerable.Range(Layers / 2, Layers - (Layers / 2))
                from head in Enumerable.Range(0, Heads)
                select (layer, head),
            ];
    }

    /// <summary>Name in the catalogue, for example whisper-base.</summary>
    public string Name { get; }

    /// <summary>Sound to states.</summary>
    public ModelSession Encoder { get; }

    /// <summary>States and tokens to the next token.</summary>
    public ModelSession Decoder { get; }

    /// <summary>The tokens.</summary>
    public WhisperVocabulary Vocabulary { get; }

    /// <summary>Layers of the decoder.</summary>
    public int Layers { get; }

    /// <summary>Attention heads of a layer.</summary>
    public int Heads { get; }

    /// <summary>Numbers of a head.</summary>
    public int HeadSize { get; }

    /// <summary>Attention heads that follow the sound: those the model names, or all of the upper half of its layers.</summary>
    public IReadOnlyList<(int Layer, int Head)> AlignmentHeads { get; }

    /// <summary>What it really runs on.</summary>
    public InferenceDevice Device => Decoder.Device;

    /// <summary>Loads a model, or gives the one already loaded.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    public static WhisperModel Load(ModelSessions sessions, SpeechModel model, DeviceOrder device)
    {
        var name = NameOf(model);
        var catalogue = sessions.Catalogue;
        var entry = catalogue.Get(name);
        try
        {
            var vocabulary = WhisperVocabulary.Parse(
                catalogue.ReadBytes(entry, "vocabulary"),
                catalogue.ReadBytes(entry, "addedTokens"),
                catalogue.ReadBytes(entry, "generation"));
            using var config = JsonDocument.Parse(catalogue.ReadBytes(entry, "config"));
            return new WhisperModel(
                name, sessions.Get(name, device, "encoder"), sessions.Get(name, device, "decoder"), vocabulary, config.RootElement);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or KeyNotFoundException)
        {
            throw new VideoToolsException(
                VideoErrorId.ModelCorrupt, name, $"The model '{name}' cannot be used: {broken.Message}",
                ModelCatalogue.HowToGet(entry), broken);
        }
    }

    /// <summary>Name in the catalogue.</summary>
    public static string NameOf(SpeechModel model) => model switch
    {
        SpeechModel.Tiny => "whisper-tiny",
        SpeechModel.Base => "whisper-base",
        SpeechModel.Small => "whisper-small",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
    };

    /// <summary>Encodes up to 30 s of sound.</summary>
    /// <param name="features">Bands x Frames of <see cref="LogMelSpectrogram"/>.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn.</param>
    public IWhisperDecoder Encode(float[] features, CancellationToken cancellationToken)
    {
        using var input = ModelTensor.Over(features, 1, LogMelSpectrogram.Bands, LogMelSpectrogram.Frames);
        var states = Encoder.RunAndKeep([input], ["input_features"], ["last_hidden_state"], cancellationToken);
        return new OnnxWhisperDecoder(this, states, cancellationToken);
    }
}
