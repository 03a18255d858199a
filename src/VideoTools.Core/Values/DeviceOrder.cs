namespace VideoTools;

/// <summary>
/// What models may run on, the most wished for first; the processor stands at the end of every order. Two with the same devices are equal.
/// </summary>
public readonly struct DeviceOrder : IEquatable<DeviceOrder>
{
    private readonly InferenceDevice[]? _devices;

    /// <summary>An order of devices; an empty one is the processor.</summary>
    public DeviceOrder(params IEnumerable<InferenceDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(devices);
        _devices = [.. devices.TakeWhile(device => device != InferenceDevice.Cpu).Distinct(), InferenceDevice.Cpu];
    }

    /// <summary>The processor alone.</summary>
    public static DeviceOrder Cpu => default;

    /// <summary>The devices in the order they are tried, <see cref="InferenceDevice.Cpu"/> last.</summary>
    public IReadOnlyList<InferenceDevice> Devices => _devices ?? [InferenceDevice.Cpu];

    /// <summary>One device, and the processor after it.</summary>
    public static implicit operator DeviceOrder(InferenceDevice device) => From(device);

    /// <summary>Compares the devices.</summary>
    public static bool operator ==(DeviceOrder left, DeviceOrder right) => left.Equals(right);

    /// <summary>Compares the devices.</summary>
    public static bool operator !=(DeviceOrder left, DeviceOrder right) => !left.Equals(right);

    /// <summary>One device, and the processor after it.</summary>
    public static DeviceOrder From(InferenceDevice device) => new([device]);

    /// <summary>Reads names separated by commas, in any case.</summary>
    public static bool TryParse(string? text, out DeviceOrder order)
    {
        var devices = new List<InferenceDevice>();
        foreach (var word in (text ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (word.Length == 0 || char.IsAsciiDigit(word[0]) || !Enum.TryParse<InferenceDevice>(word, ignoreCase: true, out var device))
            {
                order = default;
                return false;
            }

            devices.Add(device);
        }

        order = new DeviceOrder(devices);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(DeviceOrder other) => Devices.SequenceEqual(other.Devices);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeviceOrder other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Devices.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Devices);
}
