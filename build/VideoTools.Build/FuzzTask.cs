namespace VideoTools.Build;

/// <summary>Runs a campaign of mutated files.</summary>
internal static class FuzzTask
{
    public static int Run(BuildContext context)
    {
        BuildTask.Run(context);
        return Campaign(context, context.Arguments);
    }

    /// <summary>Runs the campaign program, which is built.</summary>
    public static int Campaign(BuildContext context, IReadOnlyList<string> arguments) => context.Run("dotnet",
        ["run", "--project", context.At("tests", "VideoTools.Fuzz"), "-c", context.Configuration, "--no-build", "--", .. arguments]);
}
