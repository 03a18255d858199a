namespace VideoTools.Engine.Features;

/// <summary>
/// Everything that scheduling, validation and the cache must know of a feature, in one place. It is an <see cref="AnalyzerFeature"/>,
/// which listens to a decode, or a <see cref="ComposedFeature"/>, which puts records of others together.
/// </summary>
internal abstract class Feature
{
    /// <summary>Its name, for listings of the cache. Never changes.</summary>
    public abstract string Name { get; }

    /// <summary>The type of its options, which names it in a request.</summary>
    public abstract Type OptionsType { get; }

    /// <summary>The records that it gives to whoever asked for it.</summary>
    public abstract IReadOnlyList<Type> RecordTypes { get; }

    /// <summary>Checks the options before any file is touched; those of the parts of a composition are checked as such.</summary>
    /// <exception cref="ArgumentException">One is out of range; the message names it and its range.</exception>
    public virtual void Validate(FeatureOptions options)
    {
    }

    /// <summary>Refuses options that break a rule.</summary>
    protected static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
