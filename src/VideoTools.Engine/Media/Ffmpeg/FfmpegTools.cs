namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>Where the two executables lie.</summary>
/// <param name="Ffmpeg">Absolute path of ffmpeg.</param>
/// <param name="Ffprobe">Absolute path of ffprobe.</param>
internal sealed record FfmpegTools(string Ffmpeg, string Ffprobe);
