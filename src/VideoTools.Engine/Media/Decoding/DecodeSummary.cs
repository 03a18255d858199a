namespace VideoTools.Engine.Media.Decoding;

/// <summary>How a decode ended.</summary>
/// <param name="FrameCount">Frames delivered.</param>
/// <param name="EndPts">PTS of the end of the last frame (its PTS plus its duration), in units of <paramref name="TimeBase"/>; 0 when
/// there was none.</param>
/// <param name="TimeBase">Time base of the frames.</param>
/// <param name="DecodeErrorCount">Errors the decoder reported.</param>
/// <param name="Status">How whole the file was.</param>
internal sealed record DecodeSummary(long FrameCount, long EndPts, Rational TimeBase, long DecodeErrorCount, RecordStatus Status)
{
    /// <summary>End of the last frame in seconds.</summary>
    public double EndSeconds => MediaTime.ToSeconds(EndPts, TimeBase);

    /// <summary>End of the last frame.</summary>
    public TimeSpan End => MediaTime.ToTimeSpan(EndPts, TimeBase);
}
