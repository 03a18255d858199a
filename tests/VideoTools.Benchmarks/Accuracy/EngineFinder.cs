using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>Our detectors with their defaults, all of them listening to one decode.</summary>
internal sealed class EngineFinder(SpeedMode speed, IReadOnlyList<SceneDetector> detectors, double? threshold = null) : ISceneFinder
{
    public IReadOnlyList<(string Detector, IReadOnlyList<SceneDetection> Found)> Find(SceneClip clip)
    {
        var request = new AnalysisRequest([.. detectors.Select(d => new SceneOptions { Detector = d, Threshold = d == default ? threshold : null })])
        {
            Engine = new EngineOptions { Speed = speed },
        };
        var scenes = EngineRuns.Run(request, clip.Path).Cast<VideoScene>().ToLookup(s => s.Detector);
        return [.. detectors.Select(d => (d.ToString(), SceneDetection.FromScenes(scenes[d])))];
    }
}
