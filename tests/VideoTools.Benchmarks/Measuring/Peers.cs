using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Measuring;

/// <summary>Other programs for the same work, where they are installed. The project needs none of them.</summary>
internal static class Peers
{
    /// <summary>The interpreter that the system's own packages belong to.</summary>
    public static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static string Script(string name) => Path.Combine(RepositoryPaths.Root, "tests", "VideoTools.Benchmarks", "peers", name);

    /// <summary>Whether PySceneDetect can be compared with.</summary>
    public static bool HasSceneDetect => CanImport("scenedetect");

    /// <summary>PySceneDetect's content and adaptive detectors in one run over the whole clip; null when it is not installed.</summary>
    public static Action? SceneDetect(string clip) =>
        CanImport("scenedetect") ? () => Programs.Run(Python, Script("pyscenedetect.py"), clip, "both") : null;

    /// <summary>The original smart crop's parallel position analysis, two workers; null when its package is not on PYTHONPATH.</summary>
    public static Action? SmartCrop(string clip) =>
        CanImport("smart_crop") ? () => Programs.Run(Python, Script("smartcrop.py"), clip, "1:1", "5", "0.75", "50", "2") : null;

    private static bool CanImport(string package)
    {
        try
        {
            Programs.Run(Python, "-c", "import " + package);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
