using VideoTools.Engine.Media.Decoding.Nut;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Judges a decode that ran to its end: how whole the file was, or which error it is.</summary>
internal static class DecodeOutcome
{
    // More errors than this before the end mean damage rather than a cut.
    private const long ErrorsOfACut = 5;

    /// <summary>Status of a decode that delivered frames.</summary>
    /// <param name="plan">What was decoded.</param>
    /// <param name="log">What the child said.</param>
    /// <param name="end">Where it ended.</param>
    /// <param name="run">How it went.</param>
    public static RecordStatus Judge(DecodePlan plan, DecoderLog log, DecodeEnd end, DecodeRun run)
    {
        // What lies behind the range is not its damage.
        if (log.IsTruncated && run.Behind is null)
        {
            return RecordStatus.Truncated;
        }

        // Where only sound was decoded, no frame says how far the picture goes.
        var hasPictures = plan.AnalysisLongSide > 0 || plan.Stills.Count > 0;
        if (hasPictures && end.IsShort && plan.Speed != SpeedMode.Fast && log.ErrorCount <= ErrorsOfACut)
        {
            return RecordStatus.Truncated;
        }

        if (plan.To is null && run.SoundEnd is { } sound
            && SoundFile.IsShort(plan.Source, MediaTime.ToSeconds(sound, plan.Source.Info.TimeBase)))
        {
            return RecordStatus.Truncated;
        }

        return log.ErrorCount > 0 ? RecordStatus.Damaged : run.JumpCount > 0 ? RecordStatus.Bridged : RecordStatus.Ok;
    }

    /// <summary>The error for a child that delivered nothing.</summary>
    public static VideoToolsException Nothing(DecodePlan plan, DecoderLog log, int? exitCode)
    {
        var path = plan.Source.Info.FullName;
        if (ChildEnd.Error(exitCode, path, "ffmpeg") is { } ended)
        {
            return ended;
        }

        var what = plan.Source.HasVideo ? "frame" : "sound";
        var isRange = (plan.From is { } from && from > TimeSpan.Zero) || plan.To is not null;
        if (isRange && exitCode == 0 && log.ErrorCount == 0)
        {
            return new VideoToolsException(
                VideoErrorId.RangeOutsideVideo,
                path,
                $"'{path}' has no {what} from {plan.From ?? TimeSpan.Zero:c} to {(plan.To is { } to ? to.ToString("c") : "its end")}; "
                + (plan.Source.Info.Duration is { } length ? $"it is {length:c} long." : "it is shorter."),
                plan.Source.HasVideo ? "Choose a range inside of the video." : "Choose a range inside of the sound.");
        }

        return new VideoToolsException(
            VideoErrorId.NoFrames,
            path,
            plan.Source.HasVideo
                ? $"Not one frame of '{path}' could be decoded. ffmpeg: {log.Tail}"
                : $"No sound of '{path}' could be decoded. ffmpeg: {log.Tail}",
            "The file is damaged, or this ffmpeg lacks its codec.");
    }

    public static VideoToolsException Failed(DecodePlan plan, DecoderLog log, int? exitCode, Exception? inner = null)
    {
        var path = plan.Source.Info.FullName;
        if (ChildEnd.Error(exitCode, path, "ffmpeg") is { } ended)
        {
            return ended;
        }

        var how = exitCode is { } code ? FormattableString.Invariant($"ended with exit code {code}")
            : inner is NutFormatException { IsEndOfStream: false } ? "wrote what it was not asked for and was ended"
            : "did not end";
        return new VideoToolsException(
            VideoErrorId.DecoderFailed,
            path,
            $"ffmpeg {how} while decoding '{path}'. {inner?.Message} ffmpeg: {log.Tail}",
            "Check whether a player can open it; update ffmpeg if it can.",
            inner);
    }

    public static VideoToolsException Stalled(DecodePlan plan, DecoderLog log)
    {
        var path = plan.Source.Info.FullName;
        return new VideoToolsException(
            VideoErrorId.DecoderStalled,
            path,
            FormattableString.Invariant(
                $"Decoding '{path}' delivered nothing for {plan.StallTimeout.TotalSeconds:0.#} s. ffmpeg: {log.Tail}"),
            "Check the drive or network the file lies on.");
    }
}
