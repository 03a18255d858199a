namespace VideoTools.Engine.Features.Activity;

/// <summary>One measure over the whole picture, frame by frame: a part of <see cref="ActivityFeature"/>.</summary>
internal sealed class PictureTrackFeature : AnalyzerFeature
{
    /// <inheritdoc/>
    public override string Name => "PictureTrack";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(PictureTrackOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> NoteTypes => [typeof(PictureTrack)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
    }

    /// <inheritdoc/>
    public override StreamNeeds Streams(FeatureOptions options) => new();

    /// <inheritdoc/>
    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) =>
        new PictureTrackAnalyzer(((PictureTrackOptions)options).Measure);
}
