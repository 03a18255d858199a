using VideoTools.Engine.Media.Decoding.Nut;
using VideoTools.Engine.Media.Decoding.Times;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Runs one decoder child and hands its timed streams to a sink, on the calling thread.</summary>
/// <param name="tools">Where ffmpeg lies.</param>
internal sealed class MediaDecoder(FfmpegTools tools)
{
    // Packets are read this far behind the start of a range: its first frame may be stored after later ones.
    private const double AfterSeconds = 10;

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
        plan = WithTimes(plan, cancellationToken);
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
        catch (LacksDecoderException) when (plan.AudioTracks.Count > 0)
        {
            // The sound has a codec that this ffmpeg does not know: the picture has another one. Which track it is is not told.
            if (!layout.HasVideo || plan.AudioTracks.Count > 1)
            {
                return DecodeApart(plan, sink, cancellationToken);
            }

            var summary = Decode(plan with { AudioTracks = [] }, sink, cancellationToken);
            return summary with { UnknownAudio = plan.AudioTracks.Select(sound => sound.Track).ToHashSet() };
        }
        catch (VideoToolsException e) when (e.Error.Id == VideoErrorId.NoFrames && plan.HardwareAcceleration != HardwareAcceleration.None)
        {
            // Nothing was delivered yet: the hardware is missing or can't decode this, the processor can.
            return Decode(plan with { HardwareAcceleration = HardwareAcceleration.None }, sink, cancellationToken);
        }
    }

    // Frames are told by their number in the file: a range needs to know what comes before it, a decode that leaves out frames where each
    // belongs. Formats with a table of all frames and a constant rate say it by the time alone.
    private DecodePlan WithTimes(DecodePlan plan, CancellationToken cancellationToken)
    {
        var isRange = plan.From is { } from && from > TimeSpan.Zero;
        var isFast = plan.Speed == SpeedMode.Fast;
        if (plan.Times is not null || plan.Source.IsBareStream || !plan.Source.HasVideo || !(isRange || isFast)
            || (plan.Source is { IsIndexed: true, Info.IsVariableFrameRate: false }))
        {
            return plan;
        }

        double? until = isFast ? null : plan.From!.Value.TotalSeconds + AfterSeconds;
        return plan with { Times = new PacketReader(tools, plan.StallTimeout).Read(plan.Source, until, cancellationToken) };
    }

    private DecodeSummary DecodeApart(DecodePlan plan, IDecodeSink sink, CancellationToken cancellationToken)
    {
        HashSet<int> unknown = [];
        DecodeSummary? summary = null;
        IEnumerable<DecodePlan> parts =
        [
            .. plan.AnalysisLongSide > 0 || plan.Stills.Count > 0 ? [plan with { AudioTracks = [] }] : Array.Empty<DecodePlan>(),
            .. plan.AudioTracks.Select(track => plan with { AnalysisLongSide = 0, Stills = [], AudioTracks = [track] }),
        ];
        foreach (var part in parts)
        {
            if (sink.IsSatisfied)
            {
                break;
            }

            try
            {
                var numbered = new OneTrackSink(sink, plan.AudioTracks, part.AudioTracks);
                var one = RunChild(part, DecodeLayout.Create(part), numbered, cancellationToken);
                summary ??= one;
            }
            catch (LacksDecoderException) when (part.AudioTracks.Count > 0)
            {
                unknown.UnionWith(part.AudioTracks.Select(sound => sound.Track));
            }
        }

        summary ??= new DecodeSummary(0, 0, plan.Source.Info.TimeBase, 0, RecordStatus.Ok);
        return summary with { UnknownAudio = unknown };
    }

    private DecodeSummary RunChild(DecodePlan plan, DecodeLayout layout, IDecodeSink sink, CancellationToken cancellationToken)
    {
        plan = plan with { Threads = DecoderMemory.Threads(plan) };
        var beginsLater = layout is { IsSought: true, FromPts: not null, HasVideo: true };
        using var child = DecoderProcess.Start(
            tools, DecoderArguments.Build(plan, layout), plan.StallTimeout, cancellationToken, beginsLater, DecoderMemory.Limit(plan));
        var packets = new Lazy<PacketTimes?>(() => plan.Times is { IsComplete: true } known
            ? known
            : new PacketReader(tools, plan.StallTimeout).Read(plan.Source, until: null, cancellationToken));
        var run = new DecodeRun(plan, layout, sink, new ContinuousClock(plan.Source.Info.TimeBase, () => packets.Value));
        try
        {
            return run.Read(child.Output, cancellationToken)
                ? Finish(plan, run, child, () => packets.Value, cancellationToken)
                : Summarize(plan, run, child.Log, DecodeEnd.Early(plan, run));
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

    private static DecodeSummary Finish(
        DecodePlan plan, DecodeRun run, DecoderProcess child, Func<PacketTimes?> read, CancellationToken cancellationToken)
    {
        var exitCode = child.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        if (child.HasStalled)
        {
            throw DecodeOutcome.Stalled(plan, child.Log);
        }

        if (exitCode != 0 && child.Log.LacksDecoder && plan.AudioTracks.Count > 0)
        {
            throw new LacksDecoderException();
        }

        if (run.HasVideo && run.VideoCount == 0)
        {
            throw child.Log.HasLateStream ? new UndeliveredException() : DecodeOutcome.Nothing(plan, child.Log, exitCode);
        }

        if (!plan.Source.HasVideo && run.SoundEnd is null)
        {
            throw DecodeOutcome.Nothing(plan, child.Log, exitCode);
        }

        if (exitCode != 0)
        {
            throw DecodeOutcome.Failed(plan, child.Log, exitCode);
        }

        return Summarize(plan, run, child.Log, DecodeEnd.Of(plan, run, child.Log, read));
    }

    private static DecodeSummary Summarize(DecodePlan plan, DecodeRun run, DecoderLog log, DecodeEnd end) => new(
        run.VideoCount, plan.Source.HasVideo ? end.Pts : run.SoundEnd ?? 0, plan.Source.Info.TimeBase, log.ErrorCount + run.JumpCount,
        DecodeOutcome.Judge(plan, log, end, run))
    {
        JumpCount = run.JumpCount,
    };

    /// <summary>A stream that was asked for cannot be decoded by this ffmpeg.</summary>
    private sealed class LacksDecoderException : Exception;

    /// <summary>The child ended before its first byte because one stream kept the others waiting.</summary>
    private sealed class UndeliveredException : Exception;
}
