using VideoTools.Engine.Inference.Ggml;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Speech;

/// <summary>What is said, each segment when its window of sound is done.</summary>
internal sealed class TranscriptFeature : AnalyzerFeature
{
    public override string Name => "Transcript";

    public override Type OptionsType => typeof(SpeechOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(TranscriptSegment)];

    public override void Validate(FeatureOptions options)
    {
        var speech = (SpeechOptions)options;
        Require(speech.AudioTrack >= 0, "AudioTrack must be 0 (the first) or more.");
        Require(SpeechLanguages.IsKnown(speech.Language),
            "Language must be one or several of " + string.Join(", ", SpeechLanguages.Codes) + ", or left out to find it out.");
        CheckModel(speech);
        Require(Enum.IsDefined(speech.Channel), $"Channel must be one of {string.Join(", ", Enum.GetNames<SoundChannel>())}.");
    }

    public override StreamNeeds Streams(FeatureOptions options) =>
        new(Frames: false, AudioTrack: new SoundSelection(((SpeechOptions)options).AudioTrack, ((SpeechOptions)options).Channel));

    public override IReadOnlyList<ModelNeed> Models(FeatureOptions options) =>
        [new(ModelKind.VoiceActivity), Recogniser((SpeechOptions)options)];

    public override DeviceOrder? Device(FeatureOptions options) => ((SpeechOptions)options).Device;

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) =>
        new SpeechAnalyzer((SpeechOptions)options, lanes("speech", SpeechAnalyzer.WaitingChunks));

    private static ModelNeed Recogniser(SpeechOptions options) => options.ModelPath is { } file
        ? new(ModelKind.SpeechRecognition, File: file)
        : new(ModelKind.SpeechRecognition, WhisperModel.NameOf(options.Model));

    // Before any video is opened: one error, however many there are.
    private static void CheckModel(SpeechOptions options)
    {
        if (options.ModelPath is null)
        {
            return;
        }

        Require(!string.IsNullOrWhiteSpace(options.ModelPath), "ModelPath must name a file.");
        var isForAll = GgmlFile.Read(options.ModelPath).IsMultilingual;
        Require(isForAll || options.Language is null || SpeechLanguages.Split(options.Language).Contains("en", StringComparer.Ordinal),
            $"The model '{options.ModelPath}' understands English only: leave Language out, or give en.");
    }
}
