// Method: the managed half of ONNX Runtime asks for "onnxruntime"; PowerShell's private load context has no search path for that, so
// a resolver of ours looks beside the engine, in runtimes/<rid>/native, and in a source tree's fetched assets. One environment a
// process with one pool of worker threads for all sessions, so that the thread budget holds however many models are loaded. The
// pool's threads do not spin while they wait: a spinning thread takes the core the decoder needs.
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace VideoTools.Engine.Inference;

/// <summary>The native library of ONNX Runtime: found, loaded and set up once a process.</summary>
internal static class NativeRuntime
{
    private const string CudaProvider = "CUDAExecutionProvider";
    private const int SameAsRequested = 1;
    private static readonly Lazy<NativeState> State = new(Load);

    private sealed record NativeState(VideoToolsException? Failure, string? CudaProblem);

    /// <summary>Threads that work on inference, the calling one included.</summary>
    public static int Threads { get; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Why there is no CUDA here; null when there is. A library that is not there at all is an error for whoever loads a model.</summary>
    public static string? CudaProblem => State.Value.Failure?.Error.Message ?? State.Value.CudaProblem;

    /// <summary>Loads the library when it is not loaded yet.</summary>
    /// <exception cref="VideoToolsException">ModelMissing: the library is not there or cannot be loaded.</exception>
    public static void EnsureLoaded()
    {
        if (State.Value.Failure is { } failure)
        {
            // A new exception each time: one instance thrown on several threads would mix their stack traces.
            throw new VideoToolsException(failure.Error);
        }
    }

    private static NativeState Load()
    {
        Telemetry.SwitchOff();
        NativeLibrary.SetDllImportResolver(typeof(InferenceSession).Assembly, Resolve);
        try
        {
            using var threading = new OrtThreadingOptions
            {
                GlobalIntraOpNumThreads = Threads,
                GlobalInterOpNumThreads = 1,
                GlobalSpinControl = false,
            };
            var options = new EnvironmentCreationOptions
            {
                logId = "VideoTools",
                logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
                threadOptions = threading,
            };
            var environment = OrtEnv.CreateInstanceWithOptions(ref options);

            // One arena for all sessions, growing by what is asked for: every session having its own, doubled each time, took twice the
            // memory (docs/decisions). 0 and -1 are the runtime's defaults.
            using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
            using var arena = new OrtArenaCfg(0, SameAsRequested, -1, -1);
            environment.CreateAndRegisterAllocator(memory, arena);
            return new NativeState(null, FindCudaProblem(environment.GetAvailableProviders()));
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException
            or TypeInitializationException or OnnxRuntimeException)
        {
            var cause = missing is TypeInitializationException { InnerException: { } inner } ? inner : missing;
            return new NativeState(new VideoToolsException(VideoErrorId.ModelMissing, LibraryName,
                $"The library that runs the models ({LibraryName}) could not be loaded for {RuntimeInformation.RuntimeIdentifier}: {cause.Message}",
                "Install VideoTools for this platform, or run ./build.sh in the source tree on it.", cause), null);
        }
    }

    private static string LibraryName => OperatingSystem.IsWindows() ? "onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != "onnxruntime")
        {
            return 0;
        }

        foreach (var folder in Folders())
        {
            var file = Path.Combine(folder, LibraryName);
            if (File.Exists(file) && NativeLibrary.TryLoad(file, out var handle))
            {
                LoadedFrom = folder;
                return handle;
            }
        }

        return 0;
    }

    /// <summary>The folder the library was loaded from; null before.</summary>
    public static string? LoadedFrom { get; private set; }

    private static IEnumerable<string> Folders()
    {
        var engine = ModelCatalogue.EngineDirectory;
        yield return engine;
        yield return Path.Combine(engine, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        for (var directory = new DirectoryInfo(engine); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "VideoTools.sln")))
            {
                yield return Path.Combine(directory.FullName, ".assets", "com.github.asus4.onnxruntime", "native", RuntimeInformation.RuntimeIdentifier);
            }
        }
    }

    private static string? FindCudaProblem(string[] providers)
    {
        if (!providers.Contains(CudaProvider, StringComparer.Ordinal))
        {
            return "this build of ONNX Runtime has no CUDA provider";
        }

        var provider = OperatingSystem.IsWindows() ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";
        if (LoadedFrom is null || !File.Exists(Path.Combine(LoadedFrom, provider)))
        {
            return $"{provider} is not installed (./build.sh cuda fetches it)";
        }

        if (!NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", out var driver))
        {
            return "there is no NVIDIA driver";
        }

        NativeLibrary.Free(driver);
        return null;
    }
}
