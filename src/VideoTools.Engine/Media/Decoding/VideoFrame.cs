namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// One decoded picture with its exact time: upright, square pixels, SDR, 8 bit. Its buffer is pooled and shared: whoever keeps
/// the frame beyond the call that handed it over calls <see cref="Retain"/> and later <see cref="Release"/>.
/// </summary>
internal sealed class VideoFrame
{
    private readonly FramePool? _pool;
    private readonly VideoFrame? _original;
    private byte[] _buffer;
    private int _references = 1;

    /// <summary>Wraps a buffer whose first <see cref="ByteCount"/> bytes are the picture.</summary>
    public VideoFrame(byte[] buffer, FramePool? pool, FrameFormat format, int width, int height, long index, long pts, Rational timeBase)
    {
        _buffer = buffer;
        _pool = pool;
        Format = format;
        Width = width;
        Height = height;
        Index = index;
        Pts = pts;
        TimeBase = timeBase;
    }

    private VideoFrame(VideoFrame original, long index, long pts)
        : this(original._buffer, null, original.Format, original.Width, original.Height, index, pts, original.TimeBase) =>
        _original = original;

    /// <summary>Layout.</summary>
    public FrameFormat Format { get; }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Number in decoding order of display, 0 for the first frame of the file (of the range, where a range is decoded).</summary>
    public long Index { get; }

    /// <summary>Presentation time stamp in units of <see cref="TimeBase"/>, 0 at the file's start time.</summary>
    public long Pts { get; }

    /// <summary>Seconds a PTS unit lasts.</summary>
    public Rational TimeBase { get; }

    /// <summary>PTS as time, rounded to 100 ns.</summary>
    public TimeSpan Time => MediaTime.ToTimeSpan(Pts, TimeBase);

    /// <summary>PTS in seconds.</summary>
    public double Seconds => MediaTime.ToSeconds(Pts, TimeBase);

    /// <summary>Pixels a chroma row (Yuv420P).</summary>
    public int ChromaWidth => Width / 2;

    /// <summary>Chroma rows (Yuv420P).</summary>
    public int ChromaHeight => Height / 2;

    /// <summary>Bytes of the picture.</summary>
    public int ByteCount => Format == FrameFormat.Jpeg ? _buffer.Length : GetByteCount(Format, Width, Height);

    /// <summary>The first plane: luma, or interleaved RGB, or the bytes of a JPEG file.</summary>
    public ReadOnlySpan<byte> Y => _buffer.AsSpan(0, Format is FrameFormat.Rgb24 or FrameFormat.Jpeg ? ByteCount : Width * Height);

    /// <summary>Blue-difference chroma (Yuv420P), 128 is neutral.</summary>
    public ReadOnlySpan<byte> U => Format == FrameFormat.Yuv420P ? _buffer.AsSpan(Width * Height, ChromaWidth * ChromaHeight) : default;

    /// <summary>Red-difference chroma (Yuv420P), 128 is neutral.</summary>
    public ReadOnlySpan<byte> V => Format == FrameFormat.Yuv420P
        ? _buffer.AsSpan((Width * Height) + (ChromaWidth * ChromaHeight), ChromaWidth * ChromaHeight)
        : default;

    /// <summary>Bytes a picture of this format and size has.</summary>
    public static int GetByteCount(FrameFormat format, int width, int height) => format switch
    {
        FrameFormat.Gray8 => width * height,
        FrameFormat.Yuv420P => (width * height) + (2 * (width / 2) * (height / 2)),
        _ => width * height * 3,
    };

    /// <summary>Copies the picture, all planes.</summary>
    public void CopyTo(Span<byte> target) => _buffer.AsSpan(0, ByteCount).CopyTo(target);

    /// <summary>
    /// The same picture with another number and time. It takes over the caller's hold on this one, which ends with its own.
    /// </summary>
    public VideoFrame At(long index, long pts) => new(this, index, pts);

    /// <summary>Keeps the frame alive beyond the current call.</summary>
    public VideoFrame Retain()
    {
        Interlocked.Increment(ref _references);
        return this;
    }

    /// <summary>Gives the frame up; the last holder's call returns the buffer to its pool.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            var buffer = _buffer;
            _buffer = [];
            _pool?.Return(buffer);
            _original?.Release();
        }
    }
}
