using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// speed [CLIP] [--rounds N]: our requests beside the limit (ffmpeg decodes the clip with automatic threads, scales it with the area
/// scaler to our analysis size and throws it away) and beside the peers that are installed.
/// </summary>
internal sealed class SpeedCommand : ICommand
{
    public string Summary => "our requests beside ffmpeg's limit and the peers that are installed";

    public int Run(IReadOnlyList<string> arguments)
    {
        var rounds = Arguments.Number(arguments, "--rounds", 5);
        var clip = Arguments.Positional(arguments) ?? RealClips.BigBuckBunny;
        if (clip is null || !File.Exists(clip))
        {
            Console.Error.WriteLine("speed: no clip; run ./build.sh once, or name a file.");
            return 2;
        }

        var info = (VideoInfo)EngineRuns.Run(new InfoRequest(), clip)[0];
        Console.WriteLine(FormattableString.Invariant(
            $"{Path.GetFileName(clip)}: {info.Width}x{info.Height} {info.VideoCodec}, {info.DurationSeconds:0.0} s, {info.FrameCount} frames; {Environment.ProcessorCount} cores; medians of {rounds} rounds"));
        Console.WriteLine();
        Console.WriteLine(Tournament.ToMarkdown(Tournament.Run([.. OurRequests(clip)], rounds)));
        Console.WriteLine();
        ComparePeers(clip, rounds);
        return 0;
    }

    private static IEnumerable<Candidate> OurRequests(string clip)
    {
        yield return new Candidate("limit", () => Programs.Run("ffmpeg", "-nostdin", "-v", "error", "-i", clip, "-map", "0:v:0", "-vf", "scale=320:-2:flags=area", "-f", "null", "-"));
        yield return new Candidate("decode only, no scaling", () => Programs.Run("ffmpeg", "-nostdin", "-v", "error", "-i", clip, "-map", "0:v:0", "-f", "null", "-"));
        foreach (var speed in new[] { SpeedMode.Exact, SpeedMode.Normal })
        {
            yield return new Candidate($"scenes, {speed}", () => EngineRuns.Run(EngineRuns.Scenes(speed), clip));
            yield return new Candidate($"crop 25 positions, {speed}", () => EngineRuns.Run(EngineRuns.Crop(5, speed), clip));
            yield return new Candidate($"crop 10,000 positions, {speed}", () => EngineRuns.Run(EngineRuns.Crop(100, speed), clip));
            yield return new Candidate($"template, {speed}", () => EngineRuns.Run(EngineRuns.Template(speed), clip));
            yield return new Candidate($"scenes + crop + template, {speed}", () => EngineRuns.Run(EngineRuns.Everything(speed), clip));
        }

        yield return new Candidate("scenes, Fast", () => EngineRuns.Run(EngineRuns.Scenes(SpeedMode.Fast), clip));
    }

    private static void ComparePeers(string clip, int rounds)
    {
        var scene = Peers.SceneDetect(clip);
        if (scene is null)
        {
            Console.WriteLine("PySceneDetect: not installed here, not compared.");
        }
        else
        {
            Console.WriteLine(Tournament.ToMarkdown(Tournament.Run(
            [
                new Candidate("PySceneDetect content + adaptive", scene),
                new Candidate("scenes, whole process, Exact", () => Cli("scene", clip, "--speed", "exact")),
                new Candidate("scenes, whole process, Normal", () => Cli("scene", clip)),
            ], rounds)));
            Console.WriteLine();
        }

        var crop = Peers.SmartCrop(clip);
        if (crop is null)
        {
            Console.WriteLine("Original smart crop: not installed here, not compared.");
        }
        else
        {
            var small = RealClips.ExampleMovie;
            foreach (var file in new[] { small, clip }.Where(f => f is not null && File.Exists(f)))
            {
                var frames = ((VideoInfo)EngineRuns.Run(new InfoRequest { CountFrames = true }, file!)[0]).FrameCount;
                Console.WriteLine(FormattableString.Invariant($"{Path.GetFileName(file)}: the original looks at 51 frames, ours at {frames}"));
                Console.WriteLine(Tournament.ToMarkdown(Tournament.Run(
                [
                    new Candidate("original, 25 positions, 2 workers", Peers.SmartCrop(file!)!),
                    new Candidate("ours, 25 positions, whole process", () => Cli("crop", file!, "--aspect", "1:1", "--grid", "5")),
                    new Candidate("ours, 10,000 positions, whole process", () => Cli("crop", file!, "--aspect", "1:1", "--grid", "100")),
                ], Math.Min(rounds, 2))));
                Console.WriteLine();
            }
        }
    }

    private static void Cli(params string[] arguments) =>
        Programs.Run(Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools"), arguments);
}
