namespace VideoTools.Engine.Decoding.Ffmpeg;

/// <summary>Where the two executables lie.</summary>
/// <param name="Ffmpeg">Absolute path of ffmpeg.</param>
/// <param name="Ffprobe">Absolute path of ffprobe.</param>
public sealed record FfmpegTools(string Ffmpeg, string Ffprobe);
