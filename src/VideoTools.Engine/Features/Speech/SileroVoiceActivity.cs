// Method: Silero VAD v6.2: a small recurrent network over 512 new samples with the 64 before them.
// Source: Silero team, "Silero VAD", MIT licence. Units: samples at 16 kHz, -1 to 1. Cost: 0.15 ms per 32 ms of sound.
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Voice activity by Silero's network.</summary>
internal sealed class SileroVoiceActivity : IVoiceActivity, IDisposable
{
    private const int Context = 64;
    private const int StateSize = 2 * 128;

    private readonly ModelSession _session;
    private readonly float[] _input = new float[Context + IVoiceActivity.FrameSamples];
    private readonly float[] _state = new float[StateSize];
    private readonly ModelTensor[] _inputs;

    /// <summary>Loads the network, on the processor: one frame is too little work for a GPU.</summary>
    public SileroVoiceActivity(ModelSessions sessions)
    {
        _session = sessions.GetDefault(ModelKind.VoiceActivity);
        _inputs =
        [
            ModelTensor.Over(_input, 1, _input.Length),
            ModelTensor.Over(_state, 2, 1, 128),
            ModelTensor.Over(new long[] { LogMelSpectrogram.SampleRate }),
        ];
    }

    public float Next(ReadOnlySpan<float> samples)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples.Length, IVoiceActivity.FrameSamples);

        // The network sees the end of the frame before in front of this one.
        _input.AsSpan(IVoiceActivity.FrameSamples).CopyTo(_input);
        samples.CopyTo(_input.AsSpan(Context));
        return _session.Run(
            _inputs,
            outputs =>
            {
                outputs[1].Floats.CopyTo(_state);
                return outputs[0].Floats[0];
            },
            ["input", "state", "sr"],
            ["output", "stateN"]);
    }

    public void Reset()
    {
        Array.Clear(_input);
        Array.Clear(_state);
    }

    public void Dispose()
    {
        foreach (var input in _inputs)
        {
            input.Dispose();
        }
    }
}
