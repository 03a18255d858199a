// Method: the first call projects the encoder's states to keys and values of every layer; they, and those of the tokens so far, are
// kept and given back with each further token, so that a step reads one token only. Values that are not read stay inside the runtime.
// Source: Whisper exported to ONNX with a merged decoder (one branch without, one with such a cache).
// Units: logits. Cost: a step of the base model about 10 ms on two cores; 37 MB of keys and values a window.
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace VideoTools.Engine.Analysis.Speech;

/// <summary>Whisper's decoder through ONNX Runtime.</summary>
internal sealed class OnnxWhisperDecoder : IWhisperDecoder
{
    private static readonly string[] Kinds = ["decoder.key", "decoder.value", "encoder.key", "encoder.value"];

    private readonly WhisperModel _model;
    private readonly IDisposableReadOnlyCollection<OrtValue> _states;
    private readonly CancellationToken _cancellationToken;
    private readonly OrtValue _none;
    private readonly OrtValue _cacheOff = OrtValue.CreateTensorValueFromMemory(new[] { false }, [1]);
    private readonly OrtValue _cacheOn = OrtValue.CreateTensorValueFromMemory(new[] { true }, [1]);
    private readonly long[] _token = new long[1];
    private readonly OrtValue _tokenValue;
    private readonly string[] _inputNames;
    private readonly string[] _stepNames;
    private IDisposableReadOnlyCollection<OrtValue>? _first;
    private IDisposableReadOnlyCollection<OrtValue>? _last;
    private IDisposableReadOnlyCollection<OrtValue>? _marked;

    /// <summary>Takes the encoder's states over.</summary>
    public OnnxWhisperDecoder(WhisperModel model, IDisposableReadOnlyCollection<OrtValue> states, CancellationToken cancellationToken)
    {
        _model = model;
        _states = states;
        _cancellationToken = cancellationToken;
        _none = OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance, TensorElementType.Float, [1, model.Heads, 0, model.HeadSize]);
        _tokenValue = OrtValue.CreateTensorValueFromMemory(_token, [1, 1]);
        _inputNames =
        [
            "input_ids", "encoder_hidden_states", "use_cache_branch",
            .. from layer in Enumerable.Range(0, model.Layers) from kind in Kinds select $"past_key_values.{layer}.{kind}",
        ];
        _stepNames =
        [
            "logits",
            .. from layer in Enumerable.Range(0, model.Layers) from kind in Kinds.Take(2) select $"present.{layer}.{kind}",
        ];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Begin()
    {
        DisposeCaches();
        _token[0] = _model.Vocabulary.StartOfTranscript;
        string[] outputs =
        [
            "logits",
            .. from layer in Enumerable.Range(0, _model.Layers) from kind in Kinds select $"present.{layer}.{kind}",
        ];
        _first = _model.Decoder.RunAndKeep(WithoutCache(_tokenValue), _inputNames, outputs, _cancellationToken);
        _last = _first;
        return _first[0].GetTensorDataAsSpan<float>();
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Next(int token)
    {
        if (_first is null || _last is null)
        {
            throw new InvalidOperationException("Begin comes first.");
        }

        _token[0] = token;
        var inputs = new List<OrtValue>(_inputNames.Length) { _tokenValue, _states[0], _cacheOn };
        var (first, last) = (_first.ToArray(), _last.ToArray());
        var perLayer = _last == _first ? 4 : 2;
        for (var layer = 0; layer < _model.Layers; layer++)
        {
            inputs.Add(last[1 + (layer * perLayer)]);
            inputs.Add(last[2 + (layer * perLayer)]);
            inputs.Add(first[3 + (layer * 4)]);
            inputs.Add(first[4 + (layer * 4)]);
        }

        var next = _model.Decoder.RunAndKeep(inputs, _inputNames, _stepNames, _cancellationToken);
        var before = _last;
        _last = next;
        Release(before);
        return next[0].GetTensorDataAsSpan<float>();
    }

    /// <inheritdoc/>
    public void Mark()
    {
        var before = _marked;
        _marked = _last;
        Release(before);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        var before = _last;
        _last = _marked;
        Release(before);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AttentionMap> Attend(ReadOnlySpan<int> tokens, IReadOnlyList<(int Layer, int Head)> heads)
    {
        var numbers = new long[tokens.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = tokens[i];
        }

        var layers = heads.Select(h => h.Layer).Distinct().ToArray();
        using var input = OrtValue.CreateTensorValueFromMemory(numbers, [1, numbers.Length]);
        return _model.Decoder.Run(
            WithoutCache(input),
            outputs => heads.Select(head => Map(outputs[Array.IndexOf(layers, head.Layer)], head.Head)).ToArray(),
            _inputNames,
            [.. layers.Select(layer => $"cross_attentions.{layer}")],
            _cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DisposeCaches();
        _states.Dispose();
        _none.Dispose();
        _cacheOff.Dispose();
        _cacheOn.Dispose();
        _tokenValue.Dispose();
    }

    private static AttentionMap Map(OrtValue attentions, int head)
    {
        // 1 x heads x tokens x time.
        var shape = attentions.GetTensorTypeAndShape().Shape;
        var (rows, columns) = ((int)shape[2], (int)shape[3]);
        return new AttentionMap(rows, columns, attentions.GetTensorDataAsSpan<float>().Slice(head * rows * columns, rows * columns).ToArray());
    }

    private List<OrtValue> WithoutCache(OrtValue tokens)
    {
        var inputs = new List<OrtValue>(_inputNames.Length) { tokens, _states[0], _cacheOff };
        inputs.AddRange(Enumerable.Repeat(_none, _inputNames.Length - inputs.Count));
        return inputs;
    }

    private void DisposeCaches()
    {
        foreach (var cache in new[] { _first, _last, _marked }.Distinct())
        {
            cache?.Dispose();
        }

        (_first, _last, _marked) = (null, null, null);
    }

    // The first values carry the encoder's keys, the marked ones are needed again.
    private void Release(IDisposableReadOnlyCollection<OrtValue>? values)
    {
        if (values is not null && values != _first && values != _marked && values != _last)
        {
            values.Dispose();
        }
    }
}
