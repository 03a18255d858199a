using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>Something that finds boundaries: our engine, or a peer. One call decodes the clip once for all its detectors.</summary>
internal interface ISceneFinder
{
    /// <summary>Name of each detector and what it found in the clip.</summary>
    IReadOnlyList<(string Detector, IReadOnlyList<SceneDetection> Found)> Find(SceneClip clip);
}
