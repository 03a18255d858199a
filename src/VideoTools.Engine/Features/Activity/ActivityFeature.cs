using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Features.Activity;

/// <summary>How much happens in every scene or segment, and which are dull: scenes, a measure of the picture and loudness.</summary>
internal sealed class ActivityFeature : ComposedFeature
{
    private static readonly SceneOptions Scenes = new();
    private static readonly LoudnessTrackOptions Loudness = new();

    /// <inheritdoc/>
    public override string Name => "Activity";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(ActivityOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoActivity)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
        var activity = (ActivityOptions)options;
        CropStrategies.Find(activity.Strategy);
        Require(activity.SegmentSeconds is null or (>= 0.1 and <= 86400), "SegmentLength must be 0.1 to 86400 seconds.");
        Require(activity.DullPercentile is >= 0 and <= 100, "DullPercentile must be 0 to 100.");
        Require(activity.DullThreshold is null or (>= 0 and <= 1000), "DullThreshold must be 0 to 1000.");
        Require(activity.MaximumSpeed is >= 2 and <= 16, "MaximumSpeed must be 2 to 16.");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOptions> Parts(FeatureOptions options) => [Scenes, Pictures(options), Loudness];

    /// <inheritdoc/>
    public override IEnumerable<object> Compose(FeatureOptions options, VideoInput input, PartResults parts, Action<string> warn)
    {
        var asked = (ActivityOptions)options;
        if (parts.Records<PictureTrack>(Pictures(options)) is not [var track])
        {
            return [];
        }

        var loudness = parts.Records<LoudnessTrack>(Loudness)!.Single();
        if (!loudness.HasSound && asked.DullBy == DullBy.Silence)
        {
            warn($"'{input.FullName}' has no sound: nothing in it is dull by silence. Judge it by Activity.");
        }

        var spans = ActivitySpans.Of(parts.Records<VideoScene>(Scenes)!, track, asked.SegmentSeconds);
        var activities = spans.Select(span => PictureActivity.Mean(track, span)).ToList();
        var hearing = loudness.HasSound ? new Hearing(loudness) : null;
        var heard = spans.Select(span => hearing?.Measure(span.StartSeconds, span.EndSeconds)).ToList();
        var shares = hearing is null ? null : heard.Select(h => h!.Value.SilentShare).ToList();
        var speeds = DullRule.Speeds(activities, shares, asked);
        var metric = MeasureOf(asked.Strategy).ToString();
        return spans.Select((span, i) => new VideoActivity
        {
            FullName = input.FullName,
            Index = i + 1,
            SceneIndex = input.SceneIndex ?? span.SceneIndex,
            Start = span.Start,
            End = span.End,
            StartSeconds = span.StartSeconds,
            EndSeconds = span.EndSeconds,
            DurationSeconds = span.EndSeconds - span.StartSeconds,
            StartFrame = span.StartFrame,
            EndFrame = span.EndFrame,
            Activity = activities[i],
            Metric = metric,
            SilentShare = heard[i]?.SilentShare,
            LoudnessDb = heard[i]?.LoudnessDb,
            IsDull = speeds[i] > 1,
            Speed = speeds[i],
            Status = span.Status,
        });
    }

    /// <summary>
    /// What a strategy takes for activity: the heaviest of motion, detail and edges, in this order where they weigh the same. Colour says
    /// nothing about how much happens.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such strategy; the message lists the names.</exception>
    public static ActivityMeasure MeasureOf(string strategy)
    {
        var weights = CropStrategies.Find(strategy);
        return weights.Motion >= weights.Detail && weights.Motion >= weights.Edges ? ActivityMeasure.Motion
            : weights.Detail >= weights.Edges ? ActivityMeasure.Detail
            : ActivityMeasure.Edges;
    }

    private static PictureTrackOptions Pictures(FeatureOptions options) => new(MeasureOf(((ActivityOptions)options).Strategy));
}
