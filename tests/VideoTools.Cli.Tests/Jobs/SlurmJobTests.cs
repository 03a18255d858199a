using System.Diagnostics;
using System.Text.Json;

namespace VideoTools.Cli.Tests.Jobs;

/// <summary>Jobs on a real Slurm: whatever happens to tasks, nothing is lost, nothing comes twice, and the bytes are those of a single run.</summary>
public sealed class SlurmJobTests(SlurmCluster cluster, JobFiles files) : IClassFixture<SlurmCluster>, IClassFixture<JobFiles>
{
    private readonly JobProgram _program = new(cluster.Configuration);

    [SlurmFact]
    public void Array_OfSixtyClipsAndABrokenFile_GivesTheBytesOfASingleRun()
    {
        var job = files.NewJob("array");
        string[] inputs = [.. files.Clips.Take(30), files.Broken, .. files.Clips.Skip(30)];
        var single = _program.Run(["scene", "--no-cache", .. inputs]);

        var submitted = _program.Succeed(["submit", "--scene", "--no-cache", "--job", job, "--task-count", "6", "--cpus-per-task", "1", .. inputs]);
        var received = _program.Run("receive", job, "--wait");

        Assert.Equal(1, single.Code);
        Assert.Equal(single, received);
        Assert.Equal(6, Field(submitted, "PartCount"));
        var state = _program.Succeed("job", job);
        Assert.Equal("Done", Text(state, "State"));
        Assert.Equal((61, 61, 1), (Field(state, "FileCount"), Field(state, "FilesDone"), Field(state, "FilesFailed")));
        Assert.Equal(single.Output, string.Concat(Parts(job).Select(File.ReadAllText)));
        Assert.All(File.ReadAllLines(Path.Combine(job, "parts-001.ndjson")), line => Assert.True(Field(line, "Work") > 0));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(job, "work")));
    }

    [SlurmFact]
    public void TaskKilledInTheMiddle_Resumed_KeepsWhatWasFinished()
    {
        var job = Submit("killed", 12, 1);
        WaitForFiles(job, 3);

        Assert.NotEqual(0, Signal(job, "-KILL"));
        WaitUntilGone();
        var before = Finished(job);
        Assert.Equal("Incomplete", Text(_program.Succeed("job", job), "State"));
        _program.Succeed("resume", job);

        AssertWhole(job, 12);
        Assert.Equal(2, Field(_program.Succeed("job", job, "--parts"), "Tries"));
        Assert.Contains($"{12 - before} of 12 files", Log(job), StringComparison.Ordinal);
    }

    [SlurmFact]
    public void NodeDaemonKilledAndStartedAgain_TheJobGoesOn()
    {
        var job = Submit("daemon", 12, 2);
        WaitForFiles(job, 2);

        cluster.KillNode();
        Thread.Sleep(2000);
        cluster.StartNode();

        AssertWhole(job, 12);
    }

    [SlurmFact]
    public void Requeued_GoesOnBehindTheFinishedFiles()
    {
        var job = Submit("requeued", 12, 1);
        WaitForFiles(job, 3);

        Assert.Equal(0, cluster.Run("scontrol", "requeue", TaskOf(job)).Code);
        Release(job);

        AssertWhole(job, 12);
        Assert.Equal(2, Field(_program.Succeed("job", job, "--parts"), "Tries"));
        Assert.Contains("are finished and kept", Log(job), StringComparison.Ordinal);
    }

    [SlurmFact]
    public void TimeLimitReached_QueuesItselfAgainForTheRest()
    {
        // The limit is a minute, and Slurm sends its signal 10 to 40 seconds after the start: it looks every half minute.
        files.SlowBy(2);
        var job = Submit("limit", 30, 1, "--time-limit", "60", "--extra=--signal=B:USR1@50");
        SlurmCluster.Wait("the limit", () => Log(job).Contains("told to end", StringComparison.Ordinal));
        files.SlowBy(JobFiles.Usually);
        var kept = Finished(job);
        Release(job);

        AssertWhole(job, 30);
        Assert.InRange(kept, 1, 29);
        Assert.True(Field(_program.Succeed("job", job, "--parts"), "Tries") >= 2);
    }

    [SlurmFact]
    public void Stopped_Resumed_GivesEverything()
    {
        var job = Submit("stopped", 12, 3);
        WaitForFiles(job, 2);

        Assert.Equal("Stopped", StoppedState(job));
        var (code, partly, warning) = _program.Run("receive", job);
        Assert.Equal(0, code);
        Assert.Contains("are not done", warning, StringComparison.Ordinal);
        Assert.True(partly.Length < Single(12).Length);
        _program.Succeed("resume", job, "--add", files.Clips[12]);

        AssertWhole(job, 13);
    }

    private string StoppedState(string job)
    {
        _program.Succeed("job", job, "--stop");
        WaitUntilGone();
        return Text(_program.Succeed("job", job), "State");
    }

    private string Submit(string name, int count, int tasks, params string[] more)
    {
        var job = files.NewJob(name);
        _program.Succeed(
        [
            "submit", "--scene", "--no-cache", "--job", job, "--task-count", tasks.ToString(), "--cpus-per-task", "1",
            "--ffmpeg-directory", files.Slow, .. more, .. files.Clips.Take(count),
        ]);
        return job;
    }

    private string Single(int count) => _program.Succeed(["scene", "--no-cache", .. files.Clips.Take(count)]);

    private void AssertWhole(string job, int count)
    {
        var (code, output, error) = _program.Run("receive", job, "--wait");
        Assert.True(
            code == 0 && error.Length == 0,
            $"{code} {error}{Log(job)}{cluster.Run("squeue", "--array").Output}{cluster.Run("scontrol", "show", "job", TaskOf(job)).Output}");
        Assert.Equal(Single(count), output);
        Assert.Equal("Done", Text(_program.Succeed("job", job), "State"));
    }

    // Slurm holds what was queued again back for two minutes, in which the node gets rid of it: what starts before that gets the end of its
    // predecessor for its own.
    private void Release(string job)
    {
        SlurmCluster.Wait("the requeue", () => Says("squeue", "--noheader", "--array", "--format=%T").Contains("PENDING", StringComparison.Ordinal));
        SlurmCluster.Wait("the node", () => Says("sinfo", "--noheader", "--format=%T").Trim() == "idle" && CountOf("slurmstepd") == 0);
        cluster.Run("scontrol", "update", "JobId=" + TaskOf(job), "StartTime=now");

        string Says(string program, params string[] arguments) => cluster.Run(program, arguments).Output;

        static int CountOf(string program)
        {
            var processes = Process.GetProcessesByName(program);
            Array.ForEach(processes, process => process.Dispose());
            return processes.Length;
        }
    }

    private void WaitForFiles(string job, int count) => SlurmCluster.Wait("files", () => Finished(job) >= count);

    private void WaitUntilGone() =>
        SlurmCluster.Wait("the end of the task", () => cluster.Run("squeue", "--noheader").Output.Trim().Length == 0);

    private static int Finished(string job) => Directory.EnumerateFiles(Path.Combine(job, "work"), "*.index")
        .Select(path => path[(path.LastIndexOf(Path.DirectorySeparatorChar) + 1)..].Split('-')[0]).Distinct()
        .Sum(part => Directory.EnumerateFiles(Path.Combine(job, "work"), part + "-*.index")
            .SelectMany(File.ReadLines).Where(line => line.EndsWith('}')).Select(line => (int)Field(line, "Files")).DefaultIfEmpty().Max());

    // The tasks' own processes: those whose command line names the job.
    private static int Signal(string job, string signal)
    {
        var count = 0;
        foreach (var process in Process.GetProcesses())
        {
            try
            {
                var line = File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0');
                if (line.Contains("run-part") && line.Contains(job))
                {
                    using var kill = Process.Start("kill", [signal, process.Id.ToString()]);
                    kill.WaitForExit();
                    count++;
                }
            }
            catch (IOException)
            {
                // Gone meanwhile.
            }
        }

        return count;
    }

    private string TaskOf(string job) => Text(_program.Succeed("job", job), "SchedulerJobId") + "_1";

    private static string Log(string job) =>
        string.Concat(Directory.EnumerateFiles(Path.Combine(job, "logs")).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    // The files of records, in the order of the input.
    private static IEnumerable<string> Parts(string job) => File.ReadAllLines(Path.Combine(job, "parts-001.ndjson"))
        .Select(line => Path.Combine(job, "parts", $"{Field(line, "Part"):00000}.ndjson"));

    private static double Field(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetDouble();

    private static string Text(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;
}
