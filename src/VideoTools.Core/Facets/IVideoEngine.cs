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

    /// <summary>Where the transcript of a video is saved: its name with the format's extension, in the directory (null: beside the video).</summary>
    string GetTranscriptPath(string fullName, TranscriptFormat format, string? directory);

    /// <summary>Writes the segments of one video, whole or not at all.</summary>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    void SaveTranscript(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force);

    /// <summary>Every model of the catalogue with its state.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt: there is no usable catalogue.</exception>
    IReadOnlyList<ModelInfo> GetModels();

    /// <summary>Checks the files of a model and loads it, so that the first video does not wait for that.</summary>
    /// <param name="name">Name in the catalogue.</param>
    /// <param name="device">What to run it on; <see cref="ModelInfo.Device"/> of the result says what it came to.</param>
    /// <param name="warn">Takes the reason when the device is not to be had.</param>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    ModelInfo LoadModel(string name, InferenceDevice device, Action<string> warn);

    /// <summary>The stored results, the one used last first.</summary>
    IReadOnlyList<VideoCacheEntry> GetCacheEntries();

    /// <summary>Deletes a stored result.</summary>
    /// <param name="key"><see cref="VideoCacheEntry.Key"/>.</param>
    /// <returns>True when it was there and is gone.</returns>
    /// <exception cref="ArgumentException">The key is none.</exception>
    bool RemoveCacheEntry(string key);

    /// <summary>Frees the memory of all models of the process; the next use loads them again.</summary>
    void UnloadModels();

    /// <summary>The nodes of a taxonomy, parents before children.</summary>
    /// <param name="path">A taxonomy file; null for the one that comes with the module.</param>
    /// <exception cref="VideoToolsException">TaxonomyInvalid, with what is wrong in the file and where.</exception>
    IReadOnlyList<TaxonomyNode> GetTaxonomy(string? path);

    /// <summary>Writes a taxonomy, with those it extends laid into it, as a file to edit; whole or not at all.</summary>
    /// <param name="taxonomy">A taxonomy file or name; null for the one that comes with the module.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <exception cref="VideoToolsException">TaxonomyInvalid, OutputExists or OutputUnwritable.</exception>
    void SaveTaxonomy(string? taxonomy, string path, bool force);

    /// <summary>A classifier over a taxonomy.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="VideoToolsException">TaxonomyInvalid; ModelMissing or ModelCorrupt.</exception>
    INicheClassifier OpenNicheClassifier(NicheOptions options);

    /// <summary>Reads metadata of videos and joins it to their files, in the order of the files and rows.</summary>
    /// <param name="options">What to read.</param>
    /// <param name="report">Takes what is wrong with a file or row; reading goes on.</param>
    IReadOnlyList<VideoMetadata> ReadMetadata(MetadataOptions options, Action<VideoError> report);

    /// <summary>Statistics, clusters and comparisons of videos whose niche is known.</summary>
    INicheAnalysis Niches { get; }

    /// <summary>Reads metadata once, so that many videos can be looked up in it.</summary>
    /// <param name="options">What to read; its videos are not used.</param>
    /// <param name="report">Takes what is wrong with a file or row; reading goes on.</param>
    IMetadataIndex OpenMetadata(MetadataOptions options, Action<VideoError> report);

    /// <summary>Reads one row or object that is in memory already.</summary>
    /// <param name="row">
    /// Values by name, the same names as in files. A value is a text, a number, a truth, null, a list of values, or again values by name.
    /// </param>
    /// <param name="source">What to give as <see cref="VideoMetadata.SourcePath"/> and in errors.</param>
    /// <param name="report">Takes what is wrong with a value; it is left empty.</param>
    /// <returns>Null when no name is known.</returns>
    VideoMetadata? ReadMetadataRow(IReadOnlyDictionary<string, object?> row, string source, Action<VideoError> report);

    /// <summary>Where <see cref="SaveMetadata"/> would write: id_owner_score0.5.json in the directory.</summary>
    string GetMetadataPath(VideoMetadata metadata, string directory);

    /// <summary>Writes metadata as a JSON file of its own, whole or not at all. Missing numbers are 0 there.</summary>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    string SaveMetadata(VideoMetadata metadata, string directory, bool force);

    /// <summary>Where <see cref="SaveNiches"/> would write: video_classifications.csv in the directory.</summary>
    string GetNichesPath(string directory);

    /// <summary>Writes the niches of videos as a CSV file, whole or not at all.</summary>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    string SaveNiches(IReadOnlyList<VideoNiche> niches, string directory, bool force);

    /// <summary>Reports that people look at.</summary>
    IReporting Reports { get; }
}
