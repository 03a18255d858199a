namespace VideoTools;

/// <summary>
/// Writes a cropped video of every input and gives an <see cref="ExportedVideo"/> each. The windows are those of the input
/// (<see cref="VideoInput.Shots"/>); where it brings none they are found first.
/// </summary>
/// <param name="Options">How it is written.</param>
public sealed record CropExportRequest(CropExportOptions Options) : VideoRequest;
