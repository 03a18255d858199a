namespace VideoTools.Engine.Media.Encoding;

/// <summary>A part of a <see cref="TimeMap"/>; times in seconds.</summary>
/// <param name="Start">Start in the source.</param>
/// <param name="End">End in the source.</param>
/// <param name="Speed">2 plays twice as fast.</param>
/// <param name="Output">Start in the output.</param>
internal sealed record TimeMapPart(double Start, double End, double Speed, double Output)
{
    /// <summary>End in the output.</summary>
    public double OutputEnd => Output + ((End - Start) / Speed);
}
