using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Features.Activity;

/// <summary>Clips whose still, moving, silent and loud parts are known.</summary>
internal static class ActivityClips
{
    private const string Size = "s=320x180:r=25:d=4";

    /// <summary>
    /// Four scenes of 4 s: bars that stand still and a tone; a moving pattern and silence; bars and silence; a moving pattern and a tone.
    /// </summary>
    public static string FourScenes() => Make("activity-four", "0.2*sin(880*PI*t)*(lt(t,4)+gte(t,12))", withSound: true);

    /// <summary>The same pictures with a hum 40 dB below the tone in place of silence.</summary>
    public static string Hum() => Make("activity-hum", "(0.2*(lt(t,4)+gte(t,12))+0.002)*sin(880*PI*t)", withSound: true);

    /// <summary>The same pictures without a sound track.</summary>
    public static string Mute() => Make("activity-mute", "0", withSound: false);

    /// <summary>Grey for 12 s, without an edge or a change.</summary>
    public static string Grey() => MediaCache.GetOrCreate("activity-grey", "clip.mp4", "1", path => Ffmpeg.Run(
        "-f", "lavfi", "-i", "color=gray:s=320x180:r=25:d=12", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path));

    private static string Make(string name, string sound, bool withSound) =>
        MediaCache.GetOrCreate(name, "clip.mp4", sound, path => Ffmpeg.Run([
            "-f", "lavfi", "-i", $"smptehdbars={Size}", "-f", "lavfi", "-i", $"testsrc2={Size}",
            "-f", "lavfi", "-i", $"rgbtestsrc={Size}", "-f", "lavfi", "-i", $"mandelbrot=s=320x180:r=25,trim=duration=4",
            .. withSound ? new[] { "-f", "lavfi", "-i", $"aevalsrc='{sound}':s=48000:d=16" } : [],
            "-filter_complex", "[0][1][2][3]concat=n=4,format=yuv420p[v]", "-map", "[v]",
            .. withSound ? new[] { "-map", "4:a", "-c:a", "pcm_s16le", "-f", "mov" } : [],
            "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", path]));
}
