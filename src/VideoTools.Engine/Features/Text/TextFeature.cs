using System.Text.RegularExpressions;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>On-screen text, each line when it is gone.</summary>
internal sealed partial class TextFeature : AnalyzerFeature
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
        Require(
            text.Language is null || LanguageList().IsMatch(text.Language),
            "Language must be codes as en, de or pt-BR, or names of Tesseract's data as deu, separated by commas.");
        Require(
            text is not { Engine: TextEngine.PPOcr, TesseractPath: not null }, "TesseractPath is of no use with the engine PPOcr.");
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

    public override string Tools(FeatureOptions options) => SecondReaders.Fingerprint((TextOptions)options);

    public override DeviceOrder? Device(FeatureOptions options) => ((TextOptions)options).Device;

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes)
    {
        var text = (TextOptions)options;
        var reader = new PaddleTextReader(text);
        return new TextAnalyzer(text, reader, lanes("text", TextAnalyzer.WaitingGroups));
    }

    [GeneratedRegex("^ *[A-Za-z][A-Za-z0-9_/-]{1,38} *(?:, *[A-Za-z][A-Za-z0-9_/-]{1,38} *)*$")]
    private static partial Regex LanguageList();
}
