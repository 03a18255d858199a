using System.Diagnostics;

namespace VideoTools.Fuzz;

/// <summary>Small whole files of every common container, made by ffmpeg, which the mutants come from.</summary>
internal static class SeedClips
{
    private static readonly (string Name, string[] Video, string[] Audio)[] Kinds =
    [
        ("h264.mp4", ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "5", "-bf", "2"], ["-c:a", "aac", "-b:a", "32k"]),
        ("mpeg4.mp4", ["-c:v", "mpeg4", "-g", "5"], []),
        ("mjpeg.mov", ["-c:v", "mjpeg"], ["-c:a", "pcm_s16le"]),
        ("h264.mkv", ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"], ["-c:a", "pcm_s16le"]),
        ("vp8.webm", ["-c:v", "libvpx", "-deadline", "realtime", "-b:v", "100k"], ["-c:a", "libvorbis"]),
        ("vp9.webm", ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-b:v", "100k"], []),
        ("mpeg2.ts", ["-c:v", "mpeg2video", "-g", "5"], ["-c:a", "mp2"]),
        ("mpeg4.avi", ["-c:v", "mpeg4", "-g", "5"], ["-c:a", "pcm_s16le"]),
        ("flv1.flv", ["-c:v", "flv1", "-g", "5"], ["-c:a", "adpcm_swf", "-ar", "22050"]),
        ("plain.gif", ["-c:v", "gif"], []),
        ("mpeg1.mpg", ["-c:v", "mpeg1video", "-g", "5", "-r", "25"], []),
        ("wmv2.wmv", ["-c:v", "wmv2"], ["-c:a", "wmav2"]),
    ];

    /// <summary>Makes what this ffmpeg can make.</summary>
    /// <param name="ffmpeg">Its path.</param>
    /// <param name="folder">Where the files go.</param>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Make(string ffmpeg, string folder)
    {
        List<(string, byte[])> made = [];
        foreach (var (name, video, audio) in Kinds)
        {
            var path = Path.Combine(folder, name);
            string[] sound = audio.Length > 0 ? ["-f", "lavfi", "-i", "sine=f=440:r=22050:d=1"] : [];
            Run(ffmpeg,
            [
                "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=10:d=1", .. sound, .. video, .. audio, "-shortest",
                "-bitexact", path,
            ]);
            if (File.Exists(path) && new FileInfo(path).Length > 0)
            {
                made.Add((name, File.ReadAllBytes(path)));
                File.Delete(path);
            }
        }

        return made.Count > 0 ? made : throw new InvalidOperationException($"'{ffmpeg}' makes none of the files that a campaign starts from.");
    }

    private static void Run(string ffmpeg, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(ffmpeg, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
    }
}
