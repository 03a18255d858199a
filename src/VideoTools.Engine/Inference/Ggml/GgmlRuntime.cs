// Method: Whisper.net looks for its native libraries below the folder that RuntimeOptions names, runtimes/PLATFORM; the build puts them
// there, and who adds runtimes/cuda/PLATFORM of Whisper.net's further packages gets that one where a GPU was asked for. The first load
// decides for the process. OpenMP's threads wait asleep: spinning, they took as much time as they worked. Cost: milliseconds, once.
using VideoTools.Engine.Files;
using Whisper.net.LibraryLoader;

namespace VideoTools.Engine.Inference.Ggml;

/// <summary>The native library that runs ggml models.</summary>
internal static class GgmlRuntime
{
    private static readonly Lock Gate = new();
    private static bool s_isPrepared;

    /// <summary>What it runs on: known after the first model was loaded.</summary>
    public static InferenceDevice Device => RuntimeOptions.LoadedLibrary is RuntimeLibrary.Cuda or RuntimeLibrary.Cuda12
        ? InferenceDevice.Cuda
        : InferenceDevice.Cpu;

    /// <summary>Says where the library lies; to be called before the first model is loaded.</summary>
    /// <param name="mayUseGpu">True lets a library of a GPU be taken where one lies there.</param>
    public static void Prepare(bool mayUseGpu)
    {
        lock (Gate)
        {
            if (s_isPrepared)
            {
                return;
            }

            s_isPrepared = true;
            NativeEnvironment.SetDefault("OMP_WAIT_POLICY", "passive");
            NativeEnvironment.SetDefault("GOMP_SPINCOUNT", "0");

            // It takes the folder of this path.
            RuntimeOptions.LibraryPath = Path.Combine(ModuleFiles.EngineDirectory, "whisper");
            RuntimeOptions.RuntimeLibraryOrder = mayUseGpu
                ?
                [
                    RuntimeLibrary.Cuda, RuntimeLibrary.Cuda12, RuntimeLibrary.Vulkan, RuntimeLibrary.CoreML, RuntimeLibrary.Cpu,
                    RuntimeLibrary.CpuNoAvx,
                ]
                : [RuntimeLibrary.Cpu, RuntimeLibrary.CpuNoAvx];
        }
    }

    /// <summary>The error of a library that is not there or cannot be loaded.</summary>
    public static VideoToolsException Missing(Exception cause) => new(
        VideoErrorId.ModelMissing, "whisper",
        $"The library that runs ggml models cannot be loaded for {NativePlatform.Here}: {cause.Message.Split('\n')[0].Trim()}",
        OperatingSystem.IsLinux()
            ? "Install libgomp (Debian: libgomp1), or VideoTools again; without -ModelPath (--model-path) it is not needed."
            : "Install VideoTools again; without -ModelPath (--model-path) it is not needed.",
        cause);
}
