using VideoTools.Engine.Media.Decoding.Times;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Counts frames, and says what the count tells of a file.</summary>
internal sealed class FrameCounter : IDecodeSink
{
    // Below this the container and the frames agree.
    private const double NearSeconds = 0.1;
    private const double MissingSeconds = 1;
    private const double SameRate = 0.002;
    private readonly List<long> _shown = [];

    public bool IsSatisfied => false;

    public void OnFrame(VideoFrame frame) => _shown.Add(frame.Pts);

    public void OnStill(VideoFrame frame, int selection)
    {
    }

    public void OnAudio(AudioBlock block, int track)
    {
    }

    /// <summary>The times of the frames.</summary>
    /// <param name="summary">How the decode ended.</param>
    /// <param name="timeBase">Their unit.</param>
    public PacketTimes Times(DecodeSummary summary, Rational timeBase) => new()
    {
        Shown = [.. _shown],
        Keys = [],
        Offsets = [],
        JumpCount = summary.JumpCount,
        End = summary.EndPts,
        EndSeconds = summary.EndSeconds,
        OtherEndSeconds = 0,
        IsComplete = true,
        IsVariable = FrameRates.IsVariable(_shown.ToArray(), timeBase),
    };

    /// <summary>The file with what its frames say: their number, their length together, whether the rate varies.</summary>
    public static ProbeResult Apply(ProbeResult result, PacketTimes times)
    {
        var info = result.Info;
        var seconds = Length(result, times);
        var rate = Rate(info, times);
        return result with
        {
            Info = info with
            {
                FrameCount = times.Shown.Length,
                IsFrameCountExact = true,
                IsVariableFrameRate = times.IsVariable,
                FrameRate = rate,
                FramesPerSecond = rate?.ToDouble(),
                DurationSeconds = seconds,
                Duration = ProbeParser.ToTime(seconds),
                Status = times.JumpCount > 0 ? RecordStatus.Bridged : info.Status,
            },
        };
    }

    private static double? Length(ProbeResult result, PacketTimes times)
    {
        var counted = times.JumpCount > 0 ? times.EndSeconds : Math.Max(times.EndSeconds, times.OtherEndSeconds);
        if (result.Info.DurationSeconds is not { } told || times.JumpCount > 0 || counted > told + NearSeconds)
        {
            return counted > 0 ? counted : null;
        }

        // A last frame that is held has no packet up to the end; a file that was cut has none either.
        return told - counted > MissingSeconds && !result.IsIndexed && WholeFile.IsWhole(result.Info.FullName) != true ? counted : told;
    }

    private static Rational? Rate(VideoInfo info, PacketTimes times)
    {
        if (times.Shown.Length < 3)
        {
            return info.FrameRate;
        }

        var span = times.Shown[^1] - times.Shown[0];
        var counted = span <= 0 ? 0 : (times.Shown.Length - 1) / (span * info.TimeBase.ToDouble());
        return counted <= 0 || (info.FramesPerSecond is { } told && Math.Abs((told / counted) - 1) <= SameRate)
            ? info.FrameRate
            : new Rational((times.Shown.Length - 1) * info.TimeBase.Denominator, span * info.TimeBase.Numerator);
    }
}
