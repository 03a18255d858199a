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

    [Fact]
    public void SameDevices_AreEqual()
    {
        Assert.Equal(DeviceOrder.Cpu, new DeviceOrder());
        Assert.Equal((DeviceOrder)InferenceDevice.Auto, new DeviceOrder(InferenceDevice.Auto));
        Assert.Equal(new TextOptions { Device = InferenceDevice.Cuda }, new TextOptions { Device = InferenceDevice.Cuda });
        Assert.NotEqual(new DeviceOrder(InferenceDevice.Cuda, InferenceDevice.CoreML), new DeviceOrder(InferenceDevice.CoreML, InferenceDevice.Cuda));
    }
}
