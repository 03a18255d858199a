using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>A part of a file that is copied without encoding.</summary>
internal sealed record CopyPlan
{
    /// <summary>The probed file.</summary>
    public required ProbeResult Source { get; init; }

    /// <summary>Start in seconds on the clock of the file's user: 0 is its start time.</summary>
    public required double From { get; init; }

    /// <summary>End in seconds.</summary>
    public required double To { get; init; }

    /// <summary>Container of the output.</summary>
    public required OutputContainer Container { get; init; }

    /// <summary>
    /// True takes the packets shown in [From, To) and no other; they must be clean cuts. False begins at the key frame before From.
    /// </summary>
    public bool IsExact { get; init; } = true;

    /// <summary>A time so little before another that no frame lies between: a quarter of the stream's unit, or a microsecond.</summary>
    public static double JustBefore(double seconds, Rational timeBase) => seconds - Math.Max(1e-6, timeBase.ToDouble() / 4);
}
