// Method: sound arrives in blocks of any length, each with its time, and leaves in frames of 512 samples with theirs. Small steps
// between a block's time and the end of the one before (rounding, drift of up to 0.1 s) only shift the clock; a larger one is a gap in
// the file: the frame under way is filled with silence, and the listener is told.
// Units: samples at 16 kHz. Cost: one copy.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Cuts sound into frames.</summary>
/// <param name="frame">Takes 512 samples (it owns them) and the time of the first one.</param>
/// <param name="gap">Called where the sound jumps in time.</param>
internal sealed class SoundFramer(Action<short[], double> frame, Action gap)
{
    private const double Tolerance = 0.1;

    private short[] _samples = new short[IVoiceActivity.FrameSamples];
    private int _count;
    private double _startOfFrame;
    private double? _expected;

    /// <summary>Takes the next block.</summary>
    public void Add(SoundChunk chunk)
    {
        var start = chunk.StartSeconds;
        if (_expected is { } expected && Math.Abs(start - expected) > Tolerance)
        {
            Flush();
            gap();
        }

        var at = 0;
        while (at < chunk.Samples.Length)
        {
            if (_count == 0)
            {
                _startOfFrame = start + ((double)at / LogMelSpectrogram.SampleRate);
            }

            var take = Math.Min(IVoiceActivity.FrameSamples - _count, chunk.Samples.Length - at);
            chunk.Samples.AsSpan(at, take).CopyTo(_samples.AsSpan(_count));
            _count += take;
            at += take;
            if (_count == IVoiceActivity.FrameSamples)
            {
                Hand();
            }
        }

        _expected = start + ((double)chunk.Samples.Length / LogMelSpectrogram.SampleRate);
    }

    /// <summary>Hands over what is left, filled with silence.</summary>
    public void Flush()
    {
        if (_count > 0)
        {
            Hand();
        }
    }

    private void Hand()
    {
        frame(_samples, _startOfFrame);
        _samples = new short[IVoiceActivity.FrameSamples];
        _count = 0;
    }
}
