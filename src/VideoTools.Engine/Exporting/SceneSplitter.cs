// Method: the packets of the video are looked at once (no decoding), which says where it can be cut without encoding (see CleanCuts). A
// piece between two such cuts is copied, and looked at: it must have as many frames as its scene, and its first ones must decode to what
// they decode to in the whole file, where the decoder comes from the key frame before. What is no clean cut, or fails that look, is
// encoded: every frame shown in [start, end), and the sound to the sample. Cost: reading the file once; of a copied piece its size and
// the decoding of up to 90 frames twice; of others the encode.
using System.Diagnostics;
using VideoTools.Engine.Files;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Media.Ffmpeg;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Exporting;

/// <summary>Writes a video file a scene.</summary>
internal sealed class SceneSplitter
{
    private const long LookedAt = 90;

    private readonly EngineOptions _engine;
    private readonly SceneExportOptions _options;
    private readonly Prober _prober;
    private readonly MediaEncoder _encoder;
    private readonly StreamInspector _inspector;

    /// <summary>A splitter for one video.</summary>
    public SceneSplitter(SceneExportRequest request)
    {
        (_engine, _options) = (request.Engine, request.Options);
        _prober = Prober.Create(_engine);
        _encoder = MediaEncoder.Create(_engine);
        _inspector = new StreamInspector(FfmpegLocator.Locate(_engine.FfmpegDirectory), _engine.StallTimeout);
    }

