namespace VideoTools;

/// <summary>
/// Writes frames of every input as pictures: an <see cref="ExportedFrame"/> each, and a <see cref="FrameSheet"/> where one is asked for.
/// The frames are those of the input (<see cref="VideoInput.Frames"/>); where it brings none they are chosen first.
/// </summary>
/// <param name="Options">What is written, and where.</param>
public sealed record FrameExportRequest(FrameExportOptions Options) : VideoRequest;
