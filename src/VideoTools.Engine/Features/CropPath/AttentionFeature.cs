namespace VideoTools.Engine.Features.CropPath;

/// <summary>Hands out what the paths of crops are made of, to whoever shows crops: which frames are worth a look.</summary>
internal sealed class AttentionFeature : ComposedFeature
{
    private static readonly SaliencyOptions Saliency = new();

    /// <inheritdoc/>
    public override string Name => "Attention";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(AttentionOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
        // There is nothing to choose.
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOptions> Parts(FeatureOptions options) => [Saliency];

    /// <inheritdoc/>
    public override IEnumerable<object> Compose(FeatureOptions options, VideoInput input, PartResults parts, Action<string> warn) =>
        [new AttentionTrack([.. parts.Records<SaliencyNote>(Saliency)!.SelectMany(note => note.Samples())])];
}
