namespace VideoTools.Engine.Features.Signatures;

/// <summary>What a video looks like, for comparing it with many others.</summary>
internal sealed class SignatureFeature : AnalyzerFeature
{
    /// <inheritdoc/>
    public override string Name => "Signature";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(SignatureOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [typeof(VideoSignature)];

    /// <inheritdoc/>
    public override StreamNeeds Streams(FeatureOptions options) => new();

    /// <inheritdoc/>
    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new SignatureAnalyzer();
}
