using System.Runtime.InteropServices;
using Google.Protobuf;

namespace VideoTools.Onnx;

/// <summary>Tensors of an ONNX file from and to arrays. ONNX writes the low byte first, as every platform of ours does.</summary>
public static class OnnxTensor
{
    /// <summary>A tensor of floats.</summary>
    /// <param name="name">Its name in the graph.</param>
    /// <param name="values">Row by row.</param>
    /// <param name="shape">Outermost extent first; none for a single number.</param>
    public static TensorProto Of(string name, ReadOnlySpan<float> values, params long[] shape) =>
        Create(name, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A tensor of 64-bit numbers: shapes, axes, pads.</summary>
    public static TensorProto Of(string name, ReadOnlySpan<long> values, params long[] shape) =>
        Create(name, TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A tensor of 32-bit numbers: biases of quantised layers.</summary>
    public static TensorProto Of(string name, ReadOnlySpan<int> values, params long[] shape) =>
        Create(name, TensorProto.Types.DataType.Int32, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A tensor of signed bytes: quantised weights.</summary>
    public static TensorProto Of(string name, ReadOnlySpan<sbyte> values, params long[] shape) =>
        Create(name, TensorProto.Types.DataType.Int8, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A tensor of bytes: zero points of activations.</summary>
    public static TensorProto Of(string name, ReadOnlySpan<byte> values, params long[] shape) =>
        Create(name, TensorProto.Types.DataType.Uint8, values, shape);

    /// <summary>The floats of a tensor.</summary>
    /// <exception cref="InvalidDataException">It holds no floats, or not as many as its shape has places.</exception>
    public static float[] Floats(TensorProto tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.DataType != (int)TensorProto.Types.DataType.Float || tensor.DataLocation != 0)
        {
            throw new InvalidDataException($"The tensor '{tensor.Name}' holds no floats in this file.");
        }

        var values = tensor.FloatData.Count > 0 ? [.. tensor.FloatData] : MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();
        return Count(tensor) == values.Length
            ? values
            : throw new InvalidDataException($"The tensor '{tensor.Name}' has {values.Length} values and {Count(tensor)} places.");
    }

    /// <summary>The 64-bit numbers of a tensor.</summary>
    /// <exception cref="InvalidDataException">It holds others.</exception>
    public static long[] Longs(TensorProto tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.DataType != (int)TensorProto.Types.DataType.Int64
            ? throw new InvalidDataException($"The tensor '{tensor.Name}' holds no 64-bit numbers.")
            : tensor.Int64Data.Count > 0 ? [.. tensor.Int64Data] : MemoryMarshal.Cast<byte, long>(tensor.RawData.Span).ToArray();
    }

    /// <summary>How many values a tensor's shape has places for.</summary>
    public static long Count(TensorProto tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.Dims.Aggregate(1L, (count, extent) => checked(count * extent));
    }

    private static TensorProto Create(string name, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes, long[] shape)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        tensor.Dims.AddRange(shape);
        return tensor;
    }
}
