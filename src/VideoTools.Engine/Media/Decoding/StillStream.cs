using VideoTools.Engine.Media.Decoding.Nut;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// One stream of large frames. The streams of a child may arrive in any order, so a still that comes before the small frame of its time
/// waits for it: a listener has always seen the small frame first, and the still has its number.
/// </summary>
/// <param name="selection">What was asked for.</param>
/// <param name="size">Size of the pictures.</param>
/// <param name="timeBase">Time base of the frames given out.</param>
/// <param name="numbering">Tells times and numbers of stills; null where no small frames come.</param>
/// <param name="place">Tells them in that case; null for a still outside of the range.</param>
/// <param name="deliver">Takes each frame; it is the listener's only during the call unless it retains it.</param>
internal sealed class StillStream(
    StillSelection selection,
    (int Width, int Height) size,
    Rational timeBase,
    StillNumbering? numbering,
    Func<long, (long Pts, long Index)?> place,
    Action<VideoFrame> deliver)
{
    private readonly Queue<(byte[] Buffer, long Pipe)> _waiting = new();
    private const int MaxJpegBytes = 32 << 20;

    // Files have no fixed size, and are few.
    private readonly FramePool? _pool = selection.Format == FrameFormat.Jpeg
        ? null
        : new FramePool(VideoFrame.GetByteCount(selection.Format, size.Width, size.Height));

    /// <summary>Stills delivered.</summary>
    public long Count { get; private set; }

    /// <summary>PTS of the last still that was delivered; null before.</summary>
    public long? LastPts { get; private set; }

    /// <summary>Reads the payload of a still.</summary>
    public void Read(NutReader reader, NutFrameHeader header)
    {
        var buffer = _pool is null ? ReadFile(reader, header) : reader.ReadPicture(header, _pool);
        _waiting.Enqueue((buffer, header.Pts));
        DeliverKnown();
    }

    /// <summary>A small frame was delivered: what waited for it goes out.</summary>
    public void OnSmallFrame(long pipe, long pts, long index)
    {
        numbering?.Add(pipe, pts, index);
        DeliverKnown();
    }

    /// <summary>Delivers stills whose small frame never came: with one decoder it can't happen, but nothing is swallowed.</summary>
    public void Flush()
    {
        while (_waiting.TryDequeue(out var still))
        {
            Deliver(still.Buffer, still.Pipe);
        }
    }

    private static byte[] ReadFile(NutReader reader, NutFrameHeader header)
    {
        if (header.Size > MaxJpegBytes)
        {
            throw new NutFormatException($"A picture of {header.Size} bytes is impossible.");
        }

        var file = new byte[header.Size];
        reader.ReadPayload(file);
        return file;
    }

    private void DeliverKnown()
    {
        while (_waiting.TryPeek(out var still) && numbering?.IsKnown(still.Pipe) != false)
        {
            _waiting.Dequeue();
            Deliver(still.Buffer, still.Pipe);
        }
    }

    private void Deliver(byte[] buffer, long pipe)
    {
        if ((numbering is null ? place(pipe) : numbering.Find(pipe)) is not (var pts, >= 0 and var index))
        {
            _pool?.Return(buffer);
            return;
        }

        Count++;
        LastPts = pts;
        var frame = new VideoFrame(buffer, _pool, selection.Format, size.Width, size.Height, index, pts, timeBase);
        try
        {
            deliver(frame);
        }
        finally
        {
            frame.Release();
        }
    }
}
