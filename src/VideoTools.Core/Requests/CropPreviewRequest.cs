namespace VideoTools;

/// <summary>
/// Writes pictures of the crops of every input and gives a <see cref="CropPreview"/> each. The crops are those of the input
/// (<see cref="VideoInput.Candidates"/>, <see cref="VideoInput.Positions"/>, <see cref="VideoInput.Shots"/>); where it brings none they
/// are measured first.
/// </summary>
/// <param name="Options">What is written.</param>
public sealed record CropPreviewRequest(CropPreviewOptions Options) : VideoRequest;
