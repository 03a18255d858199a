using System.Diagnostics;
using System.Text.Json;

namespace VideoTools.Cli.Tests.Jobs;

/// <summary>Jobs on this machine: the same parts, the same files, without a cluster.</summary>
public sealed class LocalJobTests(JobFiles files) : IClassFixture<JobFiles>
{
    private readonly JobProgram _program = new();

    [LinuxFact]
    public void Submit_Local_GivesTheBytesOfASingleRun()
    {
        var job = files.NewJob("local");
        string[] inputs = [files.Clips[0], files.Broken, .. files.Clips.Skip(1).Take(9), files.NewJob("none.mp4")];
        var single = _program.Run(["scene", "--no-cache", .. inputs]);

        var state = _program.Succeed(Submit(job, inputs, "--task-count", "3"));

        Assert.Equal("Done", Text(state, "State"));
        Assert.Equal((12, 12, 2, 3), (Number(state, "FileCount"), Number(state, "FilesDone"), Number(state, "FilesFailed"), Number(state, "PartCount")));
        Assert.True(Number(state, "CpuSeconds") > 0 && Number(state, "VideoSeconds") > 10 && Number(state, "PeakMemory") > 1 << 20);
        Assert.Equal(single, _program.Run("receive", job));
        Assert.Equal(single, _program.Run("receive", job, "--wait"));
        Assert.Equal(single.Output.Split('\n').Order(), _program.Run("receive", job, "--unordered").Output.Split('\n').Order());
    }

    [LinuxFact]
    public async Task Terminated_Resumed_KeepsWhatWasFinishedAndGivesTheSameBytes()
    {
        var job = files.NewJob("terminated");
        string[] inputs = [.. files.Clips.Take(10)];
        using (var process = _program.Start(Submit(job, inputs, "--task-count", "1", "--ffmpeg-directory", files.Slow, "--throttle", "1")))
        {
            SlurmCluster.Wait("files", () => Lines(job).Count >= 4);
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
            Assert.Equal(143, process.ExitCode);
        }

        var kept = Number(Lines(job)[^1], "Files");
        var stopped = _program.Succeed("job", job);
        Assert.Equal("Incomplete", Text(stopped, "State"));
        Assert.Equal(kept, Number(stopped, "FilesDone"));
        Assert.Equal("Done", Text(_program.Succeed("resume", job), "State"));

        Assert.InRange(kept, 3, 9);
        Assert.Equal(_program.Succeed(["scene", "--no-cache", .. inputs]), _program.Succeed("receive", job));
        Assert.Equal(2, Number(_program.Succeed("job", job, "--parts"), "Tries"));
    }

    // What a machine that died leaves: bytes without a line in the index, half a line, a line that speaks of bytes which never came.
    [LinuxFact]
    public void RunPart_BehindATryThatDied_CountsWholeLinesOnly()
    {
        var job = files.NewJob("died");
        string[] inputs = [.. files.Clips.Take(6)];
        using (var process = _program.Start(Submit(job, inputs, "--task-count", "1", "--ffmpeg-directory", files.Slow, "--throttle", "1")))
        {
            SlurmCluster.Wait("files", () => Lines(job).Count >= 3);
            process.Kill();
            process.WaitForExit();
        }

        var first = Path.Combine(job, "work", "00001-1");
        File.AppendAllText(first + ".records", "{\"FullName\":\"half");
        File.AppendAllText(first + ".index", Lines(job)[^1].Replace("\"Files\":", "\"Files\":5,\"Was\":", StringComparison.Ordinal)
            .Replace("\"Bytes\":", "\"Bytes\":9", StringComparison.Ordinal) + "\n{\"Files\":6");
        var code = _program.Run("run-part", job, "1").Code;

        Assert.Equal(0, code);
        Assert.Equal(_program.Succeed(["scene", "--no-cache", .. inputs]), _program.Succeed("receive", job));
        Assert.Equal(0, _program.Run("run-part", job, "1").Code);
    }

    // A task that was taken for dead goes on beside the one that was started in its place.
    [LinuxFact]
    public void RunPart_TwiceAtOnce_GivesTheSameBytes()
    {
        var job = files.NewJob("twice");
        string[] inputs = [.. files.Clips.Take(6)];
        _program.Succeed(Submit(job, inputs, "--task-count", "1"));
        File.Delete(Path.Combine(job, "parts", "00001.done.json"));
        File.Delete(Path.Combine(job, "parts", "00001.ndjson"));

        using var first = _program.Start("run-part", job, "1");
        using var second = _program.Start("run-part", job, "1");
        first.WaitForExit();
        second.WaitForExit();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(_program.Succeed(["scene", "--no-cache", .. inputs]), _program.Succeed("receive", job));
    }

    [LinuxFact]
    public void PartThatFailsThreeTimes_IsSetAside_AndDoneWhenItsCauseIsGone()
    {
        var job = files.NewJob("aside");
        var tools = files.NewJob("tools");
        string[] inputs = [.. files.Clips.Take(4)];
        var state = _program.Succeed(Submit(job, inputs, "--task-count", "2", "--ffmpeg-directory", tools));

        Assert.Equal(("SetAside", 2), (Text(state, "State"), Number(state, "PartsSetAside")));
        var part = _program.Succeed("job", job, "--parts").Split('\n')[0];
        Assert.Equal(3, Number(part, "Tries"));
        Assert.Contains("DecoderMissing", Text(part, "Reason"), StringComparison.Ordinal);
        var (code, output, error) = _program.Run("receive", job, "--wait");
        Assert.Equal((1, ""), (code, output));
        Assert.All(inputs, input => Assert.Contains($"PartFailed: '{input}'", error, StringComparison.Ordinal));
        Assert.Equal(1, _program.Run("run-part", job, "1").Code);

        Directory.CreateSymbolicLink(tools, files.Slow);
        Assert.Equal("Done", Text(_program.Succeed("resume", job), "State"));
        Assert.Equal(_program.Succeed(["scene", "--no-cache", .. inputs]), _program.Succeed("receive", job));
    }

