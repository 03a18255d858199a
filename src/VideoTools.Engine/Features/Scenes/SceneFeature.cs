namespace VideoTools.Engine.Features.Scenes;

/// <summary>Scenes, as soon as the end of each is known.</summary>
internal sealed class SceneFeature : AnalyzerFeature
{
    public override string Name => "Scene";

    public override Type OptionsType => typeof(SceneOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoScene)];

    public override void Validate(FeatureOptions options)
    {
        var scenes = (SceneOptions)options;
        Require(scenes.Threshold is null or (>= 0 and <= 1000), "Threshold must be 0 to 1000.");
        Require(scenes.MinimumLength is null || scenes.MinimumLength >= TimeSpan.Zero, "MinimumLength must not be negative.");
        Require(scenes.FallbackLength is null || scenes.FallbackLength > TimeSpan.Zero, "FallbackLength must be above 0.");
    }

    public override StreamNeeds Streams(FeatureOptions options) => new();

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new SceneAnalyzer((SceneOptions)options);
}
