namespace VideoTools.Engine.Features.CropPath;

/// <summary>Something that must stay whole while it is shown. Lengths in displayed pixels.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="StartSeconds">When it comes.</param>
/// <param name="EndSeconds">When it is gone.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Bottom edge.</param>
internal sealed record KeepBox(string What, double StartSeconds, double EndSeconds, double Left, double Top, double Right, double Bottom)
{
    /// <summary>Letters on the very edge of a crop are hard to read: a part of the text's height is left around it.</summary>
    private const double Margin = 0.35;

    /// <summary>The boxes of texts.</summary>
    public static IEnumerable<KeepBox> Of(IEnumerable<VideoText> texts) => texts.Select(text => new KeepBox(
        "text", text.StartSeconds, text.EndSeconds,
        text.X - (Margin * text.Height), text.Y - (Margin * text.Height),
        text.X + text.Width + (Margin * text.Height), text.Y + text.Height + (Margin * text.Height)));
}
