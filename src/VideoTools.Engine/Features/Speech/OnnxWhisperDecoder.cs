using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Whisper's decoder over one window through ONNX Runtime. It takes the encoder's states over.</summary>
internal sealed class OnnxWhisperDecoder(WhisperModel model, ModelOutputs states, CancellationToken cancellationToken) : IWhisperDecoder
{
    private readonly OnnxWhisperSteps _steps = new(model, states[0], 1, cancellationToken);

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
        return model.Decoder.Run(
            _steps.WithoutCache(input),
            outputs => heads.Select(head => Map(outputs[Array.IndexOf(layers, head.Layer)], head.Head)).ToArray(),
            _steps.InputNames,
            [.. layers.Select(layer => $"cross_attentions.{layer}")],
            cancellationToken);
    }

    public void Dispose()
    {
        _steps.Dispose();
        states.Dispose();
    }

    private static AttentionMap Map(ModelTensor attentions, int head)
    {
        // 1 x heads x tokens x time.
        var shape = attentions.Shape;
        var (rows, columns) = ((int)shape[2], (int)shape[3]);
        return new AttentionMap(rows, columns, attentions.Floats.Slice(head * rows * columns, rows * columns).ToArray());
    }
}
