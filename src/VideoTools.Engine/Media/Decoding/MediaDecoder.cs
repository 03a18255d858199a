using VideoTools.Engine.Media.Decoding.Nut;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Runs one decoder child and hands its timed streams to a sink, on the calling thread.</summary>
/// <param name="tools">Where ffmpeg lies.</param>
internal sealed class MediaDecoder(FfmpegTools tools)
{
    /// <summary>A decoder as the options say.</summary>
    /// <exception cref="VideoToolsException"><see cref="VideoErrorId.DecoderMissing"/>.</exception>
    public static MediaDecoder Create(EngineOptions options) => new MediaDecoder(FfmpegLocator.Locate(options.FfmpegDirectory));

    /// <summary>
    /// Decodes until the end, until the sink is satisfied, or until cancelled. No child is left when it returns or throws.
    /// </summary>
    /// <param name="plan">What to deliver.</param>
    /// <param name="sink">Who gets it. Its calls come one after another on this thread.</param>
    /// <param name="cancellationToken">Ends the child at once.</param>
    /// <exception cref="VideoToolsException">NoFrames, RangeOutsideVideo, DecoderFailed, DecoderStalled or DecoderMissing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public DecodeSummary Decode(DecodePlan plan, IDecodeSink sink, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var layout = DecodeLayout.Create(plan);
        try
        {
            return RunChild(plan, layout, sink, cancellationToken);
        }
        catch (UndeliveredException) when (layout.HasVideo && plan.AudioTracks.Count > 0)
        {
            // The sound starts so late that ffmpeg gave up waiting for it before it wrote a byte: two passes, one after another.
            var summary = Decode(plan with { AudioTracks = [] }, sink, cancellationToken);
            if (!sink.IsSatisfied)
            {
                Decode(plan with { AnalysisLongSide = 0, Stills = [] }, sink, cancellationToken);
            }

            return summary;
        }
        catch (VideoToolsException e) when (e.Error.Id == VideoErrorId.NoFrames && plan.HardwareAcceleration != HardwareAcceleration.None)
        {
            // Nothing was delivered yet: the hardware is missing or can't decode this, the processor can.
            return Decode(plan with { HardwareAcceleration = HardwareAcceleration.None }, sink, cancellationToken);
        }
    }

    private DecodeSummary RunChild(DecodePlan plan, DecodeLayout layout, IDecodeSink sink, CancellationToken cancellationToken)
    {
        plan = plan with { Threads = DecoderMemory.Threads(plan) };
        using var child = DecoderProcess.Start(
            tools, DecoderArguments.Build(plan, layout), plan.StallTimeout, cancellationToken, DecoderMemory.Limit(plan));
        var run = new DecodeRun(plan, layout, sink);
        try
        {
            var ranToEnd = run.Read(child.Output, cancellationToken);
            return ranToEnd ? Finish(plan, run, child, cancellationToken) : run.Summarize(child.Log.ErrorCount, EarlyStatus(child.Log));
        }
        catch (IOException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (child.HasStalled)
            {
                throw DecodeOutcome.Stalled(plan, child.Log);
            }

            if (e is NutFormatException { IsEndOfStream: false })
            {
                // What it writes is not what was asked for: nobody reads on, and it would wait for that.
                child.End();
            }

            throw DecodeOutcome.Failed(plan, child.Log, child.WaitForExit(), e);
        }
    }

    private static DecodeSummary Finish(DecodePlan plan, DecodeRun run, DecoderProcess child, CancellationToken cancellationToken)
    {
        var exitCode = child.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        if (child.HasStalled)
        {
            throw DecodeOutcome.Stalled(plan, child.Log);
        }

        if (run.HasVideo && run.VideoCount == 0)
        {
            throw child.Log.HasLateStream ? new UndeliveredException() : DecodeOutcome.Nothing(plan, child.Log, exitCode);
        }

        if (exitCode != 0)
        {
            throw DecodeOutcome.Failed(plan, child.Log, exitCode);
        }

        return run.Summarize(child.Log.ErrorCount, DecodeOutcome.Judge(child.Log, run.EndPts, plan));
    }

    private static RecordStatus EarlyStatus(DecoderLog log) =>
        log.IsTruncated ? RecordStatus.Truncated : log.ErrorCount > 0 ? RecordStatus.Damaged : RecordStatus.Ok;

    /// <summary>The child ended before its first byte because one stream kept the others waiting.</summary>
    private sealed class UndeliveredException : Exception;
}
