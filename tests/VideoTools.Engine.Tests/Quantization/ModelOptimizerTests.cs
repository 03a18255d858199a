using VideoTools.Engine.Inference;
using VideoTools.Engine.Quantization;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Quantization;

public sealed class ModelOptimizerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videotools-optimize-");

    public void Dispose() => _folder.Delete(recursive: true);

    [RequiresFact(Needs.Ffmpeg)]
    public void Optimize_UsersModel_IsSmallerAlmostAlikeAndListed()
    {
        var model = Write("net.onnx", SmallModels.Network());
        var errors = new List<VideoError>();

        var done = Optimize(new ModelOptimizationOptions
        {
            Model = model,
            CalibrationPaths = [Write("broken.mp4", [1, 2, 3]), Clip(), Path.Combine(_folder.FullName, "missing.mp4")],
            FrameCount = 12,
        }, errors);

        Assert.Equal([VideoErrorId.InvalidVideo, VideoErrorId.FileNotFound], errors.Select(e => e.Id));
        Assert.Equal(Path.Combine(_folder.FullName, "net-int8.onnx"), done.FullName);
        Assert.Equal(new FileInfo(done.FullName).Length, done.BytesAfter);
        Assert.True(done.SizeRatio > 1.5, $"{done.SizeRatio}");
        Assert.InRange(done.AccuracyLoss, 0, 1);
        Assert.Equal((3, 0), (done.LayerCount, done.FloatLayerCount));
        Assert.True(done.MillisecondsAfter > 0 && done.MillisecondsBefore > 0);
        Assert.True(done.HeldOutCount > 0 && done.CalibrationCount > done.HeldOutCount);
        var listed = Assert.Single(UserModels.Read(_folder.FullName));
        Assert.Equal(("net-int8", ModelKind.Other, done.Sha256), (listed.Name, listed.Kind, listed.Files[0].Sha256));
        Assert.Empty(_folder.EnumerateFiles("*.tmp"));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Optimize_BudgetOfNothing_SaysThatNothingCanBe()
    {
        var failure = Assert.Throws<VideoToolsException>(() => Optimize(Options(SmallModels.Network()) with { ErrorBudget = 0 }));

        Assert.True(failure.Error.Id == VideoErrorId.ModelUnsuitable, failure.Error.Message);
        Assert.Empty(_folder.EnumerateFiles("*-int8*"));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Optimize_ExistingFile_IsReplacedOnlyByForce()
    {
        var options = Options(SmallModels.Network());
        var existing = Write("model-int8.onnx", [7]);

        var failure = Assert.Throws<VideoToolsException>(() => Optimize(options));

        Assert.Equal(VideoErrorId.OutputExists, failure.Error.Id);
        Assert.Equal([7], File.ReadAllBytes(existing));
        Assert.Equal(existing, Optimize(options with { Force = true }).FullName);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("no model", VideoErrorId.ModelCorrupt)]
    [InlineData("", VideoErrorId.ModelCorrupt)]
    [InlineData(null, VideoErrorId.ModelMissing)]
    public void Optimize_FileThatIsNoModel_IsRefused(string? content, VideoErrorId expected)
    {
        var path = Path.Combine(_folder.FullName, "model.onnx");
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        var failure = Assert.Throws<VideoToolsException>(
            () => Optimize(new ModelOptimizationOptions { Model = path, CalibrationPaths = [Clip()], FrameCount = 8 }));

        Assert.Equal(expected, failure.Error.Id);
        Assert.Contains(path, failure.Error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Error.RecommendedAction);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Optimize_ModelThatIsUnsuitable_IsRefused()
    {
        foreach (var model in new[] { SmallModels.WithoutLayers(), SmallModels.OfNumbers() })
        {
            Assert.Equal(VideoErrorId.ModelUnsuitable, Assert.Throws<VideoToolsException>(() => Optimize(Options(model))).Error.Id);
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Optimize_OnlyBrokenVideos_SaysSo()
    {
        var errors = new List<VideoError>();

        var failure = Assert.Throws<VideoToolsException>(
            () => Optimize(Options(SmallModels.Network()) with { CalibrationPaths = [Write("a.mp4", [1]), Write("b.mp4", [])] }, errors));

        Assert.Equal(VideoErrorId.NoFrames, failure.Error.Id);
        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public void Optimize_OptionsThatMakeNoSense_AreRefused()
    {
        var options = new ModelOptimizationOptions { Model = "blazeface-back", CalibrationPaths = ["a.mp4"] };
        foreach (var wrong in new[]
        {
            options with { CalibrationPaths = [] }, options with { FrameCount = 3 }, options with { ErrorBudget = -1 }, options with { ThreadCount = -1 },
            options with { Mean = [1, 2] }, options with { Deviation = [0, 1, 1] }, options with { Width = 1 },
        })
        {
            Assert.Throws<ArgumentException>(() => Optimize(wrong));
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Optimize_Cancelled_WritesNothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => new ModelOptimizer().Optimize(Options(SmallModels.Network()), _ => { }, (_, _) => { }, stop.Token));
        Assert.Empty(_folder.EnumerateFiles("*-int8*"));
    }

    [RequiresFact(Needs.Ffmpeg | Needs.RealClips)]
    public void Optimize_FaceDetection_OfTheCatalogue()
    {
        var target = Path.Combine(_folder.FullName, "faces.onnx");

        var done = Optimize(new ModelOptimizationOptions
        {
            Model = "blazeface-back",
            OutputPath = target,
            CalibrationPaths = [RealClips.SintelTrailer!],
            FrameCount = 8,
            ErrorBudget = 60,
        });

        Assert.Equal(ModelKind.FaceDetection, Assert.Single(UserModels.Read(_folder.FullName)).Kind);
        Assert.InRange(done.AccuracyLossOfAll, 0, 60);
        Assert.True(done.BytesAfter < done.BytesBefore);
    }

    [Fact]
    public void UserModels_FileThatWasChanged_IsRefused()
    {
        var hash = new string('0', 64);
        Write("mine.onnx", [1, 2]);
        Write("mine.onnx.json", UserModels.Describe(new ModelEntry(
            "mine", ModelKind.Other, true, "none", "own", "int8", [new ModelFile("mine.onnx", "model", 2, hash)], new Dictionary<string, string>())));
        Write("odd.onnx.json", [1]);
        var catalogue = new ModelCatalogue([], _ => "").With(() => _folder.FullName);

        var entry = Assert.Single(catalogue.Entries);
        Assert.False(entry.IsDefault);
        Write("other.onnx.json", File.ReadAllBytes(Path.Combine(_folder.FullName, "mine.onnx.json")));
        catalogue.Refresh();
        Assert.Single(catalogue.Entries);
        Assert.True(catalogue.IsPresent(entry));
        Assert.Equal(VideoErrorId.ModelCorrupt, Assert.Throws<VideoToolsException>(() => catalogue.GetPath(entry, "model")).Error.Id);
    }

    private static QuantizedModel Optimize(ModelOptimizationOptions options, List<VideoError>? errors = null) =>
        new ModelOptimizer().Optimize(options, error => errors?.Add(error), (_, _) => { }, CancellationToken.None);

    private ModelOptimizationOptions Options(byte[] model) =>
        new() { Model = Write("model.onnx", model), CalibrationPaths = [Clip()], FrameCount = 8 };

    private string Clip()
    {
        var path = Path.Combine(_folder.FullName, "clip.mp4");
        if (!File.Exists(path))
        {
            Ffmpeg.Run("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=10:duration=2", "-pix_fmt", "yuv420p", path);
        }

        return path;
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
