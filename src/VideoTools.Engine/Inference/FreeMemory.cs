namespace VideoTools.Engine.Inference;

/// <summary>Gives memory that native code has freed back to the system, so that the next measurement is not of leftovers.</summary>
internal static partial class FreeMemory
{
    /// <summary>Does so where the C library keeps it (glibc); elsewhere nothing.</summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // musl gives back by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nint keep);
}
