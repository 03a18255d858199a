// Method: symmetric, one scale an output channel: the largest absolute weight of a channel becomes the largest whole number. The bias has
// the scale of the product (32 bits). Where a bias would not fit, the channel's scale grows until it does.
// Source: Nagel et al., A White Paper on Neural Network Quantization, 2021. Cost: every weight once.
using VideoTools.Onnx;

namespace VideoTools.Engine.Quantization;

/// <summary>Weights of a layer as whole numbers.</summary>
/// <param name="Values">The weights, in the order that they had.</param>
/// <param name="Scales">One an output channel.</param>
/// <param name="Axis">Where the output channels are in the shape.</param>
internal sealed record WeightQuantizer(sbyte[] Values, float[] Scales, int Axis)
{
    private const double LargestBias = 1 << 30;

    /// <summary>Quantises the weights of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="weight">Its weights.</param>
    /// <param name="bias">Its bias; null for none.</param>
    /// <param name="input">The range of its input.</param>
    /// <param name="largest">Largest whole number of a weight.</param>
    public static WeightQuantizer Of(NodeProto layer, TensorProto weight, float[]? bias, ValueRange input, int largest)
    {
        var isByRow = layer.OpType == "Conv" || (layer.OpType == "Gemm" && (OnnxNode.Find(layer, "transB")?.I ?? 0) == 1);
        var floats = OnnxTensor.Floats(weight);
        var channels = (int)weight.Dims[isByRow ? 0 : 1];
        var inChannel = floats.Length / Math.Max(1, channels);
        int ChannelOf(int i) => isByRow ? i / inChannel : i % channels;
        var scales = new float[channels];
        for (var i = 0; i < floats.Length; i++)
        {
            scales[ChannelOf(i)] = Math.Max(scales[ChannelOf(i)], Math.Abs(floats[i]) / largest);
        }

        for (var channel = 0; channel < channels; channel++)
        {
            var needed = bias is null ? 0 : (float)(Math.Abs(bias[channel]) / input.Scale / LargestBias);
            scales[channel] = Math.Max(scales[channel], needed) is > 0 and var scale ? scale : 1;
        }

        var values = new sbyte[floats.Length];
        for (var i = 0; i < floats.Length; i++)
        {
            values[i] = (sbyte)Math.Clamp(MathF.Round(floats[i] / scales[ChannelOf(i)]), -largest, largest);
        }

        return new WeightQuantizer(values, scales, isByRow ? 0 : 1);
    }

    /// <summary>A bias in the scale of the product.</summary>
    public int[] Bias(float[] bias, ValueRange input)
    {
        var values = new int[bias.Length];
        for (var channel = 0; channel < bias.Length; channel++)
        {
            values[channel] = (int)Math.Round(bias[channel] / ((double)input.Scale * Scales[channel]));
        }

        return values;
    }
}
