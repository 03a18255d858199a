using VideoTools.Engine.Features;
using VideoTools.Engine.Jobs;

namespace VideoTools.Engine.Tests.Jobs;

public sealed class JobFeatureTests
{
    private readonly VideoJobs _jobs = new(FeatureRegistry.Default, _ => throw new NotSupportedException());

    public static TheoryData<JobAnalysis> Analyses => [.. Enum.GetValues<JobAnalysis>()];

    [Theory]
    [MemberData(nameof(Analyses))]
    public void EveryAnalysis_IsAFeatureWithRecordsOfOneType(JobAnalysis analysis)
    {
        var options = _jobs.CreateFeature(analysis, new Dictionary<string, object?>());

        Assert.Equal(analysis.ToString(), FeatureRegistry.Default.Get(options).Name);
        Assert.Single(FeatureRegistry.Default.Get(options).RecordTypes);
    }

    [Fact]
    public void CreateFeature_WithValuesOfAnyShell_TakesThem()
    {
        var options = (TemplateOptions)_jobs.CreateFeature(JobAnalysis.Template, new Dictionary<string, object?>
        {
            ["skiptext"] = "true",
            ["Scenes"] = new System.Collections.Hashtable { ["Detector"] = "Histogram", ["MinimumLength"] = 0.5 },
            ["speech"] = new Dictionary<string, object?> { ["Model"] = SpeechModel.Base, ["Device"] = "Cpu" },
        });

        Assert.True(options.SkipText);
        Assert.Equal((SceneDetector.Histogram, TimeSpan.FromSeconds(0.5)), (options.Scenes.Detector, options.Scenes.MinimumLength));
        Assert.Equal(new DeviceOrder([InferenceDevice.Cpu]), options.Speech.Device);
    }
}
