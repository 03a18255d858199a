namespace VideoTools;

/// <summary>Records a live input (<see cref="VideoInput.Live"/>) and gives a <see cref="CapturedVideo"/> a file.</summary>
/// <param name="Options">Where to.</param>
public sealed record CaptureRequest(CaptureOptions Options) : VideoRequest;
