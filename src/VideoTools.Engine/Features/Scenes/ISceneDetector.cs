using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Finds transitions in the frames of one file, in one pass, with bounded memory. Boundaries are reported in order, as soon as
/// they are certain; never one at the first frame.
/// </summary>
internal interface ISceneDetector
{
    /// <summary>Name, as records show it.</summary>
    string Name { get; }

    /// <summary>Takes the next frame (Yuv420P; all frames have one size).</summary>
    void Process(VideoFrame frame, Action<SceneBoundary> found);

    /// <summary>No frame follows: reports what was still in doubt.</summary>
    void Complete(Action<SceneBoundary> found);
}
