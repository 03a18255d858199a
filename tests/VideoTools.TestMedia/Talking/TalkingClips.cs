using System.Globalization;
using VideoTools.TestMedia.Text;

namespace VideoTools.TestMedia.Talking;

/// <summary>Clips like those people post: a real film's pictures, overlays drawn over them, a real recording of speech or the film's music as sound.</summary>
public static class TalkingClips
{
    /// <summary>Null when the clips can be made; otherwise what is missing.</summary>
    public static string? Missing =>
        RealClips.BigBuckBunny is null || RealClips.SintelTrailer is null || RealClips.Kennedy is null ? "the films and the recording are not fetched (./build.sh once)"
        : !Fonts.AreComplete ? "the fonts are missing (Debian: fonts-dejavu-core fonts-liberation fonts-droid-fallback)"
        : !Ffmpeg.IsAvailable ? "ffmpeg is not on the PATH"
        : null;

    /// <summary>One minute of 1080p24 with 24 overlays and somebody speaking for most of it.</summary>
    public static string Minute()
    {
        const int rate = 24;
        const int seconds = 60;
        var overlays = Enumerable.Range(0, seconds / 5).SelectMany(i => new[]
        {
            Overlay(OverlayPhrases.Captions[i], ((i * 5.0) + 0.5) * rate, ((i * 5.0) + 4) * rate, 56, "h*0.82", OverlayStyle.Outline),
            Overlay(OverlayPhrases.Numbers[i % OverlayPhrases.Numbers.Length], ((i * 5.0) + 1.5) * rate, ((i * 5.0) + 3.5) * rate, 72, "h*0.12", OverlayStyle.Box),
        });
        var spec = new TextClipSpec("talking-minute-pictures", Looped(RealClips.BigBuckBunny!, seconds), 0, 1920, 1080, rate, seconds * rate, [.. overlays]);
        return WithSound("talking-minute", TextClipBuilder.Build(spec).Path, ["-stream_loop", "-1", "-i", RealClips.Kennedy!], seconds);
    }

    /// <summary>Fifty clips of eight seconds, 720p and 1080p: a third with speech, a third with the film's music, a third without sound.</summary>
    public static IReadOnlyList<string> Fifty()
    {
        var specs = new TextSetComposer(TextSetPlan.Development).Compose().Concat(new TextSetComposer(TextSetPlan.HeldOut).Compose()).Take(50);
        return [.. specs.Select((spec, i) =>
        {
            var pictures = TextClipBuilder.Build(spec).Path;
            return (i % 3) switch
            {
                0 => WithSound(spec.Name + "-speech", pictures, ["-i", RealClips.Kennedy!], 8),
                1 => WithSound(spec.Name + "-music", pictures, ["-ss", (i % 20).ToString(CultureInfo.InvariantCulture), "-i", RealClips.BigBuckBunny!], 8),
                _ => pictures,
            };
        })];
    }

    private static TextOverlay Overlay(string text, double start, double end, int size, string y, OverlayStyle style) =>
        new(text, (int)start, (int)end, size, Fonts.Latin[0], style, "white", "(w-tw)/2", y, "caption");

    private static string Looped(string film, int seconds) => MediaCache.GetOrCreate(
        "looped-film", "film.mp4", FormattableString.Invariant($"{Path.GetFileName(film)} {seconds}"), target => Ffmpeg.Run([
            "-stream_loop", "-1", "-i", film, "-map", "0:v:0", "-c", "copy", "-t", (seconds + 1).ToString(CultureInfo.InvariantCulture), target]));

    private static string WithSound(string name, string pictures, string[] sound, int seconds) => MediaCache.GetOrCreate(
        name, name + ".mp4", FormattableString.Invariant($"{Path.GetFileName(Path.GetDirectoryName(pictures))} {string.Join(' ', sound.Select(Path.GetFileName))} {seconds}"),
        target => Ffmpeg.Run([
            "-i", pictures, .. sound, "-map", "0:v:0", "-map", "1:a:0", "-c:v", "copy", "-c:a", "aac", "-b:a", "128k",
            "-t", seconds.ToString(CultureInfo.InvariantCulture), target]));
}
