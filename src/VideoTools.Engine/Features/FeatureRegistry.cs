using VideoTools.Engine.Features.Activity;
using VideoTools.Engine.Features.Crop;
using VideoTools.Engine.Features.CropPath;
using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Features.Frames;
using VideoTools.Engine.Features.Pictures;
using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Features.Sequences;
using VideoTools.Engine.Features.Signatures;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Features.Visual;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Features;

/// <summary>The features there are. Scheduling, validation and the cache loop over it; nothing else knows one by name.</summary>
internal sealed class FeatureRegistry
{
    private readonly Dictionary<Type, Feature> _byOptions;

    /// <summary>A registry of given features.</summary>
    /// <exception cref="ArgumentException">Two have the same options or the same name.</exception>
    public FeatureRegistry(params IReadOnlyList<Feature> features)
    {
        All = features;
        _byOptions = features.ToDictionary(feature => feature.OptionsType);
        if (features.DistinctBy(feature => feature.Name, StringComparer.OrdinalIgnoreCase).Count() < features.Count)
        {
            throw new ArgumentException("Two features have the same name.", nameof(features));
        }
    }

    /// <summary>All features of the engine: a new one adds its line here.</summary>
    public static FeatureRegistry Default { get; } = new(
        new SceneFeature(),
        new CropFeature(),
        new SaliencyFeature(),
        new AttentionFeature(),
        new CropPathFeature(),
        new PictureTrackFeature(),
        new LoudnessTrackFeature(),
        new ActivityFeature(),
        new FrameFeature(),
        new VisualFeature(),
        new TextFeature(),
        new TranscriptFeature(),
        new SignatureFeature(),
        new FaceFeature(),
        new PosterFeature(),
        new PictureFeature(),
        new SequenceFeature(),
        new DriverFeature(),
        new TemplateFeature());

    /// <summary>The features, in the order of registration.</summary>
    public IReadOnlyList<Feature> All { get; }

    /// <summary>The feature that the options name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Feature Get(FeatureOptions options) =>
        _byOptions.TryGetValue(options.GetType(), out var feature)
            ? feature
            : throw new ArgumentException($"{options.GetType().Name} names no feature.", nameof(options));
}
