using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Quantization;

/// <summary>A picture as a model takes it.</summary>
/// <param name="Values">Its numbers.</param>
/// <param name="Shape">Their shape.</param>
internal sealed record ModelPicture(float[] Values, long[] Shape)
{
    /// <summary>The tensor of one run; its creator disposes it.</summary>
    public ModelTensor ToTensor() => ModelTensor.Over(Values, Shape);
}
