using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>What one detector did on one clip.</summary>
internal sealed record ClipResult(string Set, string Detector, SceneClip Clip, SceneScore Score);
