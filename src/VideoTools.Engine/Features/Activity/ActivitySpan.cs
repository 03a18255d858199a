namespace VideoTools.Engine.Features.Activity;

/// <summary>A stretch of a video: whole frames, from the first to the one after the last.</summary>
/// <param name="SceneIndex">Number of the scene that it is; 0 for a segment of fixed length.</param>
/// <param name="StartFrame">Number of the first frame.</param>
/// <param name="EndFrame">Number of the first frame after it.</param>
/// <param name="Start">Time of the first frame.</param>
/// <param name="End">Time of the first frame after it, or the end of the last frame of the video.</param>
/// <param name="StartSeconds">Start in seconds.</param>
/// <param name="EndSeconds">End in seconds.</param>
/// <param name="Status">How whole the input was.</param>
internal readonly record struct ActivitySpan(
    int SceneIndex,
    long StartFrame,
    long EndFrame,
    TimeSpan Start,
    TimeSpan End,
    double StartSeconds,
    double EndSeconds,
    RecordStatus Status);
