namespace VideoTools.Build;

/// <summary>Compiles everything and lays out output/.</summary>
internal static class BuildTask
{
    public static int Run(BuildContext context) => Run(context, PublishTarget.Here);

    public static int Run(BuildContext context, PublishTarget target)
    {
        Prerequisites.EnsureFfmpeg(context);
        Assets.Ensure(context);
        ModelConversion.Ensure(context);
        BuildContext.Say("Compiling");
        context.MustRun("Compiling", "dotnet", "build", context.At("VideoTools.sln"), "-c", context.Configuration, "-v", "quiet", "-nologo");
        Module.Assemble(context, target);
        BuildContext.Say("Done: " + Path.GetRelativePath(context.Root, context.ModuleDirectory)
            + " (Import-Module), " + Path.GetRelativePath(context.Root, context.CliExecutable));
        return 0;
    }
}
