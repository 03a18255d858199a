namespace VideoTools;

/// <summary>Reports that people look at. Thread-safe.</summary>
public interface IReports
{
    /// <summary>Asked for before the work, not after it.</summary>
    /// <exception cref="VideoToolsException">OutputExists: <see cref="Save"/> would refuse to write there.</exception>
    void Check(string path, bool force);

    /// <summary>What to run over video files of which a report is to be made: one decode a file, all details for a single one.</summary>
    /// <param name="fileCount">Number of files, those whose templates are known included.</param>
    /// <param name="withPictures">True gives the picture of each video, too, from the same decode.</param>
    /// <param name="withFrames">True chooses frames of a single video.</param>
    /// <param name="withFaces">True looks for faces and, of a single video, tells people apart.</param>
    /// <param name="options">How to work.</param>
    VideoRequest CreateRequest(int fileCount, bool withPictures, bool withFrames, bool withFaces, EngineOptions options);

    /// <summary>
    /// Adds what a report shows beside the records it was given: the niches of templates without one, clusters and people where there are
    /// none.
    /// </summary>
    /// <param name="data">The records.</param>
    /// <param name="report">Takes the reason when nothing can be classified; the templates are then one group.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    ReportData Complete(ReportData data, Action<VideoError> report, CancellationToken cancellationToken);

    /// <summary>
    /// The pictures that a report of this data lacks: those of its most typical videos, at a third of each or in the middle of its longest
    /// scene; and of a single video some that its windows over time are shown on, its chosen frames and its people. They are read with
    /// <see cref="CreateStillRequest"/>; one that cannot be read is left out of <see cref="ReportData.Stills"/>.
    /// </summary>
    IReadOnlyList<VideoInput> ChooseStills(ReportData data);

    /// <summary>What to run over the inputs of <see cref="ChooseStills"/>.</summary>
    StillRequest CreateStillRequest(ReportData data, EngineOptions options);

    /// <summary>Writes one HTML file that needs nothing else, whole or not at all.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="path">The file; its directory is made where it is missing.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <exception cref="ArgumentException">There is not one video in the data.</exception>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    FileOutcome Save(ReportData data, string path, bool force);
}
