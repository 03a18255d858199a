using VideoTools.Engine.Features;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Scheduling;

/// <summary>One feature of a request that listens to the decode.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Options">What it is to do.</param>
/// <param name="IsWanted">True when its records go to the user.</param>
/// <param name="IsPart">True when a composition needs its records.</param>
internal sealed record FeatureWork(AnalyzerFeature Feature, FeatureOptions Options, bool IsWanted, bool IsPart)
{
    private readonly Lazy<(InferenceDevice? Device, string? Warning)> _device = new(() => Feature.Device(Options) switch
    {
        null => (null, null),
        { } wish => Devices.Resolve(wish),
    });

    /// <summary>What its models run on here; null when it runs none.</summary>
    public InferenceDevice? Device => _device.Value.Device;

    /// <summary>What to say once when that is less than was asked for.</summary>
    public string? DeviceWarning => _device.Value.Warning;

    /// <summary>True when the user gets this record of it.</summary>
    public bool Publishes(object record) => IsWanted && Feature.RecordTypes.Contains(record.GetType());
}
