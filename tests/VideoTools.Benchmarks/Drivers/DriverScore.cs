using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Features.Driver;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>Films of acting portraits through the whole engine: which states are reported, how soon, and what is reported beside them.</summary>
internal static class DriverScore
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Rate = 10;

    // Portraits that were looked at while the rules were written; as many others are kept back.
    private const int LookedAt = 4;

    /// <summary>How one film went.</summary>
    /// <param name="IsHit">The state was reported in time, raised where it must be.</param>
    /// <param name="Delay">Seconds from its beginning to the end of the record that said so.</param>
    /// <param name="FalseSeconds">Seconds that were reported raised outside of it.</param>
    /// <param name="QuietSeconds">Seconds outside of it.</param>
    private sealed record Outcome(bool IsHit, double Delay, double FalseSeconds, double QuietSeconds);

    /// <summary>The table of all scenarios.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="part">Parts of the names of the groups of portraits wanted, with commas between; null for all.</param>
    /// <param name="only">Part of the names of the scenarios wanted; null for all.</param>
    /// <param name="explain">True prints every record.</param>
    /// <returns>
    /// True when of the portraits that face the camera every state was reported in nine of ten films, and nothing in nine of ten quiet seconds,
    /// of those kept back as of all.
    /// </returns>
    public static bool Append(StringBuilder text, string? part, string? only, bool explain)
    {
        var groups = Groups();
        groups.RemoveAll(group => part is not null && !part.Split(',').Any(text => group.Name.Contains(text, StringComparison.Ordinal)));
        text.Append(CultureInfo.InvariantCulture, $"| what happens | must be said | {string.Join(" | ", groups.Select(g => g.Name))} | delay, s | raised elsewhere, s |\n")
            .Append(CultureInfo.InvariantCulture, $"|---|---|{string.Concat(groups.Select(_ => "---|"))}---|---|\n");
        foreach (var scenario in DriverScenario.All.Where(s => only is null || s.Name.Contains(only, StringComparison.Ordinal)))
        {
            if (scenario.HasHand && !HandFinder.IsInstalled)
            {
                Console.Error.WriteLine($"NOT RUN: {scenario.Name}: the models of hands are missing (./build.sh models).");
                continue;
            }

            var played = groups.Select(group => Play(scenario, group.Portraits, explain)).ToList();
            var both = played.SelectMany(films => films).ToList();
            var hits = both.Where(o => o.IsHit).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | {scenario.State} | {string.Join(" | ", played.Select(Hits))} | ")
                .Append(scenario.State == "AWAKE" || hits.Count == 0 ? "" : hits.Average(h => h.Delay).ToString("0.0", CultureInfo.InvariantCulture))
                .Append(CultureInfo.InvariantCulture, $" | {both.Sum(o => o.FalseSeconds):0} of {both.Sum(o => o.QuietSeconds):0} |\n");
            foreach (var (group, films) in groups.Zip(played))
            {
                group.Films.AddRange(films);
            }
        }

        var every = groups.SelectMany(group => group.Films).ToList();
        var (quiet, wrong) = (every.Sum(o => o.QuietSeconds), every.Sum(o => o.FalseSeconds));
        text.Append(CultureInfo.InvariantCulture, $"| in all | | {string.Join(" | ", groups.Select(g => Hits(g.Films)))} | | {wrong:0} of {quiet:0} |\n");
        return groups.Where(group => group.IsFacing).All(group => group.Films.Count(o => o.IsHit) >= 0.9 * group.Films.Count) && wrong <= 0.1 * quiet;
    }

    /// <summary>Makes the films that are not there yet, and looks at none.</summary>
    public static void MakeFilms()
    {
        foreach (var portrait in Groups().SelectMany(group => group.Portraits))
        {
            foreach (var scenario in DriverScenario.All)
            {
                Film(scenario, portrait);
            }
        }
    }

    private static List<(string Name, List<int> Portraits, bool IsFacing, List<Outcome> Films)> Groups()
    {
        var all = Enumerable.Range(0, DriverScene.Portraits.Count).ToLookup(i => DriverActors.IsFacing(i, Width, Height));
        List<int> seen = Spread([.. all[true]], LookedAt), kept = Spread([.. all[true].Except(seen)], LookedAt), aside = Spread([.. all[false]], LookedAt / 2);
        return
        [
            (FormattableString.Invariant($"said in time, {seen.Count} portraits that were looked at"), seen, true, []),
            (FormattableString.Invariant($"{kept.Count} kept back"), kept, true, []),
            (FormattableString.Invariant($"{aside.Count} turned from the camera by {DriverActors.Facing:0}° and more"), aside, false, []),
        ];
    }

    private static string Hits(IReadOnlyCollection<Outcome> films) =>
        FormattableString.Invariant($"{films.Count(o => o.IsHit)} of {films.Count}");

    private static List<int> Spread(List<int> portraits, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, portraits.Count)).Select(i => portraits[i * portraits.Count / Math.Min(count, portraits.Count)])];

    private static List<Outcome> Play(DriverScenario scenario, List<int> portraits, bool explain) => [.. portraits.Select(portrait =>
    {
        if (explain)
        {
            var states = States(scenario, portrait);
            var outcome = Judge(scenario, states);
            Explain(scenario, portrait, states, outcome);
            return outcome;
        }

        // Kept for as long as nothing was built anew: parts may run side by side, and be put together afterwards.
        var builds = $"{typeof(DriverFeature).Module.ModuleVersionId} {typeof(DriverScore).Module.ModuleVersionId}";
        var kept = MediaCache.GetOrCreate("driver-outcome", "outcome.json", $"{Key(scenario, portrait)} {scenario.Name} {builds}", path =>
            File.WriteAllText(path, JsonSerializer.Serialize(Judge(scenario, States(scenario, portrait)))));
        return JsonSerializer.Deserialize<Outcome>(File.ReadAllText(kept))!;
    })];

    private static List<VideoState> States(DriverScenario scenario, int portrait)
    {
        var request = new AnalysisRequest(new DriverOptions { SkipHands = !scenario.HasHand, CalibrationSeconds = 4 })
        {
            Engine = new EngineOptions { Cache = CacheMode.Off },
        };
        return [.. EngineRuns.Run(request, Film(scenario, portrait)).Cast<VideoState>()];
    }

    private static string Film(DriverScenario scenario, int portrait) =>
        MediaCache.GetOrCreate("driver", "film.mp4", Key(scenario, portrait), path =>
            DriverFilm.Write(path, DriverActors.Of(portrait, Width, Height)!, Width, Height, Rate, scenario.Seconds, scenario.Script));

    // By what is done, not by its name.
    private static string Key(DriverScenario scenario, int portrait)
    {
        var moments = Enumerable.Range(0, (int)(scenario.Seconds * Rate)).Select(frame => $"{scenario.Script((double)frame / Rate)}");
        return FormattableString.Invariant($"{portrait} {Width}x{Height} v7 {string.Join(';', moments)}");
    }

    private static Outcome Judge(DriverScenario scenario, List<VideoState> states)
    {
        // What happened still shows for a while: windows of half a minute and more.
        var quiet = states.Where(s => scenario.State == "AWAKE" || s.EndSeconds <= scenario.From).ToList();
        var wrong = quiet.Where(s => s.Level >= AlertLevel.Moderate).Sum(s => s.EndSeconds - s.StartSeconds);
        var said = states.Find(s => s.EndSeconds > scenario.From && s.EndSeconds <= scenario.To + 1e-6 && s.State == scenario.State
            && (scenario.State == "UNKNOWN" ? s.Level == AlertLevel.Unknown : s.Level >= AlertLevel.Moderate));
        var isHit = scenario.State == "AWAKE" ? wrong == 0 : said is not null;
        return new Outcome(isHit, (said?.EndSeconds ?? 0) - scenario.From, wrong, quiet.Sum(s => s.EndSeconds - s.StartSeconds));
    }

    private static void Explain(DriverScenario scenario, int portrait, List<VideoState> states, Outcome outcome)
    {
        Console.WriteLine(FormattableString.Invariant($"{scenario.Name}, portrait {portrait}: {(outcome.IsHit ? "hit" : "MISSED")}"));
        foreach (var s in states)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"  {s.StartSeconds,5:0.0} {s.State,-10} {s.RawLevel,-8} {s.Level,-8} face {s.FaceShare:0.0} eyes {s.EyeOpenness:0.00} closed {s.ClosureSeconds:0.0} perclos {s.Perclos:0.00} yaw {s.HeadYaw:0} pitch {s.HeadPitch:0} away {s.AwaySeconds:0.0} | {s.Evidence}"));
        }
    }
}
