using Microsoft.ML.OnnxRuntime;

namespace VideoTools.Engine.Inference;

/// <summary>Tells too little memory from other faults of the runtime, which has no code of its own for it.</summary>
internal static class MemoryShortage
{
    private static readonly string[] Signs = ["bad_alloc", "Failed to allocate memory", "out of memory", "OutOfMemory"];

    /// <summary>True when an exception says that there is too little memory.</summary>
    public static bool Is(Exception exception) => exception is OutOfMemoryException
        || (exception is OnnxRuntimeException
            && Array.Exists(Signs, sign => exception.Message.Contains(sign, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The error of a model that does not fit.</summary>
    public static VideoToolsException Of(string model, InferenceDevice device, Exception cause) => new(
        VideoErrorId.OutOfMemory,
        model,
        $"There is not enough memory for the model '{model}' on {device}.",
        device == InferenceDevice.Cpu
            ? "Choose a smaller model, or work on fewer files at once: -ThrottleLimit 1 (--throttle 1)."
            : "Choose a smaller model, or run it on the processor: -Device Cpu (--device cpu).",
        cause);
}
