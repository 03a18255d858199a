namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>What the packets of a file say of its time, read without decoding. Times are in units of the picture's time base, from the
/// file's start, on the continuous clock.</summary>
internal sealed record PacketTimes
{
    /// <summary>When each frame is shown, growing; packets that only help to decode others (edit lists) are not in it.</summary>
    public required long[] Shown { get; init; }

    /// <summary>Time stamps of the frames at which decoding can begin, growing. Not moved: they are for seeking.</summary>
    public required long[] Keys { get; init; }

    /// <summary>How far the parts of the file are moved so that each follows the one before; the first is not moved.</summary>
    public required IReadOnlyList<long> Offsets { get; init; }

    /// <summary>Jumps of the clock that are closed.</summary>
    public required int JumpCount { get; init; }

    /// <summary>End of the last frame: its time and its own length, one frame of the rate where it has none; 0 without a frame.</summary>
    public required long End { get; init; }

    /// <summary><see cref="End"/> in seconds.</summary>
    public required double EndSeconds { get; init; }

    /// <summary>Seconds at which the last packet of any other stream ends, by its own clock from the file's start; or 0.</summary>
    public required double OtherEndSeconds { get; init; }

    /// <summary>False when a limit ended the reading.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>True when the distances of the frames differ by more than their time base's rounding.</summary>
    public required bool IsVariable { get; init; }

    /// <summary>Number of the frame that is shown at a time: how many come before it.</summary>
    public long NumberAt(long pts)
    {
        var index = Array.BinarySearch(Shown, pts);
        if (index < 0)
        {
            return ~index;
        }

        while (index > 0 && Shown[index - 1] == pts)
        {
            index--;
        }

        return index;
    }

    /// <summary>The last time at or before another at which decoding can begin; null when there is none.</summary>
    public long? KeyBefore(long pts)
    {
        var index = Array.BinarySearch(Keys, pts);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? Keys[index] : null;
    }
}
