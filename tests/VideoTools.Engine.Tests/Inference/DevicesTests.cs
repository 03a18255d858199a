using System.Diagnostics;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Inference;

public sealed class DevicesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Resolve_TheProcessor_IsNeverTried() => Assert.Equal(
        (InferenceDevice.Cpu, null),
        Devices.Resolve(DeviceOrder.Cpu, _ => throw new InvalidOperationException("tried")));

    [Fact]
    public void Resolve_FirstThatWorks_WithOneWarningForThoseBefore()
    {
        var (device, warning) = Devices.Resolve(
            new DeviceOrder(InferenceDevice.TensorRT, InferenceDevice.Cuda, InferenceDevice.DirectML),
            wish => wish == InferenceDevice.TensorRT ? "there is no TensorRT" : null);

        Assert.Equal(InferenceDevice.Cuda, device);
        Assert.Equal("Device TensorRT: there is no TensorRT; models run on Cuda.", warning);
    }

    [Fact]
    public void Resolve_NothingWorks_FallsBackToTheProcessorAndSaysAll()
    {
        var (device, warning) = Devices.Resolve(
            new DeviceOrder(InferenceDevice.DirectML, InferenceDevice.CoreML), wish => $"no {wish} here");

        Assert.Equal(InferenceDevice.Cpu, device);
        Assert.Equal("Device DirectML: no DirectML here; CoreML: no CoreML here; models run on the processor.", warning);
    }

    [Fact]
    public void Resolve_Auto_TakesWhatThePlatformHas()
    {
        List<InferenceDevice> tried = [];
        var (device, _) = Devices.Resolve(InferenceDevice.Auto, wish =>
        {
            tried.Add(wish);
            return "none";
        });

        Assert.Equal(InferenceDevice.Cpu, device);
        Assert.Equal(ExecutionProviders.Automatic, tried);
        Assert.DoesNotContain(InferenceDevice.TensorRT, tried);
    }

    [Theory]
    [InlineData("exit 0", null)]
    [InlineData("echo cuDNN is too old; exit 1", "cuDNN is too old")]
    [InlineData("kill -SEGV $$", "its provider ended the process that tried it (exit code 139)")]
    [InlineData("exit 134", "its provider ended the process that tried it (exit code 134)")]
    public void FindProblem_ChildThatAnswersOrDies_IsUnderstood(string script, string? problem) =>
        Assert.Equal(problem, DeviceProbe.FindProblem(new ProcessStartInfo("sh", ["-c", script]), Patience));

    [Fact]
    public void FindProblem_ChildThatHangs_IsEnded()
    {
        var watch = Stopwatch.StartNew();

        var problem = DeviceProbe.FindProblem(new ProcessStartInfo("sh", ["-c", "sleep 600"]), TimeSpan.FromMilliseconds(300));

        Assert.StartsWith("its provider gave no answer", problem, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < Patience);
    }

    [Fact]
    public void FindProblem_ProgramThatIsNotThere_IsUnderstood() => Assert.StartsWith(
        "it could not be tried",
        DeviceProbe.FindProblem(new ProcessStartInfo("/no/such/program"), Patience),
        StringComparison.Ordinal);

    [Fact]
    public void Command_OtherHost_IsNone() => Assert.Null(DeviceProbe.Command(InferenceDevice.Cuda, "/usr/bin/host", null));

    [Fact]
    public void Trial_TheProcessor_RunsAModelAndAgreesWithItself()
    {
        using var said = new StringWriter();

        Assert.Equal(0, DeviceTrial.Run("Cpu", said));
        Assert.Equal("", said.ToString());
    }

    [Theory]
    [InlineData("CoreML", "no CoreML provider")]
    [InlineData("Auto", "is no device")]
    [InlineData("Toaster", "is no device")]
    public void Trial_DeviceThatIsNotThere_SaysWhy(string name, string reason)
    {
        if (OperatingSystem.IsMacOS() && name == "CoreML")
        {
            return;
        }

        using var said = new StringWriter();

        Assert.Equal(1, DeviceTrial.Run(name, said));
        Assert.Contains(reason, said.ToString(), StringComparison.Ordinal);
    }
}
