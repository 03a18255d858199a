using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// accuracy [--set NAME] [--speed normal|exact|fast] [--seed N] [--extra-pictures DIR] [--by-clip] [--errors] [--no-peers] [--detector
/// NAME] [--threshold X] [--calibrate] [--borderline] [--write]: precision, recall and F1 of every detector. --errors lists each miss and
/// false alarm of our default detector (--errors-of NAME: of another). --threshold is the default detector's; --calibrate fits its
/// confidence. --borderline prints what happens to clips without a target, and nothing else. Rows of peers that are not here stay in the
/// document. --write puts the tables into docs/accuracy.md. Ends with 1 when the default detector misses its target on a generated set.
/// </summary>
internal sealed class AccuracyCommand : ICommand
{
    private const double HardTarget = 0.98;
    private const double AllTarget = 0.95;

    public string Summary => "precision, recall and F1 of every detector and of the peers that are installed";

    public int Run(IReadOnlyList<string> arguments)
    {
        var missing = MissingNeeds.Report(Needs.Ffmpeg | Needs.RealClips | Needs.SharedMedia);
        if (missing is not null)
        {
            return 2;
        }

        var speed = Enum.Parse<SpeedMode>(Text(arguments, "--speed") ?? nameof(SpeedMode.Normal), ignoreCase: true);
        var wanted = Text(arguments, "--detector") is { } named ? [Enum.Parse<SceneDetector>(named, ignoreCase: true)] : Enum.GetValues<SceneDetector>();
        List<ISceneFinder> finders = [new EngineFinder(speed, wanted, Number(arguments, "--threshold"))];
        if (!arguments.Contains("--no-peers"))
        {
            if (Peers.HasSceneDetect)
            {
                finders.Add(new PySceneDetectFinder());
            }
            else
            {
                Console.Error.WriteLine("accuracy: PySceneDetect is NOT installed here; the table has our detectors only.");
            }
        }

        if (arguments.Contains("--borderline"))
        {
            var rows = Borderline.Table(finders[0]);
            Console.WriteLine(rows);
            if (arguments.Contains("--write"))
            {
                MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy.md"), "borderline", rows);
            }

            return 0;
        }

        var results = new List<ClipResult>();
        foreach (var (name, clips) in Sets(arguments))
        {
            foreach (var clip in clips)
            {
                Console.Error.WriteLine($"{name}: {clip.Name}");
                foreach (var (detector, found) in finders.SelectMany(f => f.Find(clip)))
                {
                    results.Add(new ClipResult(name, detector, clip, SceneScorer.Score(clip, found)));
                }
            }
        }

        // What is found by kind is summed over the sets that every detector and peer has been run on from the beginning.
        var table = AccuracyTable.BySet(results);
        var kinds = AccuracyTable.ByKind([.. results.Where(r => !r.Set.EndsWith(AccuracySets.RealKinds, StringComparison.Ordinal))]);
        var ours = results.Where(r => r.Detector == default(SceneDetector).ToString()).ToArray();
        var reliability = Reliability.Table(ours);
        var families = AccuracyTable.ByClip([.. ours.Where(r => r.Set.EndsWith(AccuracySets.RealKinds, StringComparison.Ordinal))]);
        Console.WriteLine(table);
        Console.WriteLine(kinds);
        Console.WriteLine(reliability);
        if (arguments.Contains("--calibrate"))
        {
            Console.WriteLine(Reliability.Fit(Reliability.Detections(ours)));
        }

        if (arguments.Contains("--by-clip"))
        {
            Console.WriteLine(AccuracyTable.ByClip(results));
        }

        var errorsOf = Text(arguments, "--errors-of") ?? (arguments.Contains("--errors") ? default(SceneDetector).ToString() : null);
        if (errorsOf is not null)
        {
            Console.WriteLine(AccuracyTable.Errors(results, d => d == errorsOf));
        }

        if (arguments.Contains("--write"))
        {
            var document = Path.Combine(RepositoryPaths.Root, "docs", "accuracy.md");
            var section = table + "### Found, by kind (development, held-out and films)\n\n" + kinds + "### Real kinds, by family (F1 of all transitions)\n\n" + families
                + "### Confidence\n\n" + reliability;
            MarkedSection.Replace(document, "accuracy", PeerRows.Keep(MarkedSection.Read(document, "accuracy"), section));
        }

        return MeetsTarget(results) ? 0 : 1;
    }

    private static IEnumerable<(string Name, IReadOnlyList<SceneClip> Clips)> Sets(IReadOnlyList<string> arguments)
    {
        var seed = Text(arguments, "--seed") is { } text ? ulong.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (Text(arguments, "--extra-pictures") is { } folder)
        {
            yield return ("pictures", AccuracySets.WithPictures(folder, seed));
        }
        else if (seed > 0)
        {
            yield return ($"seed {seed}", AccuracySets.WithSeed(seed));
            yield return ($"seed {seed}, real kinds", AccuracySets.KindsWithSeed(seed));
        }
        else
        {
            var wanted = Text(arguments, "--set");
            foreach (var (name, load) in AccuracySets.Standard.Where(s => wanted is null || s.Name == wanted || s.Name.StartsWith(wanted + ",", StringComparison.Ordinal)))
            {
                yield return (name, load());
            }
        }
    }

    private static bool MeetsTarget(IReadOnlyList<ClipResult> results)
    {
        var met = true;
        foreach (var set in results.Where(r => r.Detector == default(SceneDetector).ToString() && r.Set != "films").GroupBy(r => r.Set))
        {
            var hard = set.Aggregate(default(Tally), (sum, r) => sum + r.Score.Hard).F1;
            var all = set.Aggregate(default(Tally), (sum, r) => sum + r.Score.All).F1;
            if (hard < HardTarget || all < AllTarget)
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"TARGET MISSED on {set.Key}: hard F1 {hard:0.000} (target {HardTarget}), all F1 {all:0.000} (target {AllTarget})"));
                met = false;
            }
        }

        return met;
    }

    private static double? Number(IReadOnlyList<string> arguments, string name) =>
        Text(arguments, name) is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string? Text(IReadOnlyList<string> arguments, string name)
    {
        var index = arguments.ToList().IndexOf(name);
        return index >= 0 && index + 1 < arguments.Count ? arguments[index + 1] : null;
    }
}
