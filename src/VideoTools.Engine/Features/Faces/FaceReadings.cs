namespace VideoTools.Engine.Features.Faces;

/// <summary>What was looked at for faces.</summary>
/// <param name="FramesRead">Pictures that were looked at.</param>
/// <param name="Device">What the models ran on.</param>
internal sealed record FaceReadings(int FramesRead, InferenceDevice Device);
