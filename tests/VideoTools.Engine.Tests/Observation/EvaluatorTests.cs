using System.Text.Json;
using VideoTools.Engine.Observation;

namespace VideoTools.Engine.Tests.Observation;

public sealed class EvaluatorTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-truth").FullName;
    private readonly Observations _observations = new();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Evaluate_ByHand_GivesTheSameNumbers()
    {
        // Sequences of 2 s: 1 2 3 4 5 6 7 8; true from 4 to 9 s: sequences 3, 4 whole, 5 (8, 9 s) by both of its frames.
        var record = Assert.Single(Evaluate("LLMHLLHU", "[{\"start_time\": 4, \"end_time\": 9}]"));

        Assert.Equal((8, 1, 0), (record.UnitCount, record.UnknownCount, record.UnknownInPeriodCount));
        Assert.Equal((2, 1, 1, 3), (record.TruePositive, record.FalsePositive, record.FalseNegative, record.TrueNegative));
        Assert.Equal((2.0 / 3, 2.0 / 3, 2.0 / 3, 5.0 / 7, 7.0 / 8), (record.Precision, record.Recall, record.F1, record.Accuracy, record.Coverage));
        Assert.Equal((1, 0, 1, 2.0, 1), (record.PeriodCount, record.UnsampledPeriodCount, record.DetectedPeriodCount, record.MeanDelaySeconds, record.FalseAlertCount));
        Assert.Equal((16.0, 6.0), (record.SampledSeconds, record.ImpairedSeconds));
    }

    [Fact]
    public void Evaluate_PeriodThatIsSeenTooLate_IsNotDetected()
    {
        var record = Assert.Single(Evaluate("LLLLLLLLLH", "[{\"start_time\": 0, \"end_time\": 20}]", within: 10));

        Assert.Equal((1, 0, 0.0, 1), (record.PeriodCount, record.DetectedPeriodCount, record.PeriodRecall, record.TruePositive));
        Assert.Equal(1, Assert.Single(Evaluate("LLLLLLLLLH", "[{\"start_time\": 0, \"end_time\": 20}]", within: 20)).DetectedPeriodCount);
    }

    [Fact]
    public void Evaluate_PeriodBetweenTwoFrames_SaysNothing()
    {
        var record = Assert.Single(Evaluate("LL", "[{\"start_time\": 0.2, \"end_time\": 0.8}]"));

        Assert.Equal((0, 1), (record.PeriodCount, record.UnsampledPeriodCount));
        Assert.Null(record.PeriodRecall);
        Assert.Null(record.Recall);
    }

    [Fact]
    public void Evaluate_NothingKnown_IsNeitherRightNorWrong()
    {
        var record = Assert.Single(Evaluate("UUU", "[{\"start_time\": 0, \"end_time\": 6}]"));

        Assert.Equal((3, 3, 0.0), (record.UnknownCount, record.UnknownInPeriodCount, record.Coverage));
        Assert.Equal((0, 0, 0, 0), (record.TruePositive, record.FalsePositive, record.FalseNegative, record.TrueNegative));
        Assert.Null(record.Accuracy);
        Assert.Equal(0, record.DetectedPeriodCount);
    }

    [Fact]
    public void Save_WritesWhatEarlierMonitorsWrote()
    {
        var record = Assert.Single(Evaluate("LLMHLLHU", "[{\"start_time\": 4, \"end_time\": 9}]"));

        var path = _observations.Save(record, Options(10), _directory, force: false);

        Assert.Equal("v_evaluation.json", Path.GetFileName(path));
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(0.6667, json.RootElement.GetProperty("metrics").GetProperty("f1_score").GetDouble());
        Assert.Equal(9, json.RootElement.GetProperty("impaired_periods")[0].GetProperty("end_time").GetDouble());
        File.AppendAllText(path, " ");
        Assert.Equal(VideoErrorId.OutputExists, Assert.Throws<VideoToolsException>(() => _observations.Save(record, Options(10), _directory, false)).Error.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"ground_truth\": {\"v.mp4\": {}}}")]
    [InlineData("{\"ground_truth\": {\"v.mp4\": {\"impaired_periods\": [{\"start_time\": 4}]}}}")]
    [InlineData("{\"ground_truth\": {\"v.mp4\": {\"impaired_periods\": [{\"start_time\": 9, \"end_time\": 4}]}}}")]
    [InlineData("{\"ground_truth\": {\"other.mp4\": {\"impaired_periods\": []}}}")]
    public void Evaluate_FileThatSaysNothing_IsRefused(string text)
    {
        File.WriteAllText(Path.Combine(_directory, "truth.json"), text);

        var failure = Assert.Throws<VideoToolsException>(() => _observations.Evaluate([AlertMakerTests.State(1, 'L')], Options(10)));

        Assert.Equal(VideoErrorId.GroundTruthInvalid, failure.Error.Id);
    }

    private IReadOnlyList<AlertEvaluation> Evaluate(string levels, string periods, double within = 10)
    {
        File.WriteAllText(Path.Combine(_directory, "truth.json"), $"{{\"ground_truth\": {{\"data/V.mp4\": {{\"impaired_periods\": {periods}}}}}}}");
        return _observations.Evaluate([.. levels.Select((level, i) => AlertMakerTests.State(i + 1, level))], Options(within));
    }

    private EvaluationOptions Options(double within) =>
        new() { GroundTruthPath = Path.Combine(_directory, "truth.json"), DetectWithinSeconds = within };
}
