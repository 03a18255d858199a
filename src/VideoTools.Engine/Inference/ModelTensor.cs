// ONNX Runtime's values behind a type of ours, so that nothing else in the engine sees the runtime. A tensor over an array does not copy
// it: the array stays pinned, and what is written into it later is what the next run reads. Cost: one small object.
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace VideoTools.Engine.Inference;

/// <summary>Numbers with a shape: what goes into a model and comes out of it. Its creator disposes it.</summary>
internal sealed class ModelTensor : IDisposable
{
    internal ModelTensor(OrtValue value) => Value = value;

    /// <summary>The extents, outermost first; empty for a single number.</summary>
    public long[] Shape => Value.GetTensorTypeAndShape().Shape;

    /// <summary>The numbers, row by row; valid until the tensor is disposed.</summary>
    public ReadOnlySpan<float> Floats => Value.GetTensorDataAsSpan<float>();

    internal OrtValue Value { get; }

    /// <summary>A tensor over an array; the array is not copied.</summary>
    /// <param name="values">As many values as the shape has places.</param>
    /// <param name="shape">The extents, outermost first; none for a single value.</param>
    /// <typeparam name="T">float, long or bool.</typeparam>
    public static ModelTensor Over<T>(T[] values, params long[] shape)
        where T : unmanaged => new(OrtValue.CreateTensorValueFromMemory(values, shape));

    /// <summary>A tensor of floats without any: one of its extents is 0.</summary>
    public static ModelTensor Empty(params long[] shape) =>
        new(OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, shape));

    public void Dispose() => Value.Dispose();
}
