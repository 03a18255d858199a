namespace VideoTools.Engine.Features.Crop;

/// <summary>Smallest and largest value of each measurement over the positions that are compared with each other.</summary>
/// <param name="MinimumMotion">Smallest motion.</param>
/// <param name="MaximumMotion">Largest motion.</param>
/// <param name="MinimumDetail">Smallest detail.</param>
/// <param name="MaximumDetail">Largest detail.</param>
/// <param name="MinimumEdges">Smallest edges.</param>
/// <param name="MaximumEdges">Largest edges.</param>
/// <param name="MinimumSaturation">Smallest saturation.</param>
/// <param name="MaximumSaturation">Largest saturation.</param>
internal sealed record CropBounds(
    double MinimumMotion,
    double MaximumMotion,
    double MinimumDetail,
    double MaximumDetail,
    double MinimumEdges,
    double MaximumEdges,
    double MinimumSaturation,
    double MaximumSaturation)
{
    /// <summary>Bounds over all positions.</summary>
    /// <exception cref="ArgumentException">There is no position.</exception>
    public static CropBounds Of(IReadOnlyCollection<CropPosition> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Count == 0)
        {
            throw new ArgumentException("Bounds need at least one position.", nameof(positions));
        }

        return new CropBounds(
            positions.Min(p => p.Motion),
            positions.Max(p => p.Motion),
            positions.Min(p => p.Detail),
            positions.Max(p => p.Detail),
            positions.Min(p => p.Edges),
            positions.Max(p => p.Edges),
            positions.Min(p => p.Saturation),
            positions.Max(p => p.Saturation));
    }
}
