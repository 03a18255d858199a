using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Whisper's decoder over one window through ONNX Runtime.</summary>
internal sealed class OnnxWhisperDecoder : IWhisperDecoder
{
    private readonly WhisperModel _model;
    private readonly ModelOutputs _states;
    private readonly CancellationToken _cancellationToken;
    private readonly OnnxWhisperSteps _steps;

    /// <summary>Takes the encoder's states over.</summary>
    public OnnxWhisperDecoder(WhisperModel model, ModelOutputs states, CancellationToken cancellationToken)
    {
        _model = model;
        _states = states;
        _cancellationToken = cancellationToken;
        _steps = new OnnxWhisperSteps(model, states[0], 1, cancellationToken);
    }

    public ReadOnlySpan<float> Begin()
    {
        _steps.Begin();
        return _steps.Logits;
    }

    public ReadOnlySpan<float> Next(int token)
    {
        _steps.Next([token]);
        return _steps.Logits;
    }

    public void Mark() => _steps.Mark();

    public void Reset() => _steps.Reset();

    public IReadOnlyList<AttentionMap> Attend(ReadOnlySpan<int> tokens, IReadOnlyList<(int Layer, int Head)> heads)
    {
        var numbers = new long[tokens.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = tokens[i];
        }

        var layers = heads.Select(h => h.Layer).Distinct().ToArray();
        using var input = ModelTensor.Over(numbers, 1, numbers.Length);
        return _model.Decoder.Run(
            _steps.WithoutCache(input),
            outputs => heads.Select(head => Map(outputs[Array.IndexOf(layers, head.Layer)], head.Head)).ToArray(),
            _steps.InputNames,
            [.. layers.Select(layer => $"cross_attentions.{layer}")],
            _cancellationToken);
    }

    public void Dispose()
    {
        _steps.Dispose();
        _states.Dispose();
    }

    private static AttentionMap Map(ModelTensor attentions, int head)
    {
        // 1 x heads x tokens x time.
        var shape = attentions.Shape;
        var (rows, columns) = ((int)shape[2], (int)shape[3]);
        return new AttentionMap(rows, columns, attentions.Floats.Slice(head * rows * columns, rows * columns).ToArray());
    }
}
