namespace VideoTools.Engine.Inference;

/// <summary>How a picture goes into a model: (value / 255 - mean) / deviation, channel by channel, as models.json says.</summary>
/// <param name="Width">Width that the model takes, or is measured with where it takes any.</param>
/// <param name="Height">Height.</param>
/// <param name="Channels">Order of the channels.</param>
/// <param name="Mean">Mean of red, green, blue; 0 to 1.</param>
/// <param name="Deviation">What is divided by then.</param>
/// <param name="Fit">How a frame becomes a picture of that size.</param>
/// <param name="Eyes">For faces: the middle between the eyes and their distance, in parts of the width.</param>
internal sealed record PictureInput(
    int Width, int Height, ChannelOrder Channels = ChannelOrder.Rgb, IReadOnlyList<double>? Mean = null,
    IReadOnlyList<double>? Deviation = null, PictureFit Fit = PictureFit.Stretch, IReadOnlyList<double>? Eyes = null)
{
    /// <summary>Mean of a channel.</summary>
    public double MeanOf(int channel) => Mean?[channel] ?? 0;

    /// <summary>Divisor of a channel.</summary>
    public double DeviationOf(int channel) => Deviation?[channel] ?? 1;
}
