namespace VideoTools;

/// <summary>
/// What models may run on, the most wished for first; the processor stands at the end of every order. Two with the same devices are equal.
/// </summary>
public sealed class DeviceOrder : IEquatable<DeviceOrder>
{
    private readonly InferenceDevice[] _devices;

    /// <summary>An order of devices; an empty one is the processor.</summary>
    public DeviceOrder(params IEnumerable<InferenceDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(devices);
        _devices = [.. devices.TakeWhile(device => device != InferenceDevice.Cpu).Distinct(), InferenceDevice.Cpu];
    }

    /// <summary>The processor alone.</summary>
    public static DeviceOrder Cpu { get; } = new([]);

    /// <summary>The devices in the order they are tried, <see cref="InferenceDevice.Cpu"/> last.</summary>
    public IReadOnlyList<InferenceDevice> Devices => _devices;

    /// <summary>One device, and the processor after it.</summary>
    public static implicit operator DeviceOrder(InferenceDevice device) => From(device);

    /// <summary>One device, and the processor after it.</summary>
    public static DeviceOrder From(InferenceDevice device) => new([device]);

    /// <inheritdoc/>
    public bool Equals(DeviceOrder? other) => other is not null && _devices.SequenceEqual(other._devices);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeviceOrder);

    /// <inheritdoc/>
    public override int GetHashCode() => _devices.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', _devices);
}
