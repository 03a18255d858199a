// Method: the end of a video is the end of its last frame as it is shown. Where the container's end lies near the last frame it is that.
// Where it lies far behind, the last frame is held (screen recordings, GIF), or the container has one length for all and the sound goes
// on (WMV), or the file was cut off. A table of all frames (MP4) or the length of the last packet tell the first from the others; packets
// of other streams up to the end, and a file as long as its header says, tell the second from the third. Packets are read only then.
using VideoTools.Engine.Media.Decoding.Times;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Where a decode ended.</summary>
/// <param name="Pts">End of the last frame, in units of the picture's time base; 0 without one.</param>
/// <param name="IsShort">True when the file is shorter than it says.</param>
internal readonly record struct DecodeEnd(long Pts, bool IsShort)
{
    // Less than this is rounding, or a last frame without a length.
    private const double MissingSeconds = 1.0;
    private const double NearSeconds = 0.25;
    private const double NearFrames = 2.5;

    /// <summary>Finds the end of a decode that ran to its end.</summary>
    /// <param name="plan">What was decoded.</param>
    /// <param name="run">How it went.</param>
    /// <param name="log">What the child said.</param>
    /// <param name="read">Reads the packets of the file.</param>
    public static DecodeEnd Of(DecodePlan plan, DecodeRun run, DecoderLog log, Func<PacketTimes?> read)
    {
        if (run.LastPts is not { } last)
        {
            return default;
        }

        var source = plan.Source;
        if (plan.To is { } to)
        {
            var limit = DecodeLayout.FirstPtsAt(to, source.Info.TimeBase);
            var end = run.Behind is not null ? default : OfFile(source, last, log, run.JumpCount, read);
            return run.Behind is { } behind
                ? new DecodeEnd(Math.Max(last + 1, Math.Min(behind, limit)), false)
                : end with { Pts = Math.Max(last + 1, Math.Min(end.Pts, limit)), IsShort = end.IsShort && end.Pts < limit };
        }

        return OfFile(source, last, log, run.JumpCount, read);
    }

    /// <summary>The end of a decode that was ended early: one frame after the last.</summary>
    public static DecodeEnd Early(DecodePlan plan, DecodeRun run)
    {
        if (run.LastPts is not { } last)
        {
            return default;
        }

        var next = last + FrameRates.NominalFrame(plan.Source);
        var limit = plan.To is { } to ? DecodeLayout.FirstPtsAt(to, plan.Source.Info.TimeBase) : long.MaxValue;
        return new DecodeEnd(Math.Max(last + 1, Math.Min(run.Behind ?? next, limit)), false);
    }

    private static DecodeEnd OfFile(ProbeResult source, long last, DecoderLog log, int jumps, Func<PacketTimes?> read)
    {
        var unit = source.Info.TimeBase;
        var frame = FrameRates.NominalFrame(source);
        var (nominal, expected) = (last + frame, source.VideoEndPts);
        if (jumps > 0)
        {
            // What the container says is of its own clock.
            return new DecodeEnd(read() is { IsComplete: true } times && times.Shown[^1] == last ? times.End : nominal, false);
        }

        if (expected is not { } end || end <= last)
        {
            return new DecodeEnd(source.HasOwnDelays && read() is { } delays ? Math.Max(delays.End, nominal) : nominal, false);
        }

        if (MediaTime.ToSeconds(end - last, unit) <= Math.Max(NearSeconds, NearFrames * MediaTime.ToSeconds(frame, unit)))
        {
            return new DecodeEnd(end, false);
        }

        if (log.IsTruncated)
        {
            return new DecodeEnd(nominal, true);
        }

        if (source.IsIndexed && source.Info.FrameCount > 0)
        {
            return new DecodeEnd(end, false);
        }

        var packets = read() is { IsComplete: true } all ? all : null;
        var own = Math.Max(nominal, packets?.End ?? 0);
        var missing = MediaTime.ToSeconds(end - own, unit);
        if (missing <= MissingSeconds)
        {
            return new DecodeEnd(Math.Min(own, end), false);
        }

        var reached = packets?.OtherEndSeconds >= MediaTime.ToSeconds(end, unit) - MissingSeconds;
        return reached ? new DecodeEnd(own, false)
            : WholeFile.IsWhole(source.Info.FullName) == true ? new DecodeEnd(end, false)
            : new DecodeEnd(own, true);
    }
}
