namespace VideoTools;

/// <summary>What follows from looking at a subject: states, alerts, and how good they are. Thread-safe; what it makes is not.</summary>
public interface IObservations
{
    /// <summary>Names of the profiles that come with the module.</summary>
    IReadOnlyList<string> Profiles { get; }

    /// <summary>Makes states of answers.</summary>
    IStateMaker CreateStates();

    /// <summary>
    /// Reads a file of states, or of answers, which become states: CSV with a header, or a JSON object a line. What cannot be read is
    /// reported and passed over.
    /// </summary>
    IReadOnlyList<VideoState> ReadStates(string path, Action<VideoError> report);

    /// <summary>Makes alerts of states.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    IAlertMaker CreateAlerts(AlertOptions options);

    /// <summary>Writes pictures of the frames that show an alert.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="directory">Where to.</param>
    /// <param name="force">True replaces files that exist.</param>
    /// <param name="engine">Where ffmpeg is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The alert with the paths.</returns>
    /// <exception cref="VideoToolsException">A frame cannot be read, or a picture not be written.</exception>
    VideoAlert SaveEvidence(VideoAlert alert, string directory, bool force, EngineOptions engine, CancellationToken cancellationToken);

    /// <summary>Compares states with what is known to be true.</summary>
    /// <param name="states">The states of any number of videos, those of one in order of time.</param>
    /// <param name="options">What is true, and what counts.</param>
    /// <returns>One record a video that the file knows, and one for all of them when there are several.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="VideoToolsException">GroundTruthInvalid: the file cannot be read, or knows none of the videos.</exception>
    IReadOnlyList<AlertEvaluation> Evaluate(IReadOnlyList<VideoState> states, EvaluationOptions options);

    /// <summary>Writes an evaluation of one video, "name_evaluation.json".</summary>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    string Save(AlertEvaluation evaluation, EvaluationOptions options, string directory, bool force);
}
