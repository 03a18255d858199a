using System.Text.Json;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>PySceneDetect's content and adaptive detectors with their defaults, through peers/pyscenedetect.py.</summary>
internal sealed class PySceneDetectFinder : ISceneFinder
{
    private readonly string _python = Peers.Python;

    public IReadOnlyList<(string Detector, IReadOnlyList<SceneDetection> Found)> Find(SceneClip clip)
    {
        var script = Path.Combine(RepositoryPaths.Root, "tests", "VideoTools.Benchmarks", "peers", "pyscenedetect.py");
        using var document = JsonDocument.Parse(Programs.Capture(_python, script, clip.Path, "both"));
        return
        [
            .. document.RootElement.EnumerateArray().Select(d => (
                $"PySceneDetect {d.GetProperty("version").GetString()} {d.GetProperty("detector").GetString()}",
                (IReadOnlyList<SceneDetection>)
                [
                    .. d.GetProperty("cuts").EnumerateArray().Zip(
                        d.GetProperty("seconds").EnumerateArray(), (frame, second) => new SceneDetection(frame.GetInt64(), second.GetDouble())),
                ])),
        ];
    }
}
