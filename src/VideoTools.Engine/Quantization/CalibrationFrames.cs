// Method: frames at equal distances of every file, in the order of the files; every fourth picture is held out. Cost: one seek and decode
// of less than a group of pictures a frame (StillReader).
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Quantization;

/// <summary>Pictures to calibrate on, and pictures held out.</summary>
/// <param name="Calibration">To measure ranges on.</param>
/// <param name="HeldOut">To measure the result on.</param>
internal sealed record CalibrationFrames(IReadOnlyList<ModelPicture> Calibration, IReadOnlyList<ModelPicture> HeldOut)
{
    private const int HeldOutEvery = 4;

    /// <summary>Fewer pictures than this say nothing.</summary>
    public const int Least = 4;

    /// <summary>Reads them.</summary>
    /// <param name="options">Which files, how many frames.</param>
    /// <param name="maker">Makes what the model takes.</param>
    /// <param name="catalogue">Where the model that finds faces is.</param>
    /// <param name="fail">Takes errors of files.</param>
    /// <param name="progress">Takes how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="VideoToolsException">NoFrames: too few pictures.</exception>
    public static CalibrationFrames Read(
        ModelOptimizationOptions options, PictureMaker maker, ModelCatalogue catalogue, Action<VideoError> fail, Action<double> progress,
        CancellationToken cancellationToken)
    {
        var pictures = new List<ModelPicture>();
        using var faces = maker.WantsFaces ? new FaceEyes(catalogue, NativeRuntime.Threads) : null;
        for (var i = 0; i < options.CalibrationPaths.Count; i++)
        {
            try
            {
                // What earlier files lacked, later ones give.
                var wanted = (options.FrameCount - pictures.Count) / (options.CalibrationPaths.Count - i);
                Read(options, options.CalibrationPaths[i], Math.Max(1, wanted), maker, faces, pictures, cancellationToken);
            }
            catch (VideoToolsException broken)
            {
                fail(broken.Error);
            }

            progress((i + 1.0) / options.CalibrationPaths.Count);
        }

        if (pictures.Count < Least)
        {
            throw new VideoToolsException(VideoErrorId.NoFrames, options.CalibrationPaths[0],
                $"The files give {pictures.Count} {(maker.WantsFaces ? "faces" : "pictures")}; {Least} at least are needed.",
                maker.WantsFaces ? "Give videos that show faces." : "Give videos, or more pictures.");
        }

        return new CalibrationFrames(
            [.. pictures.Where((_, i) => i % HeldOutEvery != HeldOutEvery - 1)],
            [.. pictures.Where((_, i) => i % HeldOutEvery == HeldOutEvery - 1)]);
    }

    private static void Read(
        ModelOptimizationOptions options, string path, int wanted, PictureMaker maker, FaceEyes? faces, List<ModelPicture> pictures,
        CancellationToken cancellationToken)
    {
        var probe = Prober.Create(options.Engine).Probe(path, countFrames: false, cancellationToken);
        var reader = StillReader.Create(options.Engine);
        var moments = probe.Info.Duration > TimeSpan.Zero ? wanted : 1;
        for (var i = 0; i < moments && pictures.Count < options.FrameCount; i++)
        {
            var at = probe.Info.Duration.GetValueOrDefault() * ((i + 0.5) / moments);
            var frame = reader.ReadPixels(probe, at, maker.LongSide, cancellationToken);
            if (faces is null)
            {
                pictures.Add(maker.Whole(frame));
                continue;
            }

            var found = faces.Find(frame).Select(eyes => maker.Face(frame, eyes.Left, eyes.Right));
            pictures.AddRange(found.Take(options.FrameCount - pictures.Count));
        }
    }
}
