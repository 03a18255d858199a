namespace VideoTools.Build;

/// <summary>The main job on a real video, as a user would do it.</summary>
internal static class DemoTask
{
    public static int Run(BuildContext context)
    {
        BuildTask.Run(context);
        var video = context.Arguments.Count > 0
            ? context.Arguments[0]
            : Path.Combine(context.AssetsDirectory, "transcript-player", "sintel_trailer_480p.mp4");
        string[][] steps =
        [
            ["info", video],
            ["scene", video],
            ["template", video],
            ["text", video],
            ["transcript", video],
            ["crop", video, "--aspect", "9:16", "--grid", "5", "--candidates"],
            ["path", video, "--aspect", "9:16", "--keep", "text"],
            ["crop", video, "--aspect", "9:16", "--keep", "text", "--export", "output/demo/", "--size", "540x960", "--force"],
            ["activity", video],
            ["frame", video, "--contact-sheet", "output/demo-frames.png", "--force"],
            ["face", video, "--group"],
            ["report", video, "--frames", "--faces", "--output", "output/demo-report.html", "--force"],
        ];
        foreach (var step in steps)
        {
            Console.WriteLine();
            Console.WriteLine("$ videotools " + string.Join(' ', step.Select(a => a == video ? Path.GetFileName(video) : a)));
            var code = context.Run(context.CliExecutable, [.. step, "--format", "table"]);
            if (code != 0)
            {
                return code;
            }
        }

        return 0;
    }
}
