// Method: the first call projects the encoder's states to keys and values of every layer; they, and those of the tokens so far, are
// kept and given back with each further token, so that a step reads one token per window only. Values that are not read stay inside the
// runtime.
// Source: Whisper exported to ONNX with a merged decoder (one branch without, one with such a cache).
// Units: logits. Cost: a step of the base model about 14 ms on two cores for one window, 24 ms for four (benchmark whisper-batch); 37
// MB of keys and values a window.
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Speech;

/// <summary>The steps of Whisper's decoder for one or more windows through ONNX Runtime. Not thread-safe.</summary>
internal sealed class OnnxWhisperSteps : IDisposable
{
    private static readonly string[] Kinds = ["decoder.key", "decoder.value", "encoder.key", "encoder.value"];

    private readonly WhisperModel _model;
    private readonly ModelTensor _states;
    private readonly CancellationToken _cancellationToken;
    private readonly ModelTensor _none;
    private readonly ModelTensor _cacheOff = ModelTensor.Over(new[] { false }, 1);
    private readonly ModelTensor _cacheOn = ModelTensor.Over(new[] { true }, 1);
    private readonly long[] _tokens;
    private readonly ModelTensor _tokenValue;
    private readonly string[] _inputNames;
    private readonly string[] _firstNames;
    private readonly string[] _stepNames;
    private ModelOutputs? _first;
    private ModelOutputs? _last;
    private ModelOutputs? _marked;

    /// <summary>Creates the steps; the states stay the caller's.</summary>
    /// <param name="model">The model.</param>
    /// <param name="states">What the encoder said: windows x time x numbers.</param>
    /// <param name="windows">How many windows.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn.</param>
    public OnnxWhisperSteps(WhisperModel model, ModelTensor states, int windows, CancellationToken cancellationToken)
    {
        _model = model;
        _states = states;
        _cancellationToken = cancellationToken;
        _none = ModelTensor.Empty(windows, model.Heads, 0, model.HeadSize);
        _tokens = new long[windows];
        _tokenValue = ModelTensor.Over(_tokens, windows, 1);
        var layers = Enumerable.Range(0, model.Layers);
        _inputNames =
        [
            "input_ids", "encoder_hidden_states", "use_cache_branch",
            .. from layer in layers from kind in Kinds select $"past_key_values.{layer}.{kind}",
        ];
        _firstNames = ["logits", .. from layer in layers from kind in Kinds select $"present.{layer}.{kind}"];
        _stepNames = ["logits", .. from layer in layers from kind in Kinds.Take(2) select $"present.{layer}.{kind}"];
    }

    /// <summary>Logits of all windows after the last step, window after window.</summary>
    public ReadOnlySpan<float> Logits => _last is null ? [] : _last[0].Floats;

    /// <summary>Starts the transcripts.</summary>
    public void Begin()
    {
        DisposeCaches();
        _tokens.AsSpan().Fill(_model.Vocabulary.StartOfTranscript);
        _first = _model.Decoder.RunAndKeep(WithoutCache(_tokenValue), _inputNames, _firstNames, _cancellationToken);
        _last = _first;
    }

    /// <summary>Adds a token to each window.</summary>
    public void Next(ReadOnlySpan<int> tokens)
    {
        if (_first is null || _last is null)
        {
            throw new InvalidOperationException("Begin comes first.");
        }

        for (var i = 0; i < _tokens.Length; i++)
        {
            _tokens[i] = tokens[i];
        }

        var inputs = new List<ModelTensor>(_inputNames.Length) { _tokenValue, _states, _cacheOn };
        var (first, last) = (_first, _last);
        var perLayer = _last == _first ? 4 : 2;
        for (var layer = 0; layer < _model.Layers; layer++)
        {
            inputs.Add(last[1 + (layer * perLayer)]);
            inputs.Add(last[2 + (layer * perLayer)]);
            inputs.Add(first[3 + (layer * 4)]);
            inputs.Add(first[4 + (layer * 4)]);
        }

        _last = _model.Decoder.RunAndKeep(inputs, _inputNames, _stepNames, _cancellationToken);
        Release(last);
    }

    /// <summary>Remembers the tokens given so far.</summary>
    public void Mark()
    {
        var before = _marked;
        _marked = _last;
        Release(before);
    }

    /// <summary>Goes back to the tokens of <see cref="Mark"/>.</summary>
    public void Reset()
    {
        var before = _last;
        _last = _marked;
        Release(before);
    }

    /// <summary>What goes in to read whole token sequences at once.</summary>
    public List<ModelTensor> WithoutCache(ModelTensor tokens)
    {
        var inputs = new List<ModelTensor>(_inputNames.Length) { tokens, _states, _cacheOff };
        inputs.AddRange(Enumerable.Repeat(_none, _inputNames.Length - inputs.Count));
        return inputs;
    }

    /// <summary>Names of the inputs, in the order of <see cref="WithoutCache"/>.</summary>
    public IReadOnlyCollection<string> InputNames => _inputNames;

    public void Dispose()
    {
        DisposeCaches();
        _none.Dispose();
        _cacheOff.Dispose();
        _cacheOn.Dispose();
        _tokenValue.Dispose();
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
    private void Release(ModelOutputs? values)
    {
        if (values is not null && values != _first && values != _marked && values != _last)
        {
            values.Dispose();
        }
    }
}
