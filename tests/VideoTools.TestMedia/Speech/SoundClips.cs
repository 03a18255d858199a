namespace VideoTools.TestMedia.Speech;

/// <summary>Clips with unusual sound tracks. Kennedy's recording must be there.</summary>
public static class SoundClips
{
    private const string Picture = "testsrc2=s=320x180:r=25:d=14";
    private const string Hum = "sine=frequency=60:sample_rate=48000:duration=11";

    /// <summary>The clip, made when it is not in the cache.</summary>
    public static string Create(SoundKind kind) => MediaCache.GetOrCreate("sound-" + kind, "clip.mkv", $"{kind} 1", path => Make(kind, path));

    /// <summary>Kennedy's recording as a file with sound only, in the codec that its extension stands for.</summary>
    public static string CreateFile(string extension) => MediaCache.GetOrCreate(
        "sound-file-" + extension, "talk." + extension, "1", path => Ffmpeg.Run("-i", RealClips.Kennedy!, path));

    private static void Make(SoundKind kind, string path)
    {
        var speech = RealClips.Kennedy!;
        switch (kind)
        {
            case SoundKind.Plain:
                Encode(path, ["-i", speech], "-ar", "16000", "-c:a", "flac");
                break;
            case SoundKind.Surround:
                Encode(
                    path, ["-i", speech, "-f", "lavfi", "-i", Hum], "-filter_complex",
                    "[1:a]aresample=48000,aformat=channel_layouts=mono[v];[2:a]volume=0.05,asplit=5[a][b][c][d][e];[a][b][v][c][d][e]join=inputs=6:channel_layout=5.1:map=0.0-FL|1.0-FR|2.0-FC|3.0-LFE|4.0-BL|5.0-BR[m]",
                    "-map", "[m]", "-c:a", "ac3", "-b:a", "384k");
                break;
            case SoundKind.Telephone:
                Encode(path, ["-i", speech], "-ar", "8000", "-ac", "1", "-c:a", "pcm_mulaw");
                break;
            case SoundKind.ZeroLength:
                var empty = path + ".raw";
                File.WriteAllBytes(empty, []);
                Encode(path, ["-f", "s16le", "-ar", "16000", "-ac", "1", "-i", empty], "-c:a", "pcm_s16le");
                File.Delete(empty);
                break;
            case SoundKind.Late:
                Encode(path, ["-itsoffset", "3", "-i", speech], "-c:a", "flac");
                break;
            case SoundKind.Short:
                Encode(path, ["-t", "3.6", "-i", speech], "-c:a", "flac");
                break;
            case SoundKind.SecondTrack:
                Encode(path, ["-f", "lavfi", "-i", Hum, "-i", speech], "-map", "1:a", "-map", "2:a", "-c:a", "flac");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private static void Encode(string path, string[] sound, params string[] options) => Ffmpeg.Run([
        "-f", "lavfi", "-i", Picture, .. sound, "-map", "0:v", .. options.Contains("-map") ? Array.Empty<string>() : ["-map", "1:a"],
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", .. options, path]);
}
