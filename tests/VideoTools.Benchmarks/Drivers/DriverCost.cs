using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>How many seconds of 720p are judged in a second, beside the decoder alone, and what takes longest. A minute and a half on two cores.</summary>
internal static class DriverCost
{
    private const int Width = 1280;
    private const int Height = 720;
    private const int Rate = 30;
    private const double Seconds = 30;

    /// <summary>The table.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="rounds">How often each runs.</param>
    /// <returns>Seconds of video a second of the default request.</returns>
    public static double Append(StringBuilder text, int rounds)
    {
        var film = Film();
        var steps = "";
        var standings = Tournament.Run(
            [
                new Candidate("the decoder alone", () => Programs.Run("ffmpeg", "-nostdin", "-v", "error", "-i", film, "-map", "0:v:0", "-f", "null", "-")),
                new Candidate("driver, 10 frames a second", () => steps = Run(film, new DriverOptions())),
                new Candidate("the same without hands", () => Run(film, new DriverOptions { SkipHands = true })),
            ],
            rounds);
        text.Append(CultureInfo.InvariantCulture, $"{Width}x{Height}, {Rate} frames a second, {Seconds:0} s, {Environment.ProcessorCount} cores, medians of {rounds} rounds\n\n")
            .Append("| what | wall s | cpu s | times real time | cpu s a second of video |\n|---|---|---|---|---|\n");
        foreach (var s in standings)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {s.Name} | {s.Wall:0.00} | {s.Cpu:0.00} | {Seconds / s.Wall:0.0} | {s.Cpu / Seconds:0.000} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nWhat -Verbose says of the last run with hands: {steps}\n");
        return Seconds / standings[1].Wall;
    }

    /// <summary>A driver who looks around, blinks and yawns, with the noise of a camera.</summary>
    private static string Film() => MediaCache.GetOrCreate("driver-cost", "film.mp4", FormattableString.Invariant($"{Width}x{Height} {Rate} {Seconds} v2"), path =>
        DriverFilm.Write(
            path, DriverActors.Of(0, Width, Height)!, Width, Height, Rate, Seconds,
            t => new DriverMoment(Yaw: 20 * Math.Sin(0.9 * t), Pitch: 5 * Math.Sin(1.3 * t), Closed: t % 3 < 0.2 ? 1 : 0, Mouth: t % 15 > 12 ? 0.8 : 0), noise: 8));

    private static string Run(string film, DriverOptions options)
    {
        List<string> details = [];
        EngineRuns.Run(new AnalysisRequest(options) { Engine = new EngineOptions { Cache = CacheMode.Off, TellDetails = true } }, details.Add, film);
        return details.FindLast(detail => detail.StartsWith("Driver: ", StringComparison.Ordinal)) ?? "";
    }
}
