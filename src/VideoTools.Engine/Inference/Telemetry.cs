// ONNX Runtime's native library collects usage data by default, on Linux too: a device id and an event database in the user's cache
// folder, a log in the temporary folder, and after some seconds connections to a collector. It reads its switch from the environment of
// the process when it is loaded.
namespace VideoTools.Engine.Inference;

/// <summary>Keeps ONNX Runtime from sending anything. See docs/decisions/0016.</summary>
internal static class Telemetry
{
    /// <summary>The variable that ONNX Runtime reads.</summary>
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>
    /// Switches telemetry off for this process. To be called before the native library is loaded; later it has no effect.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment cannot be changed; the library must not be loaded then.</exception>
    public static void SwitchOff() => NativeEnvironment.Set(Variable, "1");
}
