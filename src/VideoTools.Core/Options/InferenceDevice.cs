namespace VideoTools;

/// <summary>What models run on. A <see cref="DeviceOrder"/> names those to try.</summary>
public enum InferenceDevice
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>The first of Cuda, DirectML and CoreML that is there, otherwise the processor. Only as a wish.</summary>
    Auto,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda,

    /// <summary>
    /// An NVIDIA GPU through TensorRT, which compiles a model for every shape of its input: worth it for many pictures of one size.
    /// </summary>
    TensorRT,

    /// <summary>Any GPU of a Windows machine.</summary>
    DirectML,

    /// <summary>The GPU or neural engine of a Mac.</summary>
    CoreML,
}
