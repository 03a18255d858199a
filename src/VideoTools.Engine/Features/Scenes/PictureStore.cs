using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Copies of the latest pictures by number: what is looked at again when another part of the picture becomes the one that counts.
/// </summary>
// Memory: 3.2 s of pictures of 86 kB, about 8 MB at 25 to 30 a second.
internal sealed class PictureStore(int capacity)
{
    private readonly (byte[] Buffer, VideoFrame Frame, FrameStamp Entry, bool IsHeld)[] _slots =
        new (byte[], VideoFrame, FrameStamp, bool)[capacity];

    /// <summary>Number after the newest picture's.</summary>
    public long Count { get; private set; }

    /// <summary>Number of the oldest picture that is still there.</summary>
    public long First => Math.Max(0, Count - _slots.Length);

    /// <summary>A picture, the first frame that is nearer to it than to the one before, and whether it is that one, held.</summary>
    public (VideoFrame Frame, FrameStamp Entry, bool IsHeld) this[long number] => number >= First && number < Count
        ? (_slots[number % _slots.Length].Frame, _slots[number % _slots.Length].Entry, _slots[number % _slots.Length].IsHeld)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "The picture is not in the store.");

    public void Add(VideoFrame frame, FrameStamp entry, bool isHeld)
    {
        ref var slot = ref _slots[Count++ % _slots.Length];
        var size = frame.ByteCount;
        var buffer = slot.Buffer is { } old && old.Length == size ? old : new byte[size];
        frame.CopyTo(buffer);
        var copy = new VideoFrame(buffer, null, frame.Format, frame.Width, frame.Height, frame.Index, frame.Pts, frame.TimeBase);
        slot = (buffer, copy, entry, isHeld);
    }
}
