using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>Exports in one line, and a second way to what they wrote.</summary>
public abstract class ExportTestBase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotools-export-");

    protected string Folder => _folder.FullName;

    // Lossless both ways: what is in the output is what was in the source, sample for sample.
    private protected static string Still => TestClip.Make("export-source.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=4", "-f", "lavfi", "-i", "sine=440:d=4:r=48000",
        "-c:v", "ffv1", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string At(string name) => Path.Combine(Folder, name);

    private protected static CropExportOptions Lossless => new() { Crf = 0, Preset = "ultrafast" };

    private protected static CropShot Shot(
        string file, int x, int y, int width, int height, double start = 0, double end = 0, CropFit fit = CropFit.Crop, string aspect = "",
        params CropKey[] path) => new()
        {
            FullName = file, X = x, Y = y, Width = width, Height = height, StartSeconds = start, EndSeconds = end,
            Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(end),
            SceneIndex = end > 0 ? 1 : 0, Fit = fit, Aspect = aspect, Mode = path.Length > 0 ? CropMode.Follow : CropMode.Static,
            Path = new ValueList<CropKey>(path),
        };

    private protected (List<ExportedVideo> Records, List<VideoError> Errors, List<string> Warnings) Export(
        CropExportOptions options, params VideoInput[] inputs) => Export(options, new EngineOptions { Cache = CacheMode.Off }, inputs);

    private protected static (List<ExportedVideo> Records, List<VideoError> Errors, List<string> Warnings) Export(
        CropExportOptions options, EngineOptions engineOptions, params VideoInput[] inputs)
    {
        using var engine = VideoEngine.Create();
        using var session = engine.Open(new CropExportRequest(options) { Engine = engineOptions });
        var taken = new HashSet<string>();
        Array.ForEach(inputs, input => session.Add(input.Destination is null ? engine.Crops.WithDestination(input, options, taken) : input));
        session.CompleteAdding();
        List<ExportedVideo> records = [];
        List<VideoError> errors = [];
        List<string> warnings = [];
        while (!session.IsFinished)
        {
            switch (session.Take(TimeSpan.FromMilliseconds(50)))
            {
                case RecordEvent record:
                    records.Add((ExportedVideo)record.Record);
                    break;
                case FailureEvent failure:
                    errors.Add(failure.Error);
                    break;
                case WarningEvent warning:
                    warnings.Add(warning.Message);
                    break;
            }
        }

        return (records, errors, warnings);
    }

    /// <summary>Exports one video that has to succeed.</summary>
    private protected ExportedVideo ExportOne(CropExportOptions options, string file, string output, params CropShot[] shots) =>
        ExportOne(options, new VideoInput(file) { Shots = shots.Length > 0 ? shots : null, Destination = At(output) });

    private protected ExportedVideo ExportOne(CropExportOptions options, VideoInput input)
    {
        var (records, errors, _) = Export(options, input);
        Assert.Empty(errors);
        return Assert.Single(records);
    }

    /// <summary>The luma of every frame.</summary>
    private protected static byte[][] Luma(string path, int width, int height)
    {
        var all = VideoTools.TestMedia.Ffmpeg.Capture(
            "-i", path, "-map", "0:v", "-vf", "extractplanes=y", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "-");
        Assert.Equal(0, all.Length % (width * height));
        return [.. all.Chunk(width * height)];
    }

    /// <summary>A window of a picture.</summary>
    private protected static byte[] Cut(byte[] luma, int stride, int x, int y, int width, int height) =>
        [.. Enumerable.Range(y, height).SelectMany(row => luma.AsSpan((row * stride) + x, width).ToArray())];

    private protected static string Probe(string path, string entries, string streams = "v:0") =>
        VideoTools.TestMedia.Ffmpeg.Probe("-select_streams", streams, "-show_entries", entries, "-of", "csv=p=0", path);

    private protected static double Number(string text) =>
        double.Parse(text.Split('\n', ',')[0], System.Globalization.CultureInfo.InvariantCulture);
}
