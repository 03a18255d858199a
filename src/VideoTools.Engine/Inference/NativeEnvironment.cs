// On Unix .NET keeps a copy of the environment of its own: what a native library is to read has to go through libc.
namespace VideoTools.Engine.Inference;

/// <summary>Variables of the environment that native libraries read when they are loaded.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable, for native code, for managed code and for children.</summary>
    /// <exception cref="InvalidOperationException">The environment cannot be changed.</exception>
    public static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows() && (SetVariable(name, value, overwrite: 1) != 0 || GetVariable(name) == 0))
        {
            throw new InvalidOperationException($"{name} could not be set.");
        }
    }

    /// <summary>Sets a variable that the user has not set.</summary>
    public static void SetDefault(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is null)
        {
            Set(name, value);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetVariable(string name);
}
