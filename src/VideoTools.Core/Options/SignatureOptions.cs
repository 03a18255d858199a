namespace VideoTools;

/// <summary>Asks for the signature of every video: a <see cref="VideoSignature"/> each. There is nothing to choose.</summary>
public sealed record SignatureOptions : FeatureOptions;
