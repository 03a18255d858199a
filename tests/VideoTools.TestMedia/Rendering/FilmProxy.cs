using System.Globalization;

namespace VideoTools.TestMedia.Rendering;

/// <summary>
/// The real clips as intra-only files (1280 wide at most, black bars cut away), so that any frame can be reached by its number at once.
/// </summary>
public static class FilmProxy
{
    private static readonly Dictionary<string, (Func<string?> Path, int Rate, string Filter)> Films = new(StringComparer.Ordinal)
    {
        ["bbb"] = (() => RealClips.BigBuckBunny, 24, "scale=1280:720:flags=area"),
        ["sintel"] = (() => RealClips.SintelTrailer, 24, "crop=854:360:0:60"),
        ["globe"] = (() => RealClips.ExampleMovie, 30, "crop=384:216:96:40"),
    };

    // First frames of the films' own shots (tests/assets/truth says how they were found).
    private static readonly Dictionary<string, int[]> ShotStarts = new(StringComparer.Ordinal)
    {
        ["bbb"] = [0, 285, 378, 553],
        ["sintel"] = [0, 124, 229, 285, 334, 396, 435, 527, 571, 621, 658, 672, 772, 842],
        ["globe"] = [0],
    };

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, string> Made = new(StringComparer.Ordinal);

    /// <summary>ffmpeg arguments that begin exactly at the frame given.</summary>
    public static IReadOnlyList<string> Input(string film, int frame)
    {
        // Half a frame early: the first frame at or after that time is the wanted one, whatever the rounding of its time stamp.
        var seconds = (frame - 0.5) / Films[film].Rate;
        return ["-ss", Math.Max(0, seconds).ToString("0.######", CultureInfo.InvariantCulture), "-i", GetPath(film)];
    }

    /// <summary>A name for what is seen at a frame: frames of one shot have one name, and a cut between them would hardly be seen.</summary>
    public static string Scenery(string film, int frame) =>
        string.Create(CultureInfo.InvariantCulture, $"{film}-shot{ShotStarts[film].Count(start => start <= frame)}");

    private static string GetPath(string film)
    {
        lock (Gate)
        {
            if (Made.TryGetValue(film, out var known))
            {
                return known;
            }

            var (find, rate, filter) = Films[film];
            var source = find() ?? throw new FileNotFoundException($"The film '{film}' is not here; guard with Needs.RealClips or Needs.SharedMedia.");
            var path = MediaCache.GetOrCreate(
                "proxy-" + film,
                film + ".mkv",
                $"{filter}|{new FileInfo(source).Length}",
                target => Ffmpeg.Run(
                    "-i", source, "-map", "0:v:0", "-vf", $"{filter},setsar=1,setpts=N/{rate}/TB", "-r", rate.ToString(CultureInfo.InvariantCulture),
                    "-c:v", "libx264", "-preset", "ultrafast", "-crf", "6", "-g", "1", "-pix_fmt", "yuv420p", "-an", "-fflags", "+bitexact", target));
            Made[film] = path;
            return path;
        }
    }
}
