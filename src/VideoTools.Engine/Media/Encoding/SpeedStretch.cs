namespace VideoTools.Engine.Media.Encoding;

/// <summary>A stretch that is played at a speed of its own.</summary>
/// <param name="Start">Start in seconds.</param>
/// <param name="End">End in seconds.</param>
/// <param name="Speed">2 plays twice as fast.</param>
internal sealed record SpeedStretch(double Start, double End, double Speed);