    [LinuxFact]
    public void RunPart_OnAMachineWithoutADecoder_SaysThatAnotherMayTry()
    {
        var job = files.NewJob("again");
        _program.Succeed(Submit(job, [.. files.Clips.Take(2)], "--task-count", "1", "--ffmpeg-directory", files.NewJob("nothing")));
        foreach (var left in Directory.EnumerateFiles(Path.Combine(job, "work")).Append(Path.Combine(job, "parts", "00001.failed.json")))
        {
            File.Delete(left);
        }

        Assert.Equal([75, 75, 1, 1], Enumerable.Range(0, 4).Select(_ => _program.Run("run-part", job, "1").Code));
    }

    [LinuxFact]
    public void Resume_WithFilesThatWereAdded_DoesOnlyThese()
    {
        var job = files.NewJob("added");
        _program.Succeed(Submit(job, [.. files.Clips.Take(3)], "--task-count", "1"));
        var first = File.GetLastWriteTimeUtc(Path.Combine(job, "parts", "00001.ndjson"));

        var state = _program.Succeed(["resume", job, "--add", files.Clips[1], "--add", files.Clips[3], "--add", files.Clips[4]]);

        Assert.Equal((5, 5, 2), (Number(state, "FileCount"), Number(state, "FilesDone"), Number(state, "PartCount")));
        Assert.Equal(first, File.GetLastWriteTimeUtc(Path.Combine(job, "parts", "00001.ndjson")));
        Assert.Equal(_program.Succeed(["scene", "--no-cache", .. files.Clips.Take(5)]), _program.Succeed("receive", job));
        Assert.Contains("holds a job", _program.Run(Submit(job, files.Clips)).Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void WithoutSlurm_SaysWhatIsMissing_AndLeavesNothing()
    {
        var job = files.NewJob("noslurm");
        var nothing = Directory.CreateDirectory(files.NewJob("empty")).FullName;

        var (code, _, error) = new JobProgram(path: nothing + ":" + Path.GetDirectoryName(Environment.ProcessPath)).Run("submit", "--scene", "--job", job, files.Clips[0]);

        Assert.Equal(1, code);
        Assert.Contains("SchedulerMissing: sbatch is not on the PATH", error, StringComparison.Ordinal);
        Assert.Contains("--scheduler Local", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(job));
    }

    [LinuxFact]
    public void WhatIf_PrintsTheScript_AndLeavesNothing()
    {
        var job = files.NewJob("o'clock");

        var script = _program.Succeed(
        [
            "submit", "--template", "--option", "SkipSpeech=true", "--job", job, "--what-if", "--task-count", "7", "--cpus-per-task", "2", "--gpus-per-task", "1",
            "--memory-per-task", "8G", "--time-limit", "1:30:00", "--partition", "big", "--maximum-running", "5", "--extra=--account=film", .. files.Clips,
        ]);

        string[] wanted =
        [
            "#SBATCH --array=1-7%5", "#SBATCH --cpus-per-task=2", "#SBATCH --gpus-per-task=1", "#SBATCH --mem=8G", "#SBATCH --time=90",
            "#SBATCH --partition=big", "#SBATCH --account=film", "#SBATCH --signal=B:USR1@60", "job='" + job.Replace("'", "'\\''", StringComparison.Ordinal) + "'",
        ];
        Assert.All(wanted, line => Assert.Contains(line, script.Split('\n')));
        Assert.False(Directory.Exists(job));
    }

    [Theory]
    [InlineData("Name one analysis", "--scheduler", "local")]
    [InlineData("Name one analysis", "--scene", "--text")]
    [InlineData("There is no option 'Treshold'; known are Detector", "--scene", "--option", "Treshold=3")]
    [InlineData("'x' is not a number", "--scene", "--option", "Threshold=x")]
    [InlineData("There is no option 'Modl'", "--template", "--option", "Speech.Modl=Base")]
    [InlineData("PartMinutes must be above 0", "--scene", "--part-minutes", "0")]
    [InlineData("has more than one line", "--scene", "--extra", "--x\nrm")]
    [InlineData("no argument of sbatch", "--scene", "--extra", "film")]
    public void Submit_WhatMakesNoSense_IsRefused(string problem, params string[] arguments)
    {
        var job = files.NewJob("refused");

        var (code, _, error) = _program.Run(["submit", "--what-if", "--job", job, .. arguments, files.Clips[0]]);

        Assert.Equal(2, code);
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(job));
    }

    [Fact]
    public void Job_InAFolderWithoutOne_SaysSo()
    {
        foreach (var command in new[] { "job", "receive", "resume" })
        {
            var (code, _, error) = _program.Run(command, files.Directory);
            Assert.Equal(1, code);
            Assert.Contains("JobInvalid", error, StringComparison.Ordinal);
        }
    }

    private static string[] Submit(string job, IEnumerable<string> inputs, params string[] more) =>
        ["submit", "--scene", "--no-cache", "--scheduler", "local", "--job", job, .. more, .. inputs];

    private static List<string> Lines(string job)
    {
        var index = Path.Combine(job, "work", "00001-1.index");
        return File.Exists(index) ? [.. File.ReadLines(index).Where(line => line.EndsWith('}'))] : [];
    }

    private static double Number(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetDouble();

    private static string Text(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;
}
