namespace VideoTools;

/// <summary>
/// Analyses of one decode: gives the records of every feature named. Records of one feature come in the order that it alone would give
/// them, and are what it alone would give; how those of several interleave is not defined.
/// </summary>
/// <param name="Features">What is wanted, at least one; each is named by its options.</param>
public sealed record AnalysisRequest(params IReadOnlyList<FeatureOptions> Features) : VideoRequest;
