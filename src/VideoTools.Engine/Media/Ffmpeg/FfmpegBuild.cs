using System.Collections.Concurrent;

namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>
/// What the installed ffmpeg can do. It comes with ffprobe's answer (-show_program_version), so that it costs no process of its own.
/// </summary>
/// <param name="Version">As printed, for example "5.1.9-0+deb12u1" or "N-111111-gabcdef".</param>
/// <param name="Major">First number of a release, null for a development build (treated as new).</param>
/// <param name="Minor">Second number of a release.</param>
/// <param name="HasZscale">True when it was built with libzimg, which converts HDR correctly.</param>
internal sealed record FfmpegBuild(string Version, int? Major, int Minor, bool HasZscale)
{
    private static readonly ConcurrentDictionary<string, FfmpegBuild> Builds = new(StringComparer.Ordinal);

    /// <summary>What an ffprobe of this process has said of itself; null before it was asked, or after it was replaced.</summary>
    public static FfmpegBuild? Known(FfmpegTools tools) => Builds.GetValueOrDefault(KeyOf(tools));

    /// <summary>Keeps what an ffprobe has said of itself for the rest of the process.</summary>
    public void Keep(FfmpegTools tools) => Builds.TryAdd(KeyOf(tools), this);

    private static string KeyOf(FfmpegTools tools)
    {
        var file = new FileInfo(tools.Ffprobe);
        return string.Create(
            CultureInfo.InvariantCulture, $"{file.FullName}:{(file.Exists ? file.Length : 0)}:{file.LastWriteTimeUtc.Ticks}");
    }

    /// <summary>A current build of which nothing is known.</summary>
    public static FfmpegBuild Unknown { get; } = new("", null, 0, false);

    /// <summary>True from 5.1 on: -fps_mode; older ones know -vsync only.</summary>
    public bool HasFpsMode => Major is null or > 5 || (Major == 5 && Minor >= 1);

    /// <summary>True when it was built with libvpx, whose decoders read the opacity of WebM files.</summary>
    public bool HasLibvpx { get; init; }

    internal static FfmpegBuild Parse(JsonElement programVersion)
    {
        var version = Text(programVersion, "version");
        var configuration = Text(programVersion, "configuration");
        var numbers = version.TrimStart('n', 'v').Split('.', 3);
        int? major = int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : null;
        var minor = 0;
        if (numbers.Length > 1)
        {
            var digits = new string([.. numbers[1].TakeWhile(char.IsAsciiDigit)]);
            _ = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out minor);
        }

        return new FfmpegBuild(version, major, minor, configuration.Contains("--enable-libzimg", StringComparison.Ordinal))
        {
            HasLibvpx = configuration.Contains("--enable-libvpx", StringComparison.Ordinal),
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
