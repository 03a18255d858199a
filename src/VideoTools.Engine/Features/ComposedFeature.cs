namespace VideoTools.Engine.Features;

/// <summary>
/// A feature without an analyzer of its own: other features listen, it puts their records together. The parts run like any other feature,
/// share the decode and are cached by themselves; a part whose models cannot be had is missing, and the composition comes without it.
/// </summary>
internal abstract class ComposedFeature : Feature
{
    /// <summary>The features whose records it needs, named by their options.</summary>
    public abstract IReadOnlyList<FeatureOptions> Parts(FeatureOptions options);

    /// <summary>
    /// Features that are worth listening when the file is decoded anyway and results are kept, because they are likely to be asked for
    /// next. Their faults are of no matter. Only for whole files.
    /// </summary>
    public virtual IReadOnlyList<FeatureOptions> Companions(FeatureOptions options) => [];

    /// <summary>Puts the records together when the last part is done.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="input">The file, and the range of it.</param>
    /// <param name="parts">What the parts gave.</param>
    /// <param name="warn">Takes what the user should know.</param>
    public abstract IEnumerable<object> Compose(FeatureOptions options, VideoInput input, PartResults parts, Action<string> warn);
}
