using System.Diagnostics;
using System.Text;
using VideoTools.Engine.Caching;

namespace VideoTools.Fuzz;

/// <summary>What mutants are made from: small videos, and files that readers of ours take.</summary>
internal static class Seeds
{
    /// <summary>Names of seeds that are no videos start so.</summary>
    public const string TextPrefix = "file-";

    public const string Nut = TextPrefix + "pipe.nut";
    public const string Template = TextPrefix + "clip_template.json";
    public const string Metadata = TextPrefix + "metadata.csv";
    public const string CacheEntry = TextPrefix + "entry.json";
    public const string Models = TextPrefix + "models.json";

    /// <summary>All of them.</summary>
    /// <param name="ffmpeg">Path of ffmpeg.</param>
    /// <param name="folder">A folder for what is made on the way.</param>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Make(string ffmpeg, string folder) =>
    [
        .. SeedClips.Make(ffmpeg, folder),
        (Nut, Capture(ffmpeg, "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=16x16:r=10:d=0.5", "-f", "lavfi", "-i", "sine=r=16000:d=0.5",
            "-c:v", "rawvideo", "-c:a", "pcm_s16le", "-f", "nut", "pipe:1")),
        (Template, Encoding.UTF8.GetBytes("""
            {
              "filename": "clip.mp4", "full_name": "/v/clip.mp4", "video_id": "clip", "niche": "tech > coding", "duration": 12.5, "width": 640,
              "height": 360, "fps": 25, "frame_count": 312, "status": "Ok",
              "scenes": { "total_scenes": 2, "scenes": [ { "start": 0, "end": 5.5, "duration": 5.5 }, { "start": 5.5, "end": 12.5, "duration": 7 } ] },
              "text_overlays": { "total": 1, "detections": [ { "time": 1.5, "end": 3, "text": "hello", "confidence": 0.98, "zone": "top" } ] },
              "audio": { "has_speech": true, "segments": [ { "start": 0.5, "end": 2, "text": "a b c" } ] }
            }
            """)),
        (Metadata, "id,title,views,likes\n1,\"A \"\"quoted\"\" title\",1200,30\n2,\u00dcber,15,3\n"u8.ToArray()),
        (CacheEntry, CacheEntryFormat.Write(
            new CachedResult("/v/clip.mp4", "Scene", [Scene(1), Scene(2)], ["'/v/clip.mp4' ends early."]), DateTime.UnixEpoch)),
        (Models, Encoding.UTF8.GetBytes($$"""
            [ { "name": "m", "kind": "TextDetection", "isDefault": true, "licence": "MIT", "package": "@a/b", "version": "1.0",
              "files": [ { "name": "m.onnx", "role": "model", "bytes": 3, "sha256": "{{new string('a', 64)}}" } ], "inputs": { "x": "1x3" },
              "picture": { "width": 960, "height": 544, "channels": "Bgr", "mean": [0.4, 0.4, 0.4], "deviation": [0.2, 0.2, 0.2], "fit": "Pad" } } ]
            """)),
    ];

    private static VideoScene Scene(int index) => new()
    {
        FullName = "/v/clip.mp4",
        Index = index,
        Start = TimeSpan.FromSeconds(index - 1),
        End = TimeSpan.FromSeconds(index),
        StartSeconds = index - 1,
        EndSeconds = index,
    };

    private static byte[] Capture(string ffmpeg, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(ffmpeg, arguments) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        return bytes.ToArray();
    }
}
