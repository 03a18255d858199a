namespace VideoTools;

/// <summary>A finished record: VideoInfo, VideoScene, CropPosition or VideoTemplate.</summary>
/// <param name="InputIndex">Number of the input.</param>
/// <param name="FullName">The file.</param>
/// <param name="Record">The record.</param>
public sealed record RecordEvent(int InputIndex, string FullName, object Record) : VideoEvent(InputIndex, FullName);
