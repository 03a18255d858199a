// Method: scenes that the input does not bring are found first (one decode, or the cache); then the file is written: texts from the
// scenes and the header of the video, a page with a picture a scene (a seek and part of a group of pictures each), or pieces. Files are
// worked on side by side. Cost: of texts the header; of pieces see SceneSplitter.
using VideoTools.Engine.Files;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Reporting;
using VideoTools.Engine.Scheduling;
using VideoTools.Engine.Timelines;

namespace VideoTools.Engine.Exporting;

/// <summary>Writes the scenes of videos, one input after another. Thread-safe.</summary>
internal sealed class SceneExporter : IJobRunner
{
    private const int PictureSize = 320;

    private readonly SceneExportRequest _request;
    private readonly IJobRunner _analysis;
    private readonly IMediaSource _media;

    /// <summary>An exporter for one session.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="media">Where media come from.</param>
    /// <param name="analysis">Finds scenes.</param>
    public SceneExporter(SceneExportRequest request, IMediaSource media, IJobRunner analysis)
    {
        (_request, _media, _analysis) = (request, media, analysis);
    }

    /// <inheritdoc/>
    public void Run(JobHost host)
    {
        var (job, emit, warn, decoderThreads, cancellationToken) = host;
        var (options, input) = (_request.Options, job.Input);
        var path = SceneNames.Resolve(input.FullName, options, 1);
        WholeFiles.Check(path, options.Force, Scenes.Subject(input.FullName, options.Format));
        var scenes = Find(host);
        if (options.Format == SceneExportFormat.Split)
        {
            new SceneSplitter(_request).Split(job, scenes, emit, warn, decoderThreads, cancellationToken);
            return;
        }

        var content = Content(job, scenes, cancellationToken);
        WholeFiles.Write(Scenes.Subject(input.FullName, options.Format), options.Force, (path, content));
        emit(new SceneFile
        {
            FullName = path,
            VideoPath = input.FullName,
            Format = options.Format,
            SceneCount = scenes.Count,
            Length = content.Length,
        });
    }

    private List<VideoScene> Find(JobHost host)
    {
        var job = host.Job;
        var input = job.Input;
        List<VideoScene> scenes = [.. input.Scenes ?? []];
        if (input.Scenes is null)
        {
            job.First = new Job(job.Index, input);
            _analysis.Run(host with { Job = job.First, Emit = record => scenes.Add((VideoScene)record) });
        }

        scenes.Sort((left, right) => left.StartSeconds.CompareTo(right.StartSeconds));
        return scenes.Count > 0 ? scenes : throw new VideoToolsException(
            VideoErrorId.NoFrames,
            input.FullName,
            $"'{input.FullName}' has no scene to write.",
            "Check whether a player can show it.");
    }

    private byte[] Content(Job job, List<VideoScene> scenes, CancellationToken cancellationToken)
    {
        switch (_request.Options.Format)
        {
            case SceneExportFormat.Csv:
                return Encoding.UTF8.GetBytes(SceneTexts.Csv(scenes));
            case SceneExportFormat.Json:
                return SceneTexts.Json(scenes);
            case SceneExportFormat.Ffmetadata:
                return Encoding.UTF8.GetBytes(SceneTexts.Ffmetadata(scenes));
            case SceneExportFormat.Edl:
                return Encoding.UTF8.GetBytes(EdlWriter.Write(Timeline.Of(scenes, Info(job, cancellationToken), needsTimecode: true)));
            case SceneExportFormat.Otio:
                return OtioWriter.Write(Timeline.Of(scenes, Info(job, cancellationToken)));
            case SceneExportFormat.FcpXml:
                return FcpXmlWriter.Write(Timeline.Of(scenes, Info(job, cancellationToken)));
            default:
                return Page(job, scenes, cancellationToken);
        }
    }

    // A table of scenes is worth a list of cuts where the video is not at hand, too; it only says less.
    private VideoInfo? Info(Job job, CancellationToken cancellationToken)
    {
        try
        {
            return _media.Probe(job.Input.FullName, countFrames: false, cancellationToken).Info;
        }
        catch (VideoToolsException exception)
            when (job.Input.Scenes is not null && exception.Error.Id is VideoErrorId.FileNotFound or VideoErrorId.DecoderMissing)
        {
            return null;
        }
    }

    private byte[] Page(Job job, List<VideoScene> scenes, CancellationToken cancellationToken)
    {
        var source = _media.Probe(job.Input.FullName, countFrames: false, cancellationToken);
        Interlocked.Exchange(ref job.LengthTicks, TimeSpan.FromSeconds(scenes[^1].EndSeconds).Ticks);
        var pictures = scenes.Select(scene =>
        {
            Interlocked.Exchange(ref job.PositionTicks, scene.Start.Ticks);
            var middle = TimeSpan.FromSeconds((scene.StartSeconds + scene.EndSeconds) / 2);
            return (scene, Picture: Still(source, middle, cancellationToken));
        });
        return ScenePage.Create(source.Info, [.. pictures]);
    }

    // A page with one picture less is better than none.
    private VideoStill? Still(ProbeResult source, TimeSpan at, CancellationToken cancellationToken)
    {
        try
        {
            return _media.ReadStill(source, at, PictureSize, cancellationToken);
        }
        catch (VideoToolsException exception) when (exception.Error.Id == VideoErrorId.NoFrames)
        {
            return null;
        }
    }
}
