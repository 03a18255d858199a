namespace VideoTools.Engine.Features.Text;

/// <summary>What pieces of one line may differ by.</summary>
/// <param name="HeightRatio">The higher to the lower one.</param>
/// <param name="Shift">Of their centres across the line, in heights of the lower one.</param>
/// <param name="Gap">Between them, likewise.</param>
internal readonly record struct LineLimits(double HeightRatio, double Shift, double Gap);
