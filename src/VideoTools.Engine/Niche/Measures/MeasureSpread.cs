namespace VideoTools.Engine.Niche.Measures;

/// <summary>Where the values of a measure lie. All null when there are none.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">Half of the values lie below.</param>
/// <param name="LowerQuartile">A quarter lies below.</param>
/// <param name="UpperQuartile">Three quarters lie below.</param>
internal readonly record struct MeasureSpread(double? Mean, double? Median, double? LowerQuartile, double? UpperQuartile);
