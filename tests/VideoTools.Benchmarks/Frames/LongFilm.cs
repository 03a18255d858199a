using System.Globalization;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Frames;

namespace VideoTools.Benchmarks.Frames;

/// <summary>The two-minute film at 1080p and 5 frames a second, repeated without encoding.</summary>
internal static class LongFilm
{
    /// <summary>The file of so many minutes, an even number.</summary>
    public static string Build(int minutes)
    {
        var part = MediaCache.GetOrCreate("frame-film-1080", "film-1080.mp4", FrameFilm.Short.Build(), target => Ffmpeg.Run(
            "-i", FrameFilm.Short.Build(), "-vf", "fps=5,scale=1920:1080:flags=bicubic", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "fastdecode",
            "-crf", "26", "-pix_fmt", "yuv420p", target));
        return MediaCache.GetOrCreate("frame-film-1080", FormattableString.Invariant($"film-1080-{minutes}.mp4"), part, target => Ffmpeg.Run(
            "-stream_loop", (((minutes + 1) / 2) - 1).ToString(CultureInfo.InvariantCulture), "-i", part, "-c", "copy", target));
    }
}
