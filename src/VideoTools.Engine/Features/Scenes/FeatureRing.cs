using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>The features of the latest frames, by number. Older ones are overwritten: memory is bounded whatever the length.</summary>
internal sealed class FeatureRing
{
    private readonly FrameFeatures[] _slots;
    private readonly FeatureGrid _grid;

    public FeatureRing(FeatureGrid grid, int capacity)
    {
        _grid = grid;
        _slots = new FrameFeatures[capacity];
    }

    /// <summary>Frames seen so far; the newest has the number Count - 1.</summary>
    public long Count { get; private set; }

    /// <summary>Number of the oldest frame that is still there.</summary>
    public long First => Math.Max(0, Count - _slots.Length);

    public FrameFeatures this[long number] => number >= First && number < Count
        ? _slots[number % _slots.Length]
        : throw new ArgumentOutOfRangeException(nameof(number), number, "The frame is not in the ring.");

    public FrameFeatures Add(VideoFrame frame)
    {
        ref var slot = ref _slots[Count % _slots.Length];
        slot ??= new FrameFeatures(_grid);
        slot.Number = Count++;
        _grid.Fill(slot, frame);
        return slot;
    }
}