    /// <summary>Writes the pieces, in order; each is emitted when it has its name.</summary>
    public void Split(
        Job job,
        IReadOnlyList<VideoScene> scenes,
        Action<object> emit,
        Action<string> warn,
        Func<int> threads,
        CancellationToken cancellationToken)
    {
        var pieces = Check(job.Input.FullName, scenes);
        var source = _prober.ProbeForEncoding(job.Input.FullName, cancellationToken);
        WarnOfSubtitles(source, warn);
        var hasJumps = _encoder.HasJumps(source, scenes.Max(scene => scene.EndSeconds), cancellationToken);
        if (hasJumps && _options.CopyOnly)
        {
            throw new VideoToolsException(
                VideoErrorId.OutputUnwritable,
                source.Info.FullName,
                $"'{source.Info.FullName}' cannot be cut without encoding: its time stamps jump.",
                "Leave out CopyOnly, so that its pieces are encoded.");
        }

        // Packets of several places have the same time there.
        var cuts = _options.CopyOnly ? null : hasJumps ? new CleanCuts([]) : Look(source, scenes, cancellationToken);
        Interlocked.Exchange(ref job.LengthTicks, (long)(scenes.Sum(scene => scene.DurationSeconds) * TimeSpan.TicksPerSecond));
        var done = 0.0;
        foreach (var (scene, path) in pieces)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            var before = done;
            var encoder = "";
            WholeFiles.Write(
                Subject(source),
                _options.Force,
                path,
                temporary => encoder = Write(source, scene, path, temporary, cuts, threads, Show, cancellationToken));
            done += scene.DurationSeconds;
            emit(Describe(path, source, scene, encoder, clock.Elapsed, cancellationToken));

            void Show(EncodeProgress progress)
            {
                Interlocked.Exchange(ref job.PositionTicks, (long)((before + progress.Seconds) * TimeSpan.TicksPerSecond));
                job.Speed = progress.Speed;
            }
        }
    }

    private static OutputSubject Subject(ProbeResult source) => Scenes.Subject(source.Info.FullName, SceneExportFormat.Split);

    // Everything that can be refused is refused before the first piece is written.
    private List<(VideoScene Scene, string Path)> Check(string fullName, IReadOnlyList<VideoScene> scenes)
    {
        var subject = Scenes.Subject(fullName, SceneExportFormat.Split);
        var pieces = scenes.Select(scene => (Scene: scene, Path: SceneNames.Resolve(fullName, _options, scene.Index))).ToList();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (scene, path) in pieces)
        {
            CropExporter.RefuseItself(fullName, path);
            WholeFiles.Check(path, _options.Force, subject);
            if (!taken.Add(path))
            {
                throw new VideoToolsException(
                    VideoErrorId.OutputExists,
                    fullName,
                    $"Two scenes of '{fullName}' have the number {scene.Index}, and would both be written to '{path}'.",
                    "Give each scene of a video its own number (Index).");
            }

            if (!(scene.EndSeconds > scene.StartSeconds))
            {
                throw new VideoToolsException(
                    VideoErrorId.RangeOutsideVideo,
                    fullName,
                    FormattableString.Invariant($"Scene {scene.Index} of '{fullName}' is empty: it ends at {scene.EndSeconds} s."),
                    "Give an end that lies after the start.");
            }
        }

        return pieces;
    }

    private CleanCuts Look(ProbeResult source, IReadOnlyList<VideoScene> scenes, CancellationToken cancellationToken)
    {
        var cuts = new CleanCuts(scenes.SelectMany(scene => new[] { Pts(source, scene.StartSeconds), Pts(source, scene.EndSeconds) }));
        _inspector.ReadPackets(source, cuts, cancellationToken);
        return cuts;
    }

    // The decoder's own way from the stream's clock to the user's, backwards.
    private static long Pts(ProbeResult source, double seconds)
    {
        var start = (long)Math.Round(Math.Clamp(source.StartTime, -1e6, 1e9) * 1e6);
        var timeBase = source.Info.TimeBase;
        return (long)Math.Round((decimal)seconds * timeBase.Denominator / timeBase.Numerator, MidpointRounding.AwayFromZero)
            + DecodeLayout.Rescale(start, timeBase);
    }

    // Gives the encoder that made it.
    private string Write(
        ProbeResult source,
        VideoScene scene,
        string path,
        string temporary,
        CleanCuts? cuts,
        Func<int> threads,
        Action<EncodeProgress> onProgress,
        CancellationToken cancellationToken)
    {
        var container = OutputContainer.Find(path) ?? throw new VideoToolsException(
            VideoErrorId.OutputUnwritable,
            source.Info.FullName,
            $"'{path}' cannot be written: videos are written as {string.Join(", ", OutputContainer.All.Select(c => c.Extension))}.",
            "Give the destination one of these extensions.");
        var copy = new CopyPlan
        {
            Source = source,
            From = scene.StartSeconds,
            To = scene.EndSeconds,
            Container = container,
            IsExact = !_options.CopyOnly,
        };
        if (cuts is null)
        {
            _encoder.Copy(copy, temporary, cancellationToken);
            return "copy";
        }

        var (start, end) = (Pts(source, scene.StartSeconds), Pts(source, scene.EndSeconds));
        if (cuts.CanCopy(start, end) && TryCopy(copy, temporary, cuts.CountFrames(start, end), cancellationToken))
        {
            return "copy";
        }

        var encoder = _encoder.Encoders.Get(_options.Encoder);
        encoder = container.Takes(encoder) ? encoder : _encoder.Encoders.Get("libvpx-vp9");
        _encoder.Encode(Plan(source, scene, container, encoder, threads()), temporary, onProgress, cancellationToken);
        return encoder.Name;
    }

    private bool TryCopy(CopyPlan plan, string output, long frames, CancellationToken cancellationToken)
    {
        try
        {
            _encoder.Copy(plan, output, cancellationToken);
            var piece = _prober.Probe(output, countFrames: true, cancellationToken);
            var first = Math.Min(frames, LookedAt);
            return piece.Info.FrameCount == frames
                && _inspector.HashFrames(piece, 0, first, cancellationToken).SequenceEqual(_inspector.HashFrames(
                    plan.Source, CopyPlan.JustBefore(plan.From, plan.Source.Info.TimeBase), first, cancellationToken));
        }
        catch (VideoToolsException exception) when (exception.Error.Id is not (VideoErrorId.DiskFull or VideoErrorId.DecoderMissing))
        {
            // Another container, an older ffmpeg, a stream that does not begin where its key frame says: encoding knows none of these.
            return false;
        }
    }

    private EncodePlan Plan(ProbeResult source, VideoScene scene, OutputContainer container, VideoEncoder encoder, int threads)
    {
        var info = source.Info;
        return new EncodePlan
        {
            Source = source,
            From = Math.Max(0, CopyPlan.JustBefore(scene.StartSeconds, info.TimeBase)),
            Length = scene.EndSeconds - scene.StartSeconds,
            Windows = [new EncodeWindow(0, info.Width, info.Height, CropFit.Crop, [new CropKey(0, 0, 0)])],
            Width = Math.Max(2, info.Width / 2 * 2),
            Height = Math.Max(2, info.Height / 2 * 2),
            Container = container,
            Encoder = encoder,
            Crf = _options.Crf,
            Preset = _options.Preset,
            Threads = threads,
        };
    }

    private static void WarnOfSubtitles(ProbeResult source, Action<string> warn)
    {
        if (source.Subtitles.Count > 0)
        {
            warn($"'{source.Info.FullName}': its subtitles are left out of the pieces; only pictures and sound are cut.");
        }
    }

    private ExportedVideo Describe(
        string path, ProbeResult source, VideoScene scene, string encoder, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var written = _prober.Probe(path, countFrames: false, cancellationToken).Info;
        return new ExportedVideo
        {
            FullName = path,
            VideoPath = source.Info.FullName,
            Width = written.Width,
            Height = written.Height,
            Duration = written.Duration.GetValueOrDefault(),
            Length = written.Length,
            Encoder = encoder,
            Speed = elapsed > TimeSpan.Zero ? written.DurationSeconds.GetValueOrDefault() / elapsed.TotalSeconds : 0,
            Mode = CropMode.Static,
            SceneIndex = scene.Index,
            Elapsed = elapsed,
        };
    }
}
