using VideoTools.Engine.Observation.Asking;
using VideoTools.Engine.Observation.Profiles;
using VideoTools.Engine.Observation.States;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Observation;

/// <summary>States and alerts of the subject of a video.</summary>
internal sealed class Observations : IObservations
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Profiles => ProfileLocator.Names;

    /// <inheritdoc/>
    public IStateMaker CreateStates() => new StateMaker();

    /// <inheritdoc/>
    public IReadOnlyList<VideoState> ReadStates(string path, Action<VideoError> report) => StateFiles.Read(path, report);

    /// <inheritdoc/>
    public IAlertMaker CreateAlerts(AlertOptions options) => new AlertMaker(options);

    /// <inheritdoc/>
    public VideoAlert SaveEvidence(
        VideoAlert alert, string directory, bool force, EngineOptions engine, CancellationToken cancellationToken) =>
        EvidencePictures.Save(alert, directory, force, new FfmpegMediaSource(engine), cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<AlertEvaluation> Evaluate(IReadOnlyList<VideoState> states, EvaluationOptions options)
    {
        if (options.DetectWithinSeconds is not (>= 0 and <= 86400))
        {
            throw new ArgumentException("DetectWithin must be 0 to 86400 seconds.");
        }

        if (options.MinimumLevel is not (AlertLevel.Moderate or AlertLevel.High))
        {
            throw new ArgumentException("MinimumLevel must be Moderate or High.");
        }

        var found = Evaluator.Evaluate(states, GroundTruth.Read(options.GroundTruthPath), options);
        return found.Count > 0 ? found : throw new VideoToolsException(
            VideoErrorId.GroundTruthInvalid,
            options.GroundTruthPath,
            $"'{options.GroundTruthPath}' knows none of the {states.Select(state => state.FullName).Distinct().Count()} videos.",
            "Its names must be those of the video files.");
    }

    /// <inheritdoc/>
    public string Save(AlertEvaluation evaluation, EvaluationOptions options, string directory, bool force) =>
        EvaluationFiles.Save(evaluation, options, directory, force);

    /// <summary>Everything that asking a model needs; what is wrong with the options is said here, before any file is touched.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="analysis">Makes what runs an analysis.</param>
    /// <param name="cache">Where answers are kept.</param>
    public static QueryRunner CreateRunner(
        QueryRequest request, Func<AnalysisRequest, IJobRunner> analysis, Caching.ResultCache cache)
    {
        var settings = QuerySettings.Of(request.Options);

        // Sequences are pixels: too much to keep. What is kept are the answers.
        var sequences = new AnalysisRequest(settings.Sequence) { Engine = request.Engine with { Cache = CacheMode.Off } };
        return new QueryRunner(settings, analysis(sequences), cache, request.Engine.Cache);
    }
}
