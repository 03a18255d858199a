namespace VideoTools.Build;

/// <summary>Runs the measurements.</summary>
internal static class BenchTask
{
    public static int Run(BuildContext context)
    {
        BuildTask.Run(context);
        if (context.Arguments is ["start", ..])
        {
            PowerShellHost.Find(context); // Fetched where there is none; the other measurements need none.
        }

        return context.Run("dotnet",
            ["run", "--project", context.At("tests", "VideoTools.Benchmarks"), "-c", context.Configuration, "--no-build", "--", .. context.Arguments]);
    }
}
