using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>Films of acting portraits through the whole engine: which states are reported, how soon, and what is reported beside them.</summary>
internal static class DriverScore
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Rate = 10;

    /// <summary>How one film went.</summary>
    /// <param name="IsHit">The state was reported in time, raised where it must be.</param>
    /// <param name="Delay">Seconds from its beginning to the end of the record that said so.</param>
    /// <param name="FalseSeconds">Seconds that were reported raised outside of it.</param>
    /// <param name="QuietSeconds">Seconds outside of it.</param>
    private sealed record Outcome(bool IsHit, double Delay, double FalseSeconds, double QuietSeconds);

    /// <summary>The table of all scenarios.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="portraits">How many portraits that face the camera act, and half as many that do not.</param>
    /// <param name="only">Part of the names of the scenarios wanted; null for all.</param>
    /// <param name="explain">True prints every record.</param>
    /// <returns>
    /// True when of the portraits that face the camera every state was reported in nine of ten films, and nothing in nine of ten quiet seconds.
    /// </returns>
    public static bool Append(StringBuilder text, int portraits, string? only, bool explain)
    {
        var all = Enumerable.Range(0, DriverScene.Portraits.Count).ToLookup(i => DriverActors.IsFacing(i, Width, Height));
        List<int> facing = Spread([.. all[true]], portraits), aside = Spread([.. all[false]], portraits / 2);
        text.Append(CultureInfo.InvariantCulture, $"| what happens | must be said | said in time, {facing.Count} portraits that face the camera | ")
            .Append(CultureInfo.InvariantCulture, $"{aside.Count} turned from it by {DriverActors.Facing:0}° and more | delay, s | raised elsewhere, s |\n|---|---|---|---|---|---|\n");
        List<Outcome> front = [], side = [];
        foreach (var scenario in DriverScenario.All.Where(s => only is null || s.Name.Contains(only, StringComparison.Ordinal)))
        {
            var (one, two) = (Play(scenario, facing, explain), Play(scenario, aside, explain));
            List<Outcome> both = [.. one, .. two];
            var hits = both.Where(o => o.IsHit).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | {scenario.State} | {one.Count(o => o.IsHit)} of {one.Count} | {two.Count(o => o.IsHit)} of {two.Count} | ")
                .Append(scenario.State == "AWAKE" || hits.Count == 0 ? "" : hits.Average(h => h.Delay).ToString("0.0", CultureInfo.InvariantCulture))
                .Append(CultureInfo.InvariantCulture, $" | {both.Sum(o => o.FalseSeconds):0} of {both.Sum(o => o.QuietSeconds):0} |\n");
            front.AddRange(one);
            side.AddRange(two);
        }

        List<Outcome> films = [.. front, .. side];
        var (quiet, wrong) = (films.Sum(o => o.QuietSeconds), films.Sum(o => o.FalseSeconds));
        text.Append(CultureInfo.InvariantCulture, $"\nIn all: {front.Count(o => o.IsHit)} of {front.Count} films of faces towards the camera, ")
            .Append(CultureInfo.InvariantCulture, $"{side.Count(o => o.IsHit)} of {side.Count} of others; raised in {wrong:0} of {quiet:0} quiet seconds.\n");
        return front.Count(o => o.IsHit) >= 0.9 * front.Count && wrong <= 0.1 * quiet;
    }

    private static List<int> Spread(List<int> portraits, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, portraits.Count)).Select(i => portraits[i * portraits.Count / Math.Min(count, portraits.Count)])];

    private static List<Outcome> Play(DriverScenario scenario, List<int> portraits, bool explain) => [.. portraits.Select(portrait =>
    {
        var states = States(scenario, portrait);
        var outcome = Judge(scenario, states);
        if (explain)
        {
            Explain(scenario, portrait, states, outcome);
        }

        return outcome;
    })];

    private static List<VideoState> States(DriverScenario scenario, int portrait)
    {
        var key = FormattableString.Invariant($"{scenario.Name} {portrait} {Width}x{Height} {scenario.Seconds} v5");
        var film = MediaCache.GetOrCreate("driver", "film.mp4", key, path =>
            DriverFilm.Write(path, DriverActors.Of(portrait, Width, Height)!, Width, Height, Rate, scenario.Seconds, scenario.Script));
        var request = new AnalysisRequest(new DriverOptions { SkipHands = true, CalibrationSeconds = 6 })
        {
            Engine = new EngineOptions { Cache = CacheMode.Off },
        };
        return [.. EngineRuns.Run(request, film).Cast<VideoState>()];
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
