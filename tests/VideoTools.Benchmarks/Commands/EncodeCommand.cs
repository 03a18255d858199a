using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>encode [--rounds N] [--seconds N]: exports of a real clip against plain ffmpeg with the same settings.</summary>
internal sealed class EncodeCommand : ICommand
{
    private const int Width = 608;
    private const int Height = 1080;
    private const int X = 656;

    public string Summary => "writing cropped videos, against plain ffmpeg with the same settings";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (MissingNeeds.Report(Needs.Ffmpeg | Needs.RealClips) is not null)
        {
            return 2;
        }

        var rounds = Arguments.Number(arguments, "--rounds", 3);
        var seconds = Arguments.Number(arguments, "--seconds", 10);
        var folder = Directory.CreateTempSubdirectory("videotools-encode-").FullName;
        try
        {
            // A part of the film, so that a round takes no minutes.
            var clip = Path.Combine(folder, "clip.mp4");
            Programs.Run("ffmpeg", "-v", "error", "-y", "-t", seconds.ToString(CultureInfo.InvariantCulture), "-i", RealClips.BigBuckBunny!, "-c", "copy", clip);
            var output = Path.Combine(folder, "out.mp4");
            CropKey[] path = [.. Enumerable.Range(0, seconds + 1).Select(i => new CropKey(i, (i * 317) % 1312, 0))];
            Candidate[] candidates =
            [
                new("plain ffmpeg", () => Programs.Run("ffmpeg", "-v", "error", "-y", "-i", clip,
                    "-vf", $"crop={Width}:{Height}:{X}:0,scale=1080:1920:flags=bicubic,format=yuv420p,setsar=1",
                    "-c:v", "libx264", "-crf", "19", "-preset", "medium", "-c:a", "copy", "-movflags", "+faststart", output)),
                new("export, still window", () => Export(clip, output, [Shot(clip)])),
                new("export, moving window", () => Export(clip, output, [Shot(clip) with { Path = new ValueList<CropKey>(path) }])),
                new("export, blurred window", () => Export(clip, output,
                    [Shot(clip) with { X = 0, Width = 1920, Fit = CropFit.Blur, Aspect = "9:16" }])),
                new("export, window found first", () => Export(clip, output, null)),
            ];
            Console.WriteLine(FormattableString.Invariant(
                $"{Path.GetFileName(RealClips.BigBuckBunny)}, the first {seconds} s, to 1080x1920 with libx264, CRF 19, medium; {Environment.ProcessorCount} cores; medians of {rounds} rounds"));
            Console.WriteLine();
            var standings = Tournament.Run(candidates, rounds);
            Console.WriteLine(Tournament.ToMarkdown(standings));
            Console.WriteLine();
            Console.WriteLine(FormattableString.Invariant($"Speed of an export in proportion to plain ffmpeg: {1 / standings[1].WallRatio:0.00}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static CropShot Shot(string clip) => new() { FullName = clip, X = X, Y = 0, Width = Width, Height = Height };

    private static void Export(string clip, string output, CropShot[]? shots)
    {
        using var engine = VideoEngine.Create();
        var options = new CropExportOptions { OutputWidth = 1080, OutputHeight = 1920, Force = true };
        using var session = engine.Open(new CropExportRequest(options) { Engine = new EngineOptions { Cache = CacheMode.Off } });
        session.Add(new VideoInput(clip) { Shots = shots, Destination = output });
        session.CompleteAdding();
        while (!session.IsFinished)
        {
            if (session.Take(TimeSpan.FromSeconds(1)) is FailureEvent failure)
            {
                throw new InvalidOperationException(failure.Error.Message);
            }
        }
    }
}
