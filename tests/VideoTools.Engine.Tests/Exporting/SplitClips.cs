using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>Moving clips of 7 s that are stored in different ways; every frame differs from its neighbours.</summary>
internal static class SplitClips
{
    private const string Picture = "testsrc2=s=192x108:r=25:d=7";

    /// <summary>A key frame every second, no picture leads it; frames in between are stored out of order.</summary>
    public static string Closed(string extension, bool sound) => Make(
        $"split-closed-{sound}", "clip" + extension, Picture, sound,
        "-c:v", "libx264", "-g", "25", "-keyint_min", "25", "-sc_threshold", "0", "-bf", "3");

    /// <summary>The same, but with pictures that lead key frames.</summary>
    public static string Open(string extension) => Make(
        "split-open", "clip" + extension, Picture, sound: true,
        "-c:v", "libx264", "-bf", "3", "-x264-params", "keyint=25:min-keyint=25:scenecut=0:open-gop=1");

    /// <summary>One key frame.</summary>
    public static string Long(bool sound) => Make(
        $"split-long-{sound}", "clip.mp4", Picture, sound, "-c:v", "libx264", "-g", "1000", "-sc_threshold", "0", "-bf", "2");

    /// <summary>Frames of three lengths, a key frame a second or so.</summary>
    public static string Variable() => Make(
        "split-vfr", "clip.mp4", Picture + ",select='not(mod(n,3))+lt(mod(n,50),20)'", sound: true,
        "-vsync", "vfr", "-c:v", "libx264", "-g", "20", "-sc_threshold", "0", "-bf", "2");

    /// <summary>Units of a phone's camera.</summary>
    public static string Phone() => Make(
        "split-phone", "clip.mov", "testsrc2=s=192x108:r=30:d=7", sound: true,
        "-c:v", "libx264", "-g", "30", "-sc_threshold", "0", "-bf", "0", "-video_track_timescale", "600");

    private static string Make(string name, string file, string picture, bool sound, params string[] options) => MediaCache.GetOrCreate(
        name, file, picture + string.Join(' ', options), path => Ffmpeg.Run([
            "-f", "lavfi", "-i", picture, .. sound ? new[] { "-f", "lavfi", "-i", "sine=f=440:r=48000:d=7" } : [],
            .. options, "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest", path]));
}
