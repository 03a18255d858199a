using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>On-screen text, each line when it is gone.</summary>
internal sealed class TextFeature : AnalyzerFeature
{
    public override string Name => "Text";

    public override Type OptionsType => typeof(TextOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoText)];

    public override IReadOnlyList<Type> NoteTypes => [typeof(TextReadings)];

    public override void Validate(FeatureOptions options)
    {
        var text = (TextOptions)options;
        Require(text.Interval is >= 0.04 and <= 3600, "Interval must be 0.04 to 3600 seconds.");
        Require(text.MinimumConfidence is >= 0 and <= 1, "MinimumConfidence must be 0 to 1.");
    }

    public override StreamNeeds Streams(FeatureOptions options)
    {
        var text = (TextOptions)options;
        var interval = text.Sampling switch
        {
            TextSampling.Smart => ReadDecision.Step,
            TextSampling.Interval => text.Interval,
            _ => 0,
        };
        return new StreamNeeds(Frames: true, new StillSelection(TextAnalyzer.LongSide, FrameFormat.Rgb24, interval));
    }

    public override IReadOnlyList<ModelNeed> Models(FeatureOptions options) =>
        [new(ModelKind.TextDetection), new(ModelKind.TextRecognition)];

    public override DeviceOrder? Device(FeatureOptions options) => ((TextOptions)options).Device;

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes)
    {
        var text = (TextOptions)options;
        var reader = new PaddleTextReader(text.Device, text.Language, text.MinimumConfidence);
        return new TextAnalyzer(text, reader, lanes("text", TextAnalyzer.WaitingGroups));
    }
}
