// Method: the managed half of ONNX Runtime asks for "onnxruntime"; PowerShell's private load context has no search path for that, so
// a resolver of ours looks in runtimes/<rid>/native beside the engine. One environment a process with one pool of worker threads for
// all sessions, so that the thread budget holds however many models are loaded. The pool's threads do not spin while they wait: a
// spinning thread takes the core the decoder needs.
using System.Reflection;
using Microsoft.ML.OnnxRuntime;
using VideoTools.Engine.Files;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Inference;

/// <summary>The native library of ONNX Runtime: found, loaded and set up once a process.</summary>
internal static class NativeRuntime
{
    private const int SameAsRequested = 1;
    private static readonly Lazy<NativeState> State = new(Load);

    private sealed record NativeState(VideoToolsException? Failure, IReadOnlyList<string> Providers);

    /// <summary>Threads that work on inference, the calling one included.</summary>
    public static int Threads { get; } = GivenCores.Count;

    /// <summary>The execution providers that this library was built with; none when it is not to be had.</summary>
    public static IReadOnlyList<string> Providers => State.Value.Providers;

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

        // An assembly has one resolver; the package's own would take that place.
        OrtEnv.DisableDllImportResolver = true;
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
                // What goes wrong comes as an exception, too; a run that was stopped would print a line to the terminal.
                logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
                threadOptions = threading,
            };
            var environment = OrtEnv.CreateInstanceWithOptions(ref options);

            // One arena for all sessions, growing by what is asked for: every session having its own, doubled each time, took twice the
            // memory (docs/decisions). 0 and -1 are the runtime's defaults.
            using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
            using var arena = new OrtArenaCfg(0, SameAsRequested, -1, -1);
            environment.CreateAndRegisterAllocator(memory, arena);
            return new NativeState(null, environment.GetAvailableProviders());
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException
            or TypeInitializationException or OnnxRuntimeException)
        {
            var cause = missing is TypeInitializationException { InnerException: { } inner } ? inner : missing;
            return new NativeState(new VideoToolsException(Describe(cause)), []);
        }
    }

    private static VideoError Describe(Exception cause) => NativePlatform.All.Contains(NativePlatform.Here, StringComparer.Ordinal)
        ? new VideoError(VideoErrorId.ModelMissing, LibraryName,
            $"The library that runs the models ({LibraryName}) {Problem(cause)}",
            $"Install the VideoTools module for {NativePlatform.Here}, or run ./build.sh in the source tree on this machine.")
        {
            Exception = cause,
        }
        : new VideoError(VideoErrorId.ModelMissing, LibraryName,
            $"Models run on {string.Join(", ", NativePlatform.All)}; this is {NativePlatform.Here}.",
            "Use one of these platforms, or what needs no model: scenes, crops, templates with "
                + "-SkipText and -SkipSpeech (--skip-text --skip-speech).")
        {
            Exception = cause,
        };

    // The system's loader lists every place that it tried, over many lines.
    private static string Problem(Exception cause)
    {
        const int Most = 200;
        if (!File.Exists(LibraryPath))
        {
            return $"is missing: there is no '{LibraryPath}'.";
        }

        var reason = cause.Message.Split('\n')[0].Trim();
        return $"cannot be loaded for {NativePlatform.Here}: {(reason.Length > Most ? reason[..Most] + "…" : reason)}";
    }

    private static string LibraryName => OperatingSystem.IsWindows() ? "onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    // Throws where the library is missing or unusable: the system's search path may hold another version.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search) =>
        name == "onnxruntime" ? NativeLibrary.Load(LibraryPath) : 0;

    private static string LibraryPath =>
        Path.Combine(ModuleFiles.EngineDirectory, "runtimes", NativePlatform.Here, "native", LibraryName);
}
