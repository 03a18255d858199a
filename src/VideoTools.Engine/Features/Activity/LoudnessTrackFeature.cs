using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Activity;

/// <summary>How loud a video is along its time: a part of <see cref="ActivityFeature"/>.</summary>
internal sealed class LoudnessTrackFeature : AnalyzerFeature
{
    /// <inheritdoc/>
    public override string Name => "LoudnessTrack";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(LoudnessTrackOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> NoteTypes => [typeof(LoudnessTrack)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
    }

    /// <inheritdoc/>
    public override StreamNeeds Streams(FeatureOptions options) => new(Frames: false, AudioTrack: new SoundSelection(0));

    /// <inheritdoc/>
    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new LoudnessTrackAnalyzer();
}
