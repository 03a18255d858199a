// Method: one ffmpeg child an output, in one pass. Its progress comes through its stdout, where a silence that is too long ends it; its
// messages are kept to the last lines. Cost: the encoder's.
using VideoTools.Engine.Files;
using VideoTools.Engine.Media.Ffmpeg;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Decoding.Times;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>Runs encodes.</summary>
/// <param name="tools">Where ffmpeg lies.</param>
/// <param name="stallTimeout">A child that says nothing for so long is ended.</param>
internal sealed class MediaEncoder(FfmpegTools tools, TimeSpan stallTimeout)
{
    // Slow encoders take long over a single picture of a large video.
    private static readonly TimeSpan ShortestStall = TimeSpan.FromMinutes(2);

    /// <summary>An encoder as the options say.</summary>
    /// <exception cref="VideoToolsException"><see cref="VideoErrorId.DecoderMissing"/>.</exception>
    public static MediaEncoder Create(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new MediaEncoder(FfmpegLocator.Locate(options.FfmpegDirectory), options.StallTimeout);
    }

    /// <summary>The encoders that there are.</summary>
    public EncoderCatalogue Encoders => EncoderCatalogue.Of(tools);

    /// <summary>Encodes to its end. No child is left when it returns or throws; a file that was begun is.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="output">The file to write; replaced.</param>
    /// <param name="onProgress">Is told twice a second how far it is.</param>
    /// <param name="cancellationToken">Ends the child at once.</param>
    /// <exception cref="VideoToolsException">EncoderFailed, DiskFull or DecoderStalled.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Encode(EncodePlan plan, string output, Action<EncodeProgress> onProgress, CancellationToken cancellationToken)
    {
        var whole = plan.SeekTo == 0 ? plan : plan with { HasJumps = HasJumps(plan.Source, plan.From + plan.Length, cancellationToken) };
        Run(keep => EncodeCommand.Build(whole, output, keep), plan.Source.Info.FullName, plan.Encoder.Name, onProgress, cancellationToken);
    }

    /// <summary>True when the clock of a file jumps.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="until">Seconds after which jumps do not count; null counts all.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    public bool HasJumps(ProbeResult source, double? until, CancellationToken cancellationToken) =>
        new PacketReader(tools, stallTimeout).ReadJumping(source, until, cancellationToken) is not null;

    /// <summary>Copies a part of a file. No child is left when it returns or throws; a file that was begun is.</summary>
    /// <param name="plan">Which part.</param>
    /// <param name="output">The file to write; replaced.</param>
    /// <param name="cancellationToken">Ends the child at once.</param>
    /// <exception cref="VideoToolsException">EncoderFailed, DiskFull or DecoderStalled.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Copy(CopyPlan plan, string output, CancellationToken cancellationToken) =>
        Run(_ => CopyCommand.Build(plan, output), plan.Source.Info.FullName, "copy", _ => { }, cancellationToken);

    private void Run(
        Func<Func<string, string>, string> build,
        string fullName,
        string encoder,
        Action<EncodeProgress> onProgress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ScratchText? scratch = null;
        try
        {
            var command = build(graph => (scratch = new ScratchText(graph)).FullName);
            var tail = new TextTail();
            using var child = ChildProcess.Start(tools.Ffmpeg, command, tail.Add);
            using var onCancel = cancellationToken.Register(child.Kill);
            using var watched = new WatchedStream(child.Output, stallTimeout > ShortestStall ? stallTimeout : ShortestStall, child.Kill);
            var progress = default(EncodeProgress);
            BoundedLineReader.ReadAll(watched, line =>
            {
                progress = progress.With(line);
                if (line.StartsWith("progress=", StringComparison.Ordinal))
                {
                    onProgress(progress);
                }
            });
            var exitCode = child.WaitForExit(TimeSpan.FromSeconds(30));
            cancellationToken.ThrowIfCancellationRequested();
            if (watched.HasStalled)
            {
                throw EncodeOutcome.Stalled(fullName, tail);
            }

            if (exitCode != 0 || EncodeOutcome.IsIncomplete(tail))
            {
                throw EncodeOutcome.Failed(fullName, encoder, exitCode, tail);
            }
        }
        finally
        {
            scratch?.Dispose();
        }
    }
}
