namespace VideoTools;

/// <summary>The engine as cmdlets and the command line see it. Thread-safe.</summary>
public interface IVideoEngine : IDisposable
{
    /// <summary>Starts working on whatever is added to the session.</summary>
    /// <exception cref="ArgumentException">The request's options contradict each other or are out of range.</exception>
    IVideoSession Open(VideoRequest request);

    /// <summary>Chooses the positions worth looking at, best first. Positions of several files may be mixed; each file is judged by itself.</summary>
    /// <exception cref="ArgumentException">An option is out of range or names an unknown strategy.</exception>
    IReadOnlyList<CropCandidate> SelectCropCandidates(IReadOnlyList<CropPosition> positions, CandidateOptions options);

    /// <summary>The built-in ways to weigh crop measurements.</summary>
    IReadOnlyList<CropStrategyInfo> GetCropStrategies();

    /// <summary>Where <see cref="SaveTemplate"/> would write.</summary>
    string GetTemplatePath(VideoTemplate template, string directory);

    /// <summary>Writes the template as JSON (name_template.json), whole or not at all.</summary>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    string SaveTemplate(VideoTemplate template, string directory, bool force);
}
