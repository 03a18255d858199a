namespace VideoTools.Engine.Features.Text;

/// <summary>What reading text has to say beside its records.</summary>
/// <param name="FramesRead">Frames that were read.</param>
/// <param name="Device">What the models ran on.</param>
internal sealed record TextReadings(int FramesRead, InferenceDevice Device);
