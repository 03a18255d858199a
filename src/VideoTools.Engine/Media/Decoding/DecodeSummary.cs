namespace VideoTools.Engine.Media.Decoding;

/// <summary>How a decode ended.</summary>
/// <param name="FrameCount">Frames delivered.</param>
/// <param name="EndPts">PTS of the end of the last frame (its PTS plus its duration), in units of <paramref name="TimeBase"/>; 0 when
/// there was none. Of a file with sound only it is the end of its sound.</param>
/// <param name="TimeBase">Time base of the frames.</param>
/// <param name="DecodeErrorCount">Errors the decoder reported, and jumps of the time stamps.</param>
/// <param name="Status">How whole the file was.</param>
internal sealed record DecodeSummary(long FrameCount, long EndPts, Rational TimeBase, long DecodeErrorCount, RecordStatus Status)
{
    /// <summary>End of the last frame in seconds.</summary>
    public double EndSeconds => MediaTime.ToSeconds(EndPts, TimeBase);

    /// <summary>End of the last frame.</summary>
    public TimeSpan End => MediaTime.ToTimeSpan(EndPts, TimeBase);

    /// <summary>Jumps of the time stamps that were closed.</summary>
    public int JumpCount { get; init; }

    /// <summary>Sound tracks that were asked for and could not be decoded, by their numbers.</summary>
    public IReadOnlySet<int> UnknownAudio { get; init; } = new HashSet<int>();
}
