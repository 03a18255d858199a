using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Media.Decoding.Times;

/// <summary>Kinds of files for the matrix of times: 48 frames at 24 a second, in a container, with one peculiarity.</summary>
internal static class TimeSituation
{
    public const int Frames = 48;
    public const int Rate = 24;

    /// <summary>File name extension, and the arguments of a small encode for it.</summary>
    public static IReadOnlyDictionary<string, string[]> Containers { get; } = new Dictionary<string, string[]>
    {
        ["mp4"] = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "12"],
        ["mkv"] = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "12"],
        ["webm"] = ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-g", "12"],
        ["ts"] = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "12"],
        ["vob"] = ["-c:v", "mpeg2video", "-q:v", "3", "-bf", "2", "-g", "12", "-f", "dvd"],
        ["flv"] = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "12"],
        ["avi"] = ["-c:v", "mpeg4", "-q:v", "3", "-bf", "2", "-g", "12"],
        ["wmv"] = ["-c:v", "wmv2", "-q:v", "4", "-g", "12"],
        ["ogv"] = ["-c:v", "libtheora", "-q:v", "5", "-g", "12"],
        ["nut"] = ["-c:v", "mpeg4", "-q:v", "3", "-g", "12"],
        ["mxf"] = ["-c:v", "mpeg2video", "-q:v", "3", "-g", "12"],
        ["gif"] = [],
        ["y4m"] = ["-pix_fmt", "yuv420p"],
        ["h264"] = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "12"],
        ["hevc"] = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:keyint=12"],
        ["m2v"] = ["-c:v", "mpeg2video", "-q:v", "3", "-bf", "2", "-g", "12"],
    };

    /// <summary>The peculiarities, in the order of the table's columns.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["plain", "an hour late", "joined", "joined, ahead", "joined, larger", "last frame held", "longer sound", "no length", "range", "fast"];

    private static readonly HashSet<string> _hours = ["mp4", "mkv", "webm", "ts", "vob", "flv", "ogv", "nut"];
    private static readonly HashSet<string> _joinable = ["mkv", "webm", "ts", "vob", "flv"];
    private static readonly HashSet<string> _resizable = ["webm", "ts", "flv"];
    private static readonly HashSet<string> _holding = ["mp4", "mkv", "gif"];
    private static readonly HashSet<string> _sounding = ["mp4", "mkv", "ts", "flv", "avi", "wmv", "nut"];
    private static readonly HashSet<string> _streaming = ["mkv", "webm", "avi", "flv"];

    /// <summary>True where the container can have it.</summary>
    public static bool IsPossible(string container, string name) => name switch
    {
        "an hour late" => _hours.Contains(container),
        "joined" or "joined, ahead" => _joinable.Contains(container),
        "joined, larger" => _resizable.Contains(container),
        "last frame held" => _holding.Contains(container),
        "longer sound" => _sounding.Contains(container),
        "no length" => _streaming.Contains(container),
        _ => true,
    };

    /// <summary>What the records have to say: frames, number of the first, start and end in seconds, status.</summary>
    public static (int Count, int First, double Start, double End, RecordStatus Status) Expect(string container, string name) => name switch
    {
        "joined" or "joined, ahead" or "joined, larger" => (2 * Frames, 0, 0, 4, RecordStatus.Bridged),
        "last frame held" => (Frames, 0, 0, 5, RecordStatus.Ok),
        "range" => (Frames / 2, 12, 0.5, 1.5, RecordStatus.Ok),
        _ => (Frames, 0, 0, 2, RecordStatus.Ok),
    };

    /// <summary>How far the cell's decode is changed.</summary>
    public static DecodePlan Change(DecodePlan plan, string name) => name switch
    {
        "range" => plan with { From = TimeSpan.FromSeconds(0.5), To = TimeSpan.FromSeconds(1.5) },
        "fast" => plan with { Speed = SpeedMode.Fast },
        _ => plan,
    };

    /// <summary>The file.</summary>
    public static string Make(string container, string name)
    {
        string[] codec = [.. Containers[container]];

        // Noise: Theora leaves out frames that are like the one before.
        string[] source = ["-f", "lavfi", "-i", $"testsrc2=s=64x48:r={Rate}:d=2,noise=alls=60:allf=t"];
        var plain = TestClip.Make($"times.{container}", [.. source, .. codec]);
        return name switch
        {
            "an hour late" => TestClip.Make($"times-late.{container}", [.. source, .. codec, "-output_ts_offset", "3600"]),
            "joined" => Join($"times-joined.{container}", plain, plain, container),
            "joined, ahead" => Join($"times-ahead.{container}", plain, Make(container, "an hour late"), container),
            "joined, larger" => Join($"times-larger.{container}", plain, Large(container, codec), container),
            "last frame held" => Hold(container, plain),
            "longer sound" => TestClip.Make(
                $"times-sound.{container}", [.. source, "-f", "lavfi", "-i", "sine=d=6", "-map", "0:v", "-map", "1:a", .. codec]),
            "no length" => Pipe(container, plain),
            _ => plain,
        };
    }

    private static string Large(string container, string[] codec) => TestClip.Make(
        $"times-large.{container}", ["-f", "lavfi", "-i", $"testsrc2=s=128x96:r={Rate}:d=2,noise=alls=60:allf=t", .. codec]);

    private static string Join(string name, string first, string second, string container)
    {
        // Of an FLV file the header counts once.
        var behind = File.ReadAllBytes(second);
        return TestClip.Write(name, [.. File.ReadAllBytes(first), .. container == "flv" ? behind[13..] : behind]);
    }

    private static string Hold(string container, string plain)
    {
        if (container == "gif")
        {
            // The delay of the last frame, in hundredths: the last graphic control extension.
            var bytes = File.ReadAllBytes(plain);
            var at = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x21, 0xF9, 0x04]) + 4;
            var delay = 300 + bytes[at] + (bytes[at + 1] << 8);
            (bytes[at], bytes[at + 1]) = ((byte)delay, (byte)(delay >> 8));
            return TestClip.Write("times-held.gif", bytes);
        }

        var held = TestClip.Make(
            "times-held.mp4",
            "-i", TestClip.Make("times-simple.mp4", "-f", "lavfi", "-i", $"testsrc2=s=64x48:r={Rate}", "-frames:v", $"{Frames}", "-c:v", "mpeg4"),
            "-c", "copy", "-bsf:v", $"setts=duration=if(eq(N\\,{Frames - 1})\\,DURATION+3/TB\\,DURATION)");
        return container == "mp4" ? held : TestClip.Make($"times-held.{container}", "-i", held, "-c", "copy");
    }

    private static string Pipe(string container, string plain)
    {
        var format = container == "mkv" ? "matroska" : container;
        return TestClip.Write(
            $"times-piped.{container}", VideoTools.TestMedia.Ffmpeg.Capture("-i", plain, "-c", "copy", "-f", format, "pipe:1"));
    }
}
