// Method: what can be refused is refused first; then the windows and speeds are found that the input does not bring (one decode, or the
// cache); then one encode writes a temporary file in the target's directory, which gets its name at the end. Files are worked on side by
// side, so that one is analysed while another is encoded; each encoder gets its share of the cores. Cost: the decode and the encode.
using System.Diagnostics;
using VideoTools.Engine.Files;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Exporting;

/// <summary>Writes cropped videos, one input after another. Thread-safe.</summary>
internal sealed class CropExporter : IJobRunner
{
    private readonly CropExportRequest _request;
    private readonly CropSources _sources;

    /// <summary>An exporter for one session.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="analysis">Makes what runs an analysis.</param>
    public CropExporter(CropExportRequest request, Func<AnalysisRequest, IJobRunner> analysis)
    {
        _request = request;
        var runners = new System.Collections.Concurrent.ConcurrentDictionary<int, IJobRunner>();
        _sources = new CropSources(request.Options, features => runners.GetOrAdd(
            (features.Length << 1) + (features.Contains(request.Options.SpeedUpDull) ? 1 : 0),
            _ => analysis(new AnalysisRequest(features) { Engine = request.Engine })));
    }

    /// <inheritdoc/>
    public void Run(JobHost host)
    {
        var (job, emit, warn, decoderThreads, cancellationToken) = host;
        var options = _request.Options;
        var input = job.Input;
        var path = input.Destination ?? ExportNames.Resolve(input, options, new HashSet<string>(StringComparer.Ordinal));
        var name = Path.GetFileName(input.FullName);
        var subject = new OutputSubject($"The crop of '{name}'", input.FullName, "choose another -Destination (--export)");
        RefuseItself(input.FullName, path);
        WholeFiles.Check(path, options.Force, subject);
        var media = MediaEncoder.Create(_request.Engine);
        var encoder = media.Encoders.Get(options.Encoder);
        var container = Container(path, encoder);
        var source = Prober.Create(_request.Engine).ProbeForEncoding(input.FullName, cancellationToken);
        if (_sources.AreNeeded(input))
        {
            job.First = new Job(job.Index, input);
            input = _sources.Complete(host with { Job = job.First });
        }

        if (input.Shots is not { Count: > 0 })
        {
            throw new VideoToolsException(VideoErrorId.NoFrames, input.FullName, $"No window was found in '{input.FullName}'.",
                "Check whether a player can show it.");
        }

        var plan = ExportPlanner.Plan(source, input, options, container, encoder) with { Threads = decoderThreads() };
        Array.ForEach([.. ExportWarnings.Of(plan)], warn);
        var clock = Stopwatch.StartNew();
        VideoInfo? written = null;
        WholeFiles.Write(subject, options.Force, path, temporary =>
        {
            media.Encode(plan, temporary, Show(job, plan), cancellationToken);
            written = ReadBack(temporary, input.FullName, path, cancellationToken);
        });
        emit(Describe(path, plan, input, written!, clock.Elapsed));
    }

    /// <summary>Refuses an output that is the source, also through links.</summary>
    /// <exception cref="VideoToolsException">OutputUnwritable.</exception>
    public static void RefuseItself(string source, string path)
    {
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (Real(source).Equals(Real(path), comparison))
        {
            throw new VideoToolsException(VideoErrorId.OutputUnwritable, source,
                $"'{source}' would be written over itself.",
                "Choose another -Destination (--export); the default puts the aspect into the name.");
        }

        // Links lead to the same file, too.
        static string Real(string name)
        {
            try
            {
                return Path.GetFullPath((new FileInfo(name).ResolveLinkTarget(returnFinalTarget: true) ?? new FileInfo(name)).FullName);
            }
            catch (IOException)
            {
                return name;
            }
        }
    }

    private static OutputContainer Container(string path, VideoEncoder encoder)
    {
        var container = OutputContainer.Find(path) ?? throw new VideoToolsException(VideoErrorId.OutputUnwritable, path,
            $"'{path}' cannot be written: videos are written as {string.Join(", ", OutputContainer.All.Select(c => c.Extension))}.",
            "Give the destination one of these extensions.");
        return container.Takes(encoder) ? container : throw new VideoToolsException(VideoErrorId.OutputUnwritable, path,
            $"'{path}' cannot be written: {container.Extension} holds no {encoder.Codec}.",
            "Choose another extension, or an encoder such as libvpx-vp9.");
    }

    private static Action<EncodeProgress> Show(Job job, EncodePlan plan)
    {
        var seconds = plan.Time?.OutputSeconds ?? plan.Length ?? ((plan.Source.Info.DurationSeconds ?? 0) - plan.From);
        Interlocked.Exchange(ref job.LengthTicks, (long)(Math.Max(0, seconds) * TimeSpan.TicksPerSecond));
        return progress =>
        {
            Interlocked.Exchange(ref job.PositionTicks, (long)(progress.Seconds * TimeSpan.TicksPerSecond));
            job.Speed = progress.Speed;
        };
    }

    // What the record says is what the file has; and a file that cannot be read back gets no name.
    private VideoInfo ReadBack(string temporary, string source, string path, CancellationToken cancellationToken)
    {
        try
        {
            return Prober.Create(_request.Engine).Probe(temporary, countFrames: false, cancellationToken).Info;
        }
        catch (VideoToolsException exception)
        {
            throw new VideoToolsException(VideoErrorId.EncoderFailed, source,
                $"'{path}' is not written: what ffmpeg made of '{source}' cannot be read back. {exception.Message}",
                "Choose another encoder or container.", exception);
        }
    }

    private static ExportedVideo Describe(string path, EncodePlan plan, VideoInput input, VideoInfo written, TimeSpan elapsed)
    {
        var shots = input.Shots!;
        return new ExportedVideo
        {
            FullName = path,
            VideoPath = input.FullName,
            Width = written.Width,
            Height = written.Height,
            Duration = written.Duration.GetValueOrDefault(),
            Length = written.Length,
            Encoder = plan.Encoder.Name,
            Speed = elapsed > TimeSpan.Zero ? written.DurationSeconds.GetValueOrDefault() / elapsed.TotalSeconds : 0,
            Mode = shots.GroupBy(shot => shot.Mode).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key,
            ShotCount = plan.Windows.Count,
            SceneIndex = shots.Select(shot => shot.SceneIndex).Distinct().Count() == 1 ? shots[0].SceneIndex : 0,
            Elapsed = elapsed,
        };
    }
}
