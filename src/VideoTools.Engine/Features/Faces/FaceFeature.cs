using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Faces, a record for each face of each frame that is looked at.</summary>
internal sealed class FaceFeature : AnalyzerFeature
{
    public override string Name => "Face";

    public override Type OptionsType => typeof(FaceOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoFace)];

    public override IReadOnlyList<Type> NoteTypes => [typeof(FaceReadings)];

    public override bool TakesPictures => true;

    public override void Validate(FeatureOptions options)
    {
        var face = (FaceOptions)options;
        Require(face.Interval is >= 0.04 and <= 3600, "Interval must be 0.04 to 3600 seconds.");
        Require(face.MinimumScore is >= 0.1 and <= 1, "MinimumScore must be 0.1 to 1.");
        Require(face.MinimumSize is >= 0.01 and <= 1, "MinimumSize must be 0.01 to 1, a share of the picture's height.");
    }

    public override StreamNeeds Streams(FeatureOptions options) => new(
        Frames: true, new StillSelection(FaceAnalyzer.LongSide, FrameFormat.Rgb24, ((FaceOptions)options).Interval));

    public override IReadOnlyList<ModelNeed> Models(FeatureOptions options) =>
    [
        new(ModelKind.FaceDetection),
        new(ModelKind.FaceMesh),
        new(ModelKind.FaceIris),
        new(ModelKind.FaceIdentity),
        new(ModelKind.FaceExpression),
    ];

    public override InferenceDevice? Device(FeatureOptions options) => ((FaceOptions)options).Device;

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes)
    {
        var face = (FaceOptions)options;
        return new FaceAnalyzer(face, new FaceReader(face), lanes("face", FaceAnalyzer.WaitingPictures));
    }
}
