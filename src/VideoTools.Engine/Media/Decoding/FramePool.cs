using System.Collections.Concurrent;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Buffers of one size that frames borrow and give back: memory stays flat however long the video is.</summary>
internal sealed class FramePool(int bufferSize, int keepAtMost = 64)
{
    private readonly ConcurrentBag<byte[]> _free = [];

    /// <summary>Bytes of a buffer.</summary>
    public int BufferSize { get; } = bufferSize;

    /// <summary>A buffer with undefined content.</summary>
    public byte[] Rent() => _free.TryTake(out var buffer) ? buffer : GC.AllocateUninitializedArray<byte>(BufferSize);

    /// <summary>Takes a buffer back.</summary>
    public void Return(byte[] buffer)
    {
        if (buffer.Length == BufferSize && _free.Count < keepAtMost)
        {
            _free.Add(buffer);
        }
    }
}
