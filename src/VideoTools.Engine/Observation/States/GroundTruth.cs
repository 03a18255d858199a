// Layout: {"ground_truth": {"<file name>": {"impaired_periods": [{"start_time": s, "end_time": s}]}}}, times in seconds or as hh:mm:ss.
// A file name may have its path; it is compared without, and without its extension where that finds none.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Observation.States;

/// <summary>What is known to be true of videos.</summary>
internal sealed class GroundTruth
{
    private const long MaximumBytes = 64 << 20;

    private readonly Dictionary<string, IReadOnlyList<(double Start, double End)>> _periods;

    private GroundTruth(Dictionary<string, IReadOnlyList<(double Start, double End)>> periods) => _periods = periods;

    /// <summary>Reads a file.</summary>
    /// <exception cref="VideoToolsException">GroundTruthInvalid.</exception>
    public static GroundTruth Read(string path)
    {
        try
        {
            var bytes = TextFile.ReadBytes(path, MaximumBytes) ?? throw new FormatException("it has more than 64 MB.");
            using var document = JsonInput.Parse(bytes.AsMemory(), default);
            return new GroundTruth(Read(document.RootElement));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IOException
            or UnauthorizedAccessException)
        {
            throw new VideoToolsException(
                VideoErrorId.GroundTruthInvalid,
                path,
                $"'{path}' does not say what is true of videos: {exception.Message}",
                "It must look like {\"ground_truth\": {\"clip.mp4\": {\"impaired_periods\": [{\"start_time\": 4, \"end_time\": 9}]}}}.",
                exception);
        }
    }

    /// <summary>The periods of a video, in order of time; null where the file does not know it.</summary>
    public IReadOnlyList<(double Start, double End)>? Of(string fullName)
    {
        var name = Name(fullName);
        if (_periods.TryGetValue(name, out var periods))
        {
            return periods;
        }

        var stem = Path.GetFileNameWithoutExtension(name);
        var same = _periods
            .Where(pair => Path.GetFileNameWithoutExtension(pair.Key).Equals(stem, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return same.Count == 1 ? same[0].Value : null;
    }

    private static Dictionary<string, IReadOnlyList<(double Start, double End)>> Read(JsonElement root)
    {
        var files = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("ground_truth", out var found) ? found
            : throw new FormatException("it has no \"ground_truth\".");
        Dictionary<string, IReadOnlyList<(double Start, double End)>> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.EnumerateObject())
        {
            var periods = file.Value.ValueKind == JsonValueKind.Object && file.Value.TryGetProperty("impaired_periods", out var list)
                ? list.EnumerateArray().Select(period => Period(file.Name, period)).OrderBy(period => period.Start).ToList()
                : throw new FormatException($"'{file.Name}' has no \"impaired_periods\".");
            if (!known.TryAdd(Name(file.Name), periods))
            {
                throw new FormatException($"'{Name(file.Name)}' is there twice.");
            }
        }

        return known;
    }

    private static (double Start, double End) Period(string file, JsonElement period)
    {
        var (start, end) = (Time(file, period, "start_time"), Time(file, period, "end_time"));
        return end >= start ? (start, end) : throw new FormatException($"a period of '{file}' ends before it starts.");
    }

    private static double Time(string file, JsonElement period, string name) =>
        !period.TryGetProperty(name, out var value) ? throw new FormatException($"a period of '{file}' has no \"{name}\".")
        : value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= 1e9 and var seconds ? seconds
        : value.ValueKind == JsonValueKind.String && TimeText.TryParse(value.GetString(), out var time) && time >= TimeSpan.Zero
            ? time.TotalSeconds
            : throw new FormatException($"'{value}' of '{file}' is no time.");

    // Either separator, wherever the file was written.
    private static string Name(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
