using System.Text.Json;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

public sealed class OptimizeCommandTests : IDisposable
{
    private readonly CliRun _run = new(Scripts.Info);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Optimize_Options_ReachTheEngine()
    {
        var (a, b) = (_run.Touch("a.mp4"), _run.Touch("b.mp4"));

        Assert.Equal(ExitCode.Success, _run.Run(
            "optimize", "net.onnx", "--calibrate", "*.mp4", "--output", "small.onnx", "--method", "entropy", "--error-budget", "0.5", "--frames", "20",
            "--threads", "2", "--width", "64", "--mean", "0.485", "0.456", "0.406", "--channel-order", "bgr", "--force"));

        var asked = _run.Engine.Optimizer.Asked!;
        Assert.Equal(Path.Combine(_run.Directory, "net.onnx"), asked.Model);
        Assert.Equal([a, b], asked.CalibrationPaths);
        Assert.Equal(Path.Combine(_run.Directory, "small.onnx"), asked.OutputPath);
        Assert.Equal((CalibrationMethod.Entropy, 0.5, 20, 2), (asked.Method, asked.ErrorBudget, asked.FrameCount, asked.ThreadCount));
        Assert.Equal((64, null, ChannelOrder.Bgr, true), (asked.Width, asked.Height, asked.ChannelOrder, asked.Force));
        Assert.Equal([0.485, 0.456, 0.406], asked.Mean);
        Assert.Null(asked.Deviation);
        Assert.Equal(3.5, JsonDocument.Parse(Assert.Single(_run.OutputLines)).RootElement.GetProperty("SizeRatio").GetDouble());
    }

    [Fact]
    public void Optimize_NameOfTheCatalogue_StaysAName()
    {
        _run.Touch("a.mp4");

        _run.Run("optimize", "resnet18", "--calibrate", "a.mp4");

        Assert.Equal("resnet18", _run.Engine.Optimizer.Asked!.Model);
        Assert.Equal((48, 1.0), (_run.Engine.Optimizer.Asked.FrameCount, _run.Engine.Optimizer.Asked.ErrorBudget));
    }

    [Theory]
    [InlineData("optimize", "resnet18")]
    [InlineData("optimize", "resnet18", "--calibrate", "a.mp4", "--frames", "3")]
    [InlineData("optimize", "resnet18", "--calibrate", "a.mp4", "--mean", "red", "0", "0")]
    public void Optimize_MakesNoSense_IsAUsageError(params string[] arguments)
    {
        _run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, _run.Run(arguments));
        Assert.Null(_run.Engine.Optimizer.Asked);
    }
}
