using System.Collections;
using Microsoft.ML.OnnxRuntime;

namespace VideoTools.Engine.Inference;

/// <summary>
/// The outputs of one run, in the order that was asked for. They stay inside the runtime; disposing the set frees them all.
/// </summary>
internal sealed class ModelOutputs : IReadOnlyList<ModelTensor>, IDisposable
{
    private readonly IDisposableReadOnlyCollection<OrtValue> _values;
    private readonly ModelTensor[] _tensors;

    internal ModelOutputs(IDisposableReadOnlyCollection<OrtValue> values)
    {
        _values = values;
        _tensors = [.. values.Select(value => new ModelTensor(value))];
    }

    public int Count => _tensors.Length;

    public ModelTensor this[int index] => _tensors[index];

    public IEnumerator<ModelTensor> GetEnumerator() => ((IEnumerable<ModelTensor>)_tensors).GetEnumerator();

    public void Dispose() => _values.Dispose();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
