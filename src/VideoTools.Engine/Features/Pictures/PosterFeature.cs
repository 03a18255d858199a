using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Pictures;

/// <summary>Some pictures of a video as JPEG, evenly spread: a part of <see cref="PictureFeature"/>.</summary>
internal sealed class PosterFeature : AnalyzerFeature
{
    // Often enough to find one in the longest scene of a short video, rarely enough to cost little.
    private const double Interval = 2;

    public override string Name => "Poster";

    public override Type OptionsType => typeof(PosterOptions);

    public override IReadOnlyList<Type> RecordTypes => [];

    public override IReadOnlyList<Type> NoteTypes => [typeof(VideoStill)];

    public override void Validate(FeatureOptions options) =>
        Require(((PosterOptions)options).LongSide is >= 16 and <= 4096, "LongSide must be 16 to 4096.");

    public override StreamNeeds Streams(FeatureOptions options) =>
        new(Frames: false, new StillSelection(((PosterOptions)options).LongSide, FrameFormat.Jpeg, Interval));

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new PosterAnalyzer();
}
