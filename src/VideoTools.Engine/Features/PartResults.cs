namespace VideoTools.Engine.Features;

/// <summary>What the parts of a composition gave.</summary>
internal sealed class PartResults(IReadOnlyDictionary<FeatureOptions, FeatureResult> results)
{
    /// <summary>The records of one type of a part; null when its models could not be had.</summary>
    public IReadOnlyList<T>? Records<T>(FeatureOptions part) =>
        results[part] is { Failure: null } result ? [.. result.Records.OfType<T>()] : null;

    /// <summary>Why the models of a part could not be had; null when they could.</summary>
    public VideoError? Failure(FeatureOptions part) => results[part].Failure;
}
