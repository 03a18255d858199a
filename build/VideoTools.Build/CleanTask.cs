namespace VideoTools.Build;

/// <summary>Deletes bin, obj and output. Fetched assets and generated test media cost time to get again, so they stay.</summary>
internal static class CleanTask
{
    public static int Run(BuildContext context)
    {
        var own = Path.GetDirectoryName(typeof(CleanTask).Assembly.Location)!;
        foreach (var directory in new[] { "src", "tests", "build" }
                     .SelectMany(d => Directory.EnumerateFiles(context.At(d), "*.csproj", SearchOption.AllDirectories))
                     .SelectMany(p => new[] { "bin", "obj" }.Select(n => Path.Combine(Path.GetDirectoryName(p)!, n)))
                     .Append(context.At("output"))
                     .Where(d => Directory.Exists(d) && !own.StartsWith(d, StringComparison.Ordinal)))
        {
            Directory.Delete(directory, recursive: true);
        }

        BuildContext.Say("Cleaned");
        return 0;
    }
}
