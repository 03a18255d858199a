// ONNX Runtime's native library collects usage data by default, on Linux too: a device id and an event database in the user's cache
// folder, a log in the temporary folder, and after some seconds connections to a collector. It reads its switch from the environment of
// the process when it is loaded. On Unix .NET keeps a copy of the environment of its own, so the switch has to go through libc.
namespace VideoTools.Engine.Inference;

/// <summary>Keeps ONNX Runtime from sending anything. See docs/decisions/0016.</summary>
internal static partial class Telemetry
{
    /// <summary>The variable that ONNX Runtime reads.</summary>
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>
    /// Switches telemetry off for this process. To be called before the native library is loaded; later it has no effect.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment cannot be changed; the library must not be loaded then.</exception>
    public static void SwitchOff()
    {
        // Child processes and managed readers see it, too.
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows() && (SetVariable(Variable, "1", overwrite: 1) != 0 || GetVariable(Variable) == 0))
        {
            throw new InvalidOperationException($"{Variable} could not be set.");
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetVariable(string name);
}
