using VideoTools.Engine.Jobs;
using VideoTools.Engine.Jobs.Slurm;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Tests.Jobs;

public sealed class SlurmTests
{
    [Fact]
    public void ParseQueue_OfTasks_GivesTheirStates()
    {
        var tasks = SlurmQueue.ParseQueue("12|3|RUNNING\n12|4|PENDING\n13|N/A|RUNNING\n\n");

        Assert.Equal(2, tasks.Count);
        Assert.Equal("RUNNING", tasks[("12", 3)]);
        Assert.Equal("PENDING", tasks[("12", 4)]);
    }

    [Fact]
    public void ParseAccount_OfTasks_GivesHowTheyEnded()
    {
        var tasks = SlurmQueue.ParseAccount("12_3|TIMEOUT\n12_[4-9]|PENDING\n12_10|CANCELLED by 0\n");

        Assert.Equal(("TIMEOUT", "CANCELLED by 0"), (tasks[("12", 3)], tasks[("12", 10)]));
        Assert.Equal(2, tasks.Count);
    }

    [Theory]
    [InlineData("MaxArraySize            = 4001\nMaxDBDMsgs = 1", 4001)]
    [InlineData("nothing", 1001)]
    public void ParseArraySize_OfTheConfiguration(string config, int size) => Assert.Equal(size, SlurmQueue.ParseArraySize(config));

    [Fact]
    public void Script_WithTextsOfUsers_HoldsThemInQuotes()
    {
        var folder = new JobFolder("/films/it's; rm -rf $HOME/`x`");
        var request = new JobRequest(new SceneOptions(), new JobOptions { JobDirectory = folder.Path, ProgramPath = "/opt/my tools/videotools" })
        {
            Engine = new EngineOptions { Cache = CacheMode.Use },
        };

        var script = SlurmScript.Write(folder, request, 2, 40);

        Assert.Contains("\njob='/films/it'\\''s; rm -rf $HOME/`x`'\n", script, StringComparison.Ordinal);
        Assert.Contains("\nprogram=('/opt/my tools/videotools')\n", script, StringComparison.Ordinal);
        Assert.Contains("#SBATCH --array=1-40\n", script, StringComparison.Ordinal);
        Assert.Contains("submissions/002.parts", script, StringComparison.Ordinal);
        Assert.Contains("export VIDEOTOOLS_CACHE=\"$cache\"", script, StringComparison.Ordinal);
        Assert.DoesNotContain("VIDEOTOOLS_CACHE", SlurmScript.Write(folder, request with { Options = request.Options with { SharedCache = true } }, 2, 40), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, "7", "4", 4)]
    [InlineData(2, "7", "4", 2)]
    [InlineData(16, "7", null, 16)]
    [InlineData(16, null, "4", 16)]
    [InlineData(16, "7", "x", 16)]
    public void GivenCores_InsideOfAJob_AreThoseOfTheTask(int processors, string? job, string? cpus, int expected) => Assert.Equal(
        expected,
        GivenCores.Of(processors, name => name switch { "SLURM_JOB_ID" => job, "SLURM_CPUS_PER_TASK" => cpus, _ => null }));
}
