using System.Text.Json;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>
/// PySceneDetect's content and adaptive detectors with their defaults, through peers/pyscenedetect.py. Answers are kept beside the generated
/// clips: a clip of one name and content never changes, and tuning runs ask again and again.
/// </summary>
internal sealed class PySceneDetectFinder : ISceneFinder
{
    private readonly string _python = Peers.Python;
    private readonly string _version = Programs.Capture(Peers.Python, "-c", "import scenedetect; print(scenedetect.__version__)").Trim();

    public IReadOnlyList<(string Detector, IReadOnlyList<SceneDetection> Found)> Find(SceneClip clip)
    {
        var script = Path.Combine(RepositoryPaths.Root, "tests", "VideoTools.Benchmarks", "peers", "pyscenedetect.py");
        var answer = MediaCache.GetOrCreate(
            "peer-pyscenedetect",
            "answer.json",
            $"{_version}|{clip.Path}|{new FileInfo(clip.Path).Length}|{File.ReadAllText(script)}",
            path => File.WriteAllText(path, Programs.Capture(_python, script, clip.Path, "both")));
        using var document = JsonDocument.Parse(File.ReadAllText(answer));
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
