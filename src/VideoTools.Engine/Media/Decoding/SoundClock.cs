// Method: ffmpeg is not asked to fill gaps (aresample's async makes all of the silence at once: a jump of 20,000 s, which a file of some
// kilobytes may hold, takes gigabytes), so blocks come with the times of the file. Steps of up to 20 ms are rounding and drift: blocks
// stand end to end. A hole of up to 2 s is filled with silence, an overlap is cut off. A longer hole stays one, in the times of the
// blocks, where pictures go on beside it; where they do not, the time stamps have jumped and the sound goes on where it was. Sound that
// steps back was moved by ffmpeg to one unit behind the block before: it goes on likewise.
// Units: samples at 16 kHz, from the file's start. Cost: a few operations a block; memory: one block of silence.
namespace VideoTools.Engine.Media.Decoding;

/// <summary>Takes blocks of sound.</summary>
internal delegate void SoundTaker(AudioBlock block);

/// <summary>Puts blocks of sound in a row of time that only grows.</summary>
/// <param name="pictureEnd">Seconds from the file's start that pictures are known to reach; asked where sound jumps far ahead.</param>
/// <param name="deliver">Takes the blocks.</param>
internal sealed class SoundClock(Func<double> pictureEnd, SoundTaker deliver)
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 16000;

    private const long Tolerance = Rate / 50;
    private const long LongestFilled = 2 * Rate;

    // Sound may lie this much before or behind its pictures in a pipe.
    private const long PictureSlack = 10 * Rate;
    private const int SilentSamples = 4096;

    private static readonly Rational TimeBase = new(1, Rate);

    private readonly short[] _silence = new short[SilentSamples];
    private long? _expected;
    private long _lastPts;
    private long _shift;

    /// <summary>Jumps of the time stamps that were bridged.</summary>
    public int JumpCount { get; private set; }

    /// <summary>Takes the next block.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <param name="pts">Time of its first sample from the file's start.</param>
    /// <param name="timeBase">Seconds a unit of it lasts.</param>
    public void Add(ReadOnlySpan<short> samples, long pts, Rational timeBase)
    {
        var raw = (long)Math.Round(MediaTime.ToSeconds(pts, timeBase) * Rate);
        var expected = _expected ?? raw;
        var steppedBack = _expected is not null && pts <= _lastPts + 1;
        _lastPts = pts;
        if (steppedBack)
        {
            // Whatever it says, it says no time: what follows is measured from here.
            _shift = raw - expected;
        }

        var start = raw - _shift;
        var step = start - expected;
        if (step > LongestFilled && start > ((long)(pictureEnd() * Rate)) + PictureSlack)
        {
            JumpCount++;
            _shift += step;
            (start, step) = (expected, 0);
        }

        if (step is > Tolerance and <= LongestFilled)
        {
            expected = Fill(expected, start);
        }
        else if (step > LongestFilled)
        {
            expected = start;
        }
        else if (step < -Tolerance)
        {
            samples = samples[(int)Math.Min(-step, samples.Length)..];
        }

        if (samples.Length > 0)
        {
            deliver(new AudioBlock(samples, expected, TimeBase));
        }

        _expected = expected + samples.Length;
    }

    private long Fill(long from, long to)
    {
        for (var at = from; at < to; at += SilentSamples)
        {
            deliver(new AudioBlock(_silence.AsSpan(0, (int)Math.Min(SilentSamples, to - at)), at, TimeBase));
        }

        return to;
    }
}
