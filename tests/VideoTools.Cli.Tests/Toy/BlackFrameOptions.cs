namespace VideoTools.Cli.Tests.Toy;

/// <summary>How black frames are found.</summary>
internal sealed record BlackFrameOptions : FeatureOptions
{
    /// <summary>Mean luma below which a frame is black, 16 (black) to 235 (white).</summary>
    public double Threshold { get; init; } = 20;
}
