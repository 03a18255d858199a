namespace VideoTools.Engine.Features;

/// <summary>
/// A feature that listens to the streams of a decode. Its results are cached under its name, version, options and models.
/// </summary>
internal abstract class AnalyzerFeature : Feature
{
    /// <summary>Grows when the same options over the same input give other records: older results are not used any more.</summary>
    public virtual int Version => 1;

    /// <summary>Names whatever else is installed that the results depend on, as a text that changes with it.</summary>
    public virtual string Tools(FeatureOptions options) => "";

    /// <summary>Records that only compositions see: what the analyzer has to say beside its records.</summary>
    public virtual IReadOnlyList<Type> NoteTypes => [];

    /// <summary>The streams it subscribes to.</summary>
    public abstract StreamNeeds Streams(FeatureOptions options);

    /// <summary>True when it can look at a picture file, too: a video of one frame.</summary>
    public virtual bool TakesPictures => false;

    /// <summary>The models it runs.</summary>
    public virtual IReadOnlyList<ModelNeed> Models(FeatureOptions options) => [];

    /// <summary>What its models are to run on; null when it runs none.</summary>
    public virtual DeviceOrder? Device(FeatureOptions options) => null;

    /// <summary>An analyzer for one file.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="lanes">Gives threads for work that is too slow for the reader's thread.</param>
    public abstract IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes);
}

/// <summary>A thread for an analyzer.</summary>
/// <param name="name">Name of the thread.</param>
/// <param name="capacity">Work items that may wait; more hold the decoder back.</param>
internal delegate IWorkLane LaneFactory(string name, int capacity);
