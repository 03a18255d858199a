using VideoTools.Engine.Media.Decoding.Times;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Time stamps of single pictures that are read one by one: the stream's own, from the file's start. Where the source repeats a time stamp
/// or steps back, ffmpeg has moved the frame by one refined unit; here it moves to the next unit of the source's time base, so that PTS
/// always grow.
/// </summary>
/// <param name="time">How the pipe counts time.</param>
internal sealed class PtsMapper(PipeTime time)
{
    private long? _last;

    public long Map(long pipePts)
    {
        var own = time.Map(pipePts);
        var pts = _last is { } last && own <= last ? last + 1 : own;
        _last = pts;
        return pts;
    }
}
