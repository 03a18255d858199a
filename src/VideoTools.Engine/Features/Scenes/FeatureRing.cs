using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// The features of the latest pictures, by number, and the pictures themselves. Older ones are overwritten: memory is bounded whatever the
/// length.
/// </summary>
internal sealed class FeatureRing
{
    private readonly FrameFeatures[] _slots;
    private readonly FeatureGrid _grid;
    private readonly long _begin;

    /// <summary>For one grid.</summary>
    /// <param name="grid">How features are made.</param>
    /// <param name="capacity">Pictures that are kept.</param>
    /// <param name="begin">Number of the first picture.</param>
    public FeatureRing(FeatureGrid grid, int capacity, long begin = 0)
    {
        _grid = grid;
        _slots = new FrameFeatures[capacity];
        Count = _begin = begin;
    }

    /// <summary>Number after the newest picture's.</summary>
    public long Count { get; private set; }

    /// <summary>Number of the oldest picture that is still there.</summary>
    public long First => Math.Max(_begin, Count - _slots.Length);

    public FrameFeatures this[long number] => number >= First && number < Count
        ? _slots[number % _slots.Length]
        : throw new ArgumentOutOfRangeException(nameof(number), number, "The picture is not in the ring.");

    public FrameFeatures Add(VideoFrame frame)
    {
        var slot = Take();
        _grid.Fill(slot, frame);
        slot.Entry = slot.Stamp;
        return slot;
    }

    /// <summary>The newest picture once more: it is held.</summary>
    public FrameFeatures Repeat()
    {
        var before = this[Count - 1];
        var slot = Take();
        var number = slot.Number;
        FeatureGrid.Copy(before, slot);
        (slot.Number, slot.Step, slot.IsHeld, slot.Entry) = (number, 0, true, slot.Stamp);
        return slot;
    }

    private FrameFeatures Take()
    {
        ref var slot = ref _slots[Count % _slots.Length];
        slot ??= new FrameFeatures(_grid);
        slot.Number = Count++;
        slot.IsHeld = false;
        return slot;
    }
}
