namespace VideoTools.Engine.Features.Pictures;

/// <summary>The one picture that stands for a video: of those kept, the one nearest to the middle of the longest scene.</summary>
internal sealed class PictureFeature : ComposedFeature
{
    private static readonly SceneOptions Scenes = new();

    public override string Name => "Picture";

    public override Type OptionsType => typeof(PictureOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoStill)];

    public override IReadOnlyList<FeatureOptions> Parts(FeatureOptions options) => [Scenes, Posters(options)];

    public override IEnumerable<object> Compose(FeatureOptions options, VideoInput input, PartResults parts, Action<string> warn)
    {
        var posters = parts.Records<VideoStill>(Posters(options))!;
        var longest = parts.Records<VideoScene>(Scenes)!.MaxBy(scene => scene.DurationSeconds);
        var middle = longest is null ? 0 : (longest.StartSeconds + longest.EndSeconds) / 2;
        return posters.MinBy(poster => Math.Abs(poster.Seconds - middle)) is { } nearest ? [nearest] : [];
    }

    private static PosterOptions Posters(FeatureOptions options) => new(((PictureOptions)options).LongSide);
}
