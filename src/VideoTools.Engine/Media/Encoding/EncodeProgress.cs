using System.Globalization;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>How far an encode is.</summary>
/// <param name="Seconds">Time written.</param>
/// <param name="Speed">Seconds written a second; 0 while that is not known.</param>
internal readonly record struct EncodeProgress(double Seconds, double Speed)
{
    /// <summary>Takes a line of ffmpeg's progress in.</summary>
    public EncodeProgress With(string line)
    {
        var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts switch
        {
            ["out_time_us", var time] when Read(time, out var microseconds) => this with { Seconds = Math.Max(0, microseconds / 1e6) },
            ["speed", var text] when Read(text.TrimEnd('x'), out var speed) => this with { Speed = speed },
            _ => this,
        };
    }

    private static bool Read(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
