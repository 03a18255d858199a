namespace VideoTools.Engine.Features.CropPath;

/// <summary>The window of every scene: one that stands still, follows its subject, or shows all that must stay whole.</summary>
internal sealed class CropPathFeature : ComposedFeature
{
    private static readonly SceneOptions Scenes = new();
    private static readonly SaliencyOptions Saliency = new();
    private static readonly TextOptions Text = new();

    /// <inheritdoc/>
    public override string Name => "CropPath";

    /// <summary>The faces that are kept whole: whoever is smaller is in the background.</summary>
    internal static FaceOptions Faces { get; } = new() { MinimumSize = 0.07 };

    /// <inheritdoc/>
    public override Type OptionsType => typeof(CropPathOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [typeof(CropShot)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
        var path = (CropPathOptions)options;
        Require(path.Aspect is { Width: > 0, Height: > 0 }, "Aspect must be two whole numbers above 0, for example 9:16.");
        Require(path.Scale is > 0 and <= 1, "Scale must be above 0 and at most 1.");
        Require(Enum.IsDefined(path.Mode), "Mode must be Auto, Static, PerScene or Follow.");
        Require((path.Keep & ~(CropKeep.Text | CropKeep.Face)) == 0, "Keep must be None, Text, Face, or both.");
        Require(path.WhenTooWide is null || Enum.IsDefined(path.WhenTooWide.Value), "WhenTooWide must be Crop, Pad or Blur.");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOptions> Parts(FeatureOptions options) =>
    [
        Scenes,
        Saliency,
        .. Keeps(options, CropKeep.Text) ? new[] { Text } : [],
        .. Keeps(options, CropKeep.Face) ? new[] { Faces } : [],
    ];

    /// <inheritdoc/>
    public override IEnumerable<object> Compose(FeatureOptions options, VideoInput input, PartResults parts, Action<string> warn)
    {
        var path = (CropPathOptions)options;
        var notes = parts.Records<SaliencyNote>(Saliency)!;
        if (notes.Count == 0)
        {
            return [];
        }

        var keep = KeepBoxes(path, parts, warn);
        var scenes = SceneViews.Create(parts.Records<VideoScene>(Scenes)!, notes, path.IncludeBars);
        var shots = new ShotPlanner(path, input.FullName, notes[0].VideoWidth, notes[0].VideoHeight, keep).Plan(scenes);

        // Of one scene the number is known; what is found inside of it counts from 1.
        return input.SceneIndex is { } number ? shots.Select(shot => shot with { SceneIndex = number }) : shots;
    }

    // What must stay whole.
    private static List<KeepBox> KeepBoxes(CropPathOptions path, PartResults parts, Action<string> warn)
    {
        List<KeepBox> keep = [];
        if (Keeps(path, CropKeep.Text))
        {
            if (parts.Failure(Text) is { } failure)
            {
                warn($"Text cannot be kept whole: {failure.Message} {failure.RecommendedAction}");
            }

            keep.AddRange(KeepBox.Of(parts.Records<VideoText>(Text) ?? []));
        }

        if (Keeps(path, CropKeep.Face))
        {
            if (parts.Failure(Faces) is { } failure)
            {
                warn($"Faces cannot be kept whole: {failure.Message} {failure.RecommendedAction}");
            }

            keep.AddRange(KeepBox.Of(parts.Records<VideoFace>(Faces) ?? [], Faces.Interval));
        }

        return keep;
    }

    private static bool Keeps(FeatureOptions options, CropKeep what) => (((CropPathOptions)options).Keep & what) != 0;
}
