// Layout: that of earlier driver monitors ("metrics", "impaired_periods", "timestamp"), with counts of sequences where they had counts of
// frames that nobody looked at, and with what is not known.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Observation.States;

/// <summary>Writes evaluations as JSON files.</summary>
internal static class EvaluationFiles
{
    private const string Ending = "_evaluation.json";

    /// <summary>Writes one, whole or not at all.</summary>
    public static string Save(AlertEvaluation evaluation, EvaluationOptions options, string directory, bool force)
    {
        var stem = evaluation.FullName == Evaluator.All ? "all" : Path.GetFileNameWithoutExtension(evaluation.FullName);
        var path = Path.Combine(Path.GetFullPath(directory), stem + Ending);
        var periods = evaluation.FullName == Evaluator.All ? [] : GroundTruth.Read(options.GroundTruthPath).Of(evaluation.FullName) ?? [];
        WholeFiles.Write(new OutputSubject($"The evaluation of '{stem}'"), force, (path, JsonText.ToFile(json =>
        {
            json.WriteString("video", evaluation.FullName);
            json.WriteString("timestamp", DateTimeOffset.Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            json.WriteString("unit", "sequence");
            json.WriteString("minimum_level", options.MinimumLevel.ToString().ToUpperInvariant());
            json.WriteStartObject("metrics");
            json.WriteNumber("true_positives", evaluation.TruePositive);
            json.WriteNumber("false_positives", evaluation.FalsePositive);
            json.WriteNumber("false_negatives", evaluation.FalseNegative);
            json.WriteNumber("true_negatives", evaluation.TrueNegative);
            json.WriteRounded("precision", evaluation.Precision, 4);
            json.WriteRounded("recall", evaluation.Recall, 4);
            json.WriteRounded("f1_score", evaluation.F1, 4);
            json.WriteRounded("accuracy", evaluation.Accuracy, 4);
            json.WriteEndObject();
            json.WriteStartObject("percentages");
            json.WriteRounded("precision", evaluation.Precision * 100, 2);
            json.WriteRounded("recall", evaluation.Recall * 100, 2);
            json.WriteRounded("f1_score", evaluation.F1 * 100, 2);
            json.WriteRounded("accuracy", evaluation.Accuracy * 100, 2);
            json.WriteRounded("coverage", evaluation.Coverage * 100, 2);
            json.WriteEndObject();
            json.WriteStartObject("sampling");
            json.WriteNumber("units", evaluation.UnitCount);
            json.WriteNumber("unknown_units", evaluation.UnknownCount);
            json.WriteNumber("unknown_units_in_periods", evaluation.UnknownInPeriodCount);
            json.WriteRounded("sampled_seconds", evaluation.SampledSeconds);
            json.WriteRounded("impaired_seconds", evaluation.ImpairedSeconds);
            json.WriteEndObject();
            json.WriteStartObject("periods");
            json.WriteNumber("sampled", evaluation.PeriodCount);
            json.WriteNumber("not_sampled", evaluation.UnsampledPeriodCount);
            json.WriteNumber("detected", evaluation.DetectedPeriodCount);
            json.WriteRounded("detect_within_seconds", options.DetectWithinSeconds);
            json.WriteRounded("recall", evaluation.PeriodRecall, 4);
            json.WriteRounded("mean_delay_seconds", evaluation.MeanDelaySeconds);
            json.WriteNumber("false_alerts", evaluation.FalseAlertCount);
            json.WriteEndObject();
            json.WriteList("impaired_periods", periods, period =>
            {
                json.WriteStartObject();
                json.WriteRounded("start_time", period.Start);
                json.WriteRounded("end_time", period.End);
                json.WriteEndObject();
            });
        })));
        return path;
    }
}
