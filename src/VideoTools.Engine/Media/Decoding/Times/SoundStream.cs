// Method: samples are counted; where the time stamps of the next block lie more than 20 ms behind what was counted, silence fills the gap,
// where they lie more than 20 ms before it, the block's beginning is dropped (two parts that overlap). So the number of a sample is its
// time, whatever the file's clock does. A range is cut to the sample. Cost: none beyond the copy; silence is given out second by second.
using VideoTools.Engine.Media.Decoding.Nut;

namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>One sound track of the pipe, 16 kHz, mixed to one channel: on the file's continuous clock, without gaps.</summary>
internal sealed class SoundStream
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 16000;

    /// <summary>The unit of its times: a sample.</summary>
    public static readonly Rational TimeBase = new(1, Rate);

    private const int MaxBytes = 1 << 22;
    private const long Tolerance = Rate / 50;
    private static readonly short[] _silence = new short[Rate];

    private readonly PipeTime _time;
    private readonly StreamClock _clock;
    private readonly ChannelMixer? _mixer;
    private readonly long _from;
    private readonly long _to;
    private readonly Action<short[], int, int, long> _deliver;
    private byte[] _bytes = [];
    private short[] _samples = [];
    private long? _next;
    private int _length;

    /// <summary>A track.</summary>
    /// <param name="info">How it comes through the pipe.</param>
    /// <param name="layout">How the pipe counts time.</param>
    /// <param name="range">Start and end of what is wanted, in seconds.</param>
    /// <param name="clock">The file's clock.</param>
    /// <param name="channel">How two channels become one.</param>
    /// <param name="deliver">Takes samples: the buffer, the first, how many, and their time in samples.</param>
    /// <exception cref="NutFormatException">It is not what was asked for.</exception>
    public SoundStream(
        NutStreamInfo info,
        DecodeLayout layout,
        (double From, double To) range,
        ContinuousClock clock,
        SoundChannel channel,
        Action<short[], int, int, long> deliver)
    {
        if (info.Class != NutStreamClass.Audio || info.Channels is not (1 or 2) || info.SampleRate != new Rational(Rate, 1))
        {
            throw new NutFormatException("The sound is not 16 kHz in one channel or two.");
        }

        _time = new PipeTime(info.TimeBase, TimeBase, layout.OffsetSeconds, DecodeLayout.Rescale(layout.StartMicroseconds, TimeBase));
        _clock = new StreamClock(clock, TimeBase);
        _mixer = info.Channels == 2 ? new ChannelMixer(channel) : null;
        _from = Samples(range.From, long.MinValue);
        _to = Samples(range.To, long.MaxValue);
        _deliver = deliver;
    }

    /// <summary>True when everything that is wanted has come.</summary>
    public bool IsDone => _next >= _to;

    /// <summary>Time of the next sample in seconds; 0 before the first.</summary>
    public double Seconds => (_next ?? 0) / (double)Rate;

    /// <summary>Reads the payload of a block.</summary>
    /// <exception cref="NutFormatException">It is no sound.</exception>
    public void Read(NutReader reader, NutFrameHeader header)
    {
        if (header.Size > MaxBytes || header.Size % (sizeof(short) * (_mixer is null ? 1 : 2)) != 0)
        {
            throw new NutFormatException($"A sound block of {header.Size} bytes is impossible.");
        }

        if (_bytes.Length < header.Size)
        {
            _bytes = new byte[Math.Max(header.Size, 16384)];
            _samples = new short[_bytes.Length / sizeof(short)];
        }

        reader.ReadPayload(_bytes.AsSpan(0, header.Size));
        var count = header.Size / sizeof(short);
        Buffer.BlockCopy(_bytes, 0, _samples, 0, header.Size);
        count = _mixer?.Mix(_samples.AsSpan(0, count)).Length ?? count;
        var at = _clock.Map(_time.Map(header.Pts), _length);
        _length = count;
        Take(at, count);
    }

    private void Take(long at, int count)
    {
        var next = _next ??= at;
        if (at - next > Tolerance)
        {
            for (var missing = at - next; missing > 0; missing -= Rate)
            {
                Give(_silence, 0, (int)Math.Min(Rate, missing));
            }
        }

        var skipped = next - at > Tolerance ? (int)Math.Min(next - at, count) : 0;
        Give(_samples, skipped, count - skipped);
    }

    private void Give(short[] samples, int first, int count)
    {
        var at = _next!.Value;
        _next = at + count;
        var from = (int)Math.Min(Math.Max(_from, at) - at, count);
        var to = (int)(Math.Min(_to, at + count) - at);
        if (to > from)
        {
            _deliver(samples, first + from, to - from, at + from);
        }
    }

    private static long Samples(double seconds, long unlimited) =>
        double.IsFinite(seconds) ? (long)Math.Round(seconds * Rate) : unlimited;
}
