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
        Require(Enum.IsDefined(speech.Channel), $"Channel must be one of {string.Join(", ", Enum.GetNames<SoundChannel>())}.");
    }

    public override StreamNeeds Streams(FeatureOptions options) => 
        new(Frames: false, AudioTrack: new SoundSelection(((SpeechOptions)options).AudioTrack, ((SpeechOptions)options).Channel));

    public override IReadOnlyList<ModelNeed> Models(FeatureOptions options) =>
        [new(ModelKind.VoiceActivity), new(ModelKind.SpeechRecognition, WhisperModel.NameOf(((SpeechOptions)options).Model))];

    public override DeviceOrder? Device(FeatureOptions options) => ((SpeechOptions)options).Device;

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) =>
        new SpeechAnalyzer((SpeechOptions)options, lanes("speech", SpeechAnalyzer.WaitingChunks));
}
