namespace VideoTools;

/// <summary>Gives one <see cref="CropPosition"/> a position, row-major.</summary>
public sealed record CropRequest : VideoRequest
{
    /// <summary>Which positions.</summary>
    public CropOptions Crop { get; init; } = new();
}
