namespace VideoTools.Engine.Features;

/// <summary>What one feature said of one input.</summary>
/// <param name="Records">Its records and notes, in their order.</param>
/// <param name="Warnings">What the user was told about this file.</param>
/// <param name="Failure">Why its models could not be had; null when they could.</param>
internal sealed record FeatureResult(IReadOnlyList<object> Records, IReadOnlyList<string> Warnings, VideoError? Failure = null);
