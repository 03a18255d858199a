namespace VideoTools;

/// <summary>What one feature is to do; its type names the feature. Two that are equal give equal records.</summary>
public abstract record FeatureOptions;
