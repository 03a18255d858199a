namespace VideoTools.Engine.Media.Decoding;

/// <summary>Consecutive 16 kHz mono samples, 16 bit signed, valid only during the call that hands them over.</summary>
internal readonly ref struct AudioBlock(ReadOnlySpan<short> samples, long pts, Rational timeBase)
{
    /// <summary>The samples.</summary>
    public ReadOnlySpan<short> Samples { get; } = samples;

    /// <summary>Time of the first sample in units of <see cref="TimeBase"/>.</summary>
    public long Pts { get; } = pts;

    /// <summary>Seconds a PTS unit lasts.</summary>
    public Rational TimeBase { get; } = timeBase;
}
