namespace VideoTools;

/// <summary>What models run on. Whatever is asked for, the processor is used where no GPU or no library for it is found.</summary>
public enum InferenceDevice
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU when the CUDA provider and a GPU are there, otherwise the processor.</summary>
    Auto,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda,
}
