using Microsoft.ML.OnnxRuntime;

namespace VideoTools.Engine.Inference;

/// <summary>How each device is asked for. Nothing here tries one: <see cref="Devices"/> does, in a child process.</summary>
internal static class ExecutionProviders
{
    /// <summary>What Auto stands for, in the order it is tried. TensorRT compiles for minutes: it has to be named.</summary>
    public static IReadOnlyList<InferenceDevice> Automatic { get; } =
        OperatingSystem.IsWindows() ? [InferenceDevice.Cuda, InferenceDevice.DirectML]
        : OperatingSystem.IsMacOS() ? [InferenceDevice.CoreML]
        : [InferenceDevice.Cuda];

    /// <summary>Why a device cannot be here at all, as far as can be told without loading its provider; null when it can.</summary>
    public static string? WhyAbsent(InferenceDevice device)
    {
        NativeRuntime.EnsureLoaded();
        if (!NativeRuntime.Providers.Contains(NameOf(device), StringComparer.Ordinal))
        {
            var way = device is InferenceDevice.Cuda or InferenceDevice.TensorRT ? " (./build.sh cuda builds with one)" : "";
            return $"this build of ONNX Runtime has no {device} provider{way}";
        }

        if (device is not (InferenceDevice.Cuda or InferenceDevice.TensorRT))
        {
            return null;
        }

        if (!NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", out var driver))
        {
            return "there is no NVIDIA driver";
        }

        NativeLibrary.Free(driver);
        return null;
    }

    /// <summary>Makes a session run on a device.</summary>
    /// <exception cref="OnnxRuntimeException">Its provider cannot be loaded.</exception>
    public static void Append(SessionOptions options, InferenceDevice device)
    {
        switch (device)
        {
            case InferenceDevice.TensorRT:
                using (var tensorRt = new OrtTensorRTProviderOptions())
                {
                    options.AppendExecutionProvider_Tensorrt(tensorRt);
                }

                // What TensorRT cannot do stays on the GPU.
                goto case InferenceDevice.Cuda;
            case InferenceDevice.Cuda:
                using (var cuda = CudaOptions())
                {
                    options.AppendExecutionProvider_CUDA(cuda);
                }

                break;
            case InferenceDevice.DirectML:
                options.AppendExecutionProvider_DML();
                break;
            case InferenceDevice.CoreML:
                options.AppendExecutionProvider("CoreML");
                break;
        }
    }

    // Convolutions are chosen by rule: lines of text have many widths, and trying every algorithm for each of them makes reading three
    // times as slow as the processor (docs/performance.md).
    private static OrtCUDAProviderOptions CudaOptions()
    {
        var options = new OrtCUDAProviderOptions();
        options.UpdateOptions(new Dictionary<string, string> { ["cudnn_conv_algo_search"] = "HEURISTIC" });
        return options;
    }

    private static string NameOf(InferenceDevice device) => device switch
    {
        InferenceDevice.Cuda => "CUDAExecutionProvider",
        InferenceDevice.TensorRT => "TensorrtExecutionProvider",
        InferenceDevice.DirectML => "DmlExecutionProvider",
        InferenceDevice.CoreML => "CoreMLExecutionProvider",
        _ => "CPUExecutionProvider",
    };
}
