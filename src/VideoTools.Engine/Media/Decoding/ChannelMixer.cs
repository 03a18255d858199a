// Method: one channel is the mean of both, as players mix for one loudspeaker. Where the channels are opposite in phase (a wrong cable, a
// "karaoke" or "surround" effect) the mean is silent: there the louder channel is taken. It is decided by energies that forget with a time
// constant of 0.25 s, every 32 ms: the mean cancels below 15 % of the louder channel's energy (unlike sounds give 50 %, a sound in one
// channel alone 25 %), and is taken again above 20 %. Weights change over 32 ms, without a click.
// Units: 16 kHz, signed 16 bit. Cost: five multiplications a sample.
namespace VideoTools.Engine.Media.Decoding;

/// <summary>Makes one channel of two, block by block. Not thread-safe.</summary>
/// <param name="channel">Which.</param>
internal sealed class ChannelMixer(SoundChannel channel)
{
    private const int Step = 512;
    private const double Forget = 0.88; // exp(-32 ms / 250 ms)
    private const double Cancels = 0.15, Adds = 0.2;

    private double _left, _right, _mean;
    private bool _isCancelled;
    private (float Left, float Right) _weights = channel switch
    {
        SoundChannel.Left => (1, 0),
        SoundChannel.Right => (0, 1),
        _ => (0.5f, 0.5f),
    };

    /// <summary>Mixes in place: so many samples of the front are the result.</summary>
    /// <param name="samples">Left and right by turns.</param>
    /// <returns>The mixed ones.</returns>
    public ReadOnlySpan<short> Mix(Span<short> samples)
    {
        var count = samples.Length / 2;
        for (var at = 0; at < count; at += Step)
        {
            var length = Math.Min(Step, count - at);
            var step = samples.Slice(at * 2, length * 2);
            Write(step, samples.Slice(at, length), channel == SoundChannel.Auto ? Decide(step) : _weights);
        }

        return samples[..count];
    }

    private void Write(ReadOnlySpan<short> both, Span<short> one, (float Left, float Right) target)
    {
        var (left, right) = _weights;
        var (stepLeft, stepRight) = ((target.Left - left) / one.Length, (target.Right - right) / one.Length);
        for (var i = 0; i < one.Length; i++)
        {
            left += stepLeft;
            right += stepRight;
            one[i] = (short)Math.Clamp(MathF.Round((left * both[2 * i]) + (right * both[(2 * i) + 1])), short.MinValue, short.MaxValue);
        }

        _weights = target;
    }

    private (float Left, float Right) Decide(ReadOnlySpan<short> both)
    {
        long left = 0, right = 0, sum = 0;
        for (var i = 0; i < both.Length; i += 2)
        {
            int l = both[i], r = both[i + 1];
            left += l * l;
            right += r * r;
            sum += (long)(l + r) * (l + r);
        }

        _left = (_left * Forget) + left;
        _right = (_right * Forget) + right;
        _mean = (_mean * Forget) + (sum / 4.0);
        var louder = Math.Max(_left, _right);
        _isCancelled = louder > 0 && _mean < (_isCancelled ? Adds : Cancels) * louder;
        return !_isCancelled ? (0.5f, 0.5f) : _left >= _right ? (1, 0) : (0, 1);
    }
}
