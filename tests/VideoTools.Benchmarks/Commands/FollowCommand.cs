using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Follow;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Follow;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// follow [--write] [--pictures] [--rounds N]: how well windows hold subjects whose place is known, what paths of real clips look like,
/// and what the analysis costs beside the scenes. --write puts the tables into docs/accuracy-crop.md, --pictures the sheets into
/// docs/images. Ends with 1 when a target is missed.
/// </summary>
internal sealed class FollowCommand : ICommand
{
    private const double HeldTarget = 0.98;

    public string Summary => "how well moving crops hold known subjects, and what they cost (--write, --pictures, --rounds N)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (MissingNeeds.Report(Needs.Ffmpeg | Needs.RealClips | Needs.SharedMedia) is not null)
        {
            return 2;
        }

        var text = new StringBuilder();
        var met = Generated(text);
        Real(text, arguments.Contains("--pictures"));
        Cost(text, Arguments.Number(arguments, "--rounds", 5));
        Console.WriteLine(text);
        if (arguments.Contains("--write"))
        {
            MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy-crop.md"), "follow", text.ToString());
        }

        return met ? 0 : 1;
    }

    private static bool Generated(StringBuilder text)
    {
        var met = true;
        text.Append("| clip | Auto chooses | held, Follow | held, Auto | speed | acceleration | keys |\n|---|---|---|---|---|---|---|\n");
        foreach (var spec in SubjectClips.Following.Append(SubjectClips.TwoApart))
        {
            var file = SubjectClips.Build(spec);
            var follow = Shots(file, new CropPathOptions { Mode = CropMode.Follow });
            var auto = Shots(file, new CropPathOptions());
            var (followed, chosen) = (FollowScore.Of(spec, follow), FollowScore.Of(spec, auto));
            met &= followed.Held >= HeldTarget && chosen.Held >= HeldTarget;
            text.Append(CultureInfo.InvariantCulture, $"| {spec.Name} | {auto[0].Mode} | {followed.Held:0.0 %} | {chosen.Held:0.0 %} ")
                .Append(CultureInfo.InvariantCulture, $"| {followed.Speed:0.00} | {followed.Acceleration:0.00} | {follow.Sum(shot => shot.Path.Count)} |\n");
        }

        text.Append('\n');
        return met;
    }

    private static void Real(StringBuilder text, bool withPictures)
    {
        text.Append("| clip | scene | mode | window | why |\n|---|---|---|---|---|\n");
        foreach (var (name, file) in new[] { ("bunny", RealClips.BigBuckBunny!), ("sintel", RealClips.SintelTrailer!), ("globe", RealClips.ExampleMovie!) })
        {
            var shots = Shots(file, new CropPathOptions());
            foreach (var shot in shots)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {shot.SceneIndex} | {shot.Mode} | {shot.Crop} | {shot.Reason} |\n");
            }

            if (withPictures)
            {
                PathSheet.Write(
                    file, shots, shots[0].StartSeconds, shots[^1].EndSeconds, 30,
                    Path.Combine(RepositoryPaths.Root, "docs", "images", $"path-{name}.jpg"));
            }
        }

        text.Append('\n');
    }

    private static void Cost(StringBuilder text, int rounds)
    {
        var scenes = new AnalysisRequest(new SceneOptions()) { Engine = new EngineOptions { Cache = CacheMode.Off } };
        var path = new AnalysisRequest(new CropPathOptions()) { Engine = new EngineOptions { Cache = CacheMode.Off } };
        List<double> withScenes = [], withPath = [];
        for (var i = 0; i <= rounds; i++)
        {
            var (a, b) = (Time(scenes), Time(path));
            if (i > 0)
            {
                withScenes.Add(a);
                withPath.Add(b);
            }
        }

        var (least, most) = (withScenes.Min(), withPath.Min());
        text.Append(CultureInfo.InvariantCulture, $"1080p, 720 frames, processor time of decoder and engine: scenes alone {least:0.00} s, ")
            .Append(CultureInfo.InvariantCulture, $"scenes and paths {most:0.00} s ({most / least:0.00} x), least of {rounds} runs.\n");

        static double Time(AnalysisRequest request)
        {
            var before = ProcessorTime.Now;
            EngineRuns.Run(request, RealClips.BigBuckBunny!);
            return ProcessorTime.Now - before;
        }
    }

    private static IReadOnlyList<CropShot> Shots(string file, CropPathOptions options) =>
        [.. EngineRuns.Run(new AnalysisRequest(options), file).Cast<CropShot>()];
}
