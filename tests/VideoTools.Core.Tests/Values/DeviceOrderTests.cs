namespace VideoTools.Core.Tests.Values;

public sealed class DeviceOrderTests
{
    [Fact]
    public void Order_EndsWithTheProcessor_WithoutRepeats()
    {
        var order = new DeviceOrder(InferenceDevice.Cuda, InferenceDevice.TensorRT, InferenceDevice.Cuda, InferenceDevice.Cpu, InferenceDevice.CoreML);

        Assert.Equal("Cuda,TensorRT,Cpu", order.ToString());
        Assert.Equal([InferenceDevice.Cuda, InferenceDevice.TensorRT, InferenceDevice.Cpu], order.Devices);
    }

    [Theory]
    [InlineData("cuda", "Cuda,Cpu")]
    [InlineData("TensorRT, cuda,cpu,coreml", "TensorRT,Cuda,Cpu")]
    [InlineData("cpu", "Cpu")]
    [InlineData("", null)]
    [InlineData("cuda,", null)]
    [InlineData("1", null)]
    [InlineData("gpu", null)]
    public void TryParse_NamesWithCommas(string text, string? order) =>
        Assert.Equal(order, DeviceOrder.TryParse(text, out var read) ? read.ToString() : null);

    [Fact]
    public void SameDevices_AreEqual()
    {
        Assert.Equal(DeviceOrder.Cpu, new DeviceOrder());
        Assert.Equal((DeviceOrder)InferenceDevice.Auto, new DeviceOrder(InferenceDevice.Auto));
        Assert.Equal(new TextOptions { Device = InferenceDevice.Cuda }, new TextOptions { Device = InferenceDevice.Cuda });
        Assert.NotEqual(new DeviceOrder(InferenceDevice.Cuda, InferenceDevice.CoreML), new DeviceOrder(InferenceDevice.CoreML, InferenceDevice.Cuda));
    }
}
