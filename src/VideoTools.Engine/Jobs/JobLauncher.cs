// Method: what is handed over is written first, so that a task finds its part; that it was handed over is written when the scheduler has
// said its number. On this machine the parts run one after another, the largest first, in this process. Cost: three small files.
using VideoTools.Engine.Features;
using VideoTools.Engine.Jobs.Slurm;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Jobs;

/// <summary>Hands parts to what starts them.</summary>
/// <param name="scheduler">What that is.</param>
/// <param name="directory">Folder of the job, for errors.</param>
/// <param name="registry">The features.</param>
/// <param name="open">Opens a session that keeps what it retires.</param>
internal sealed class JobLauncher(
    JobScheduler scheduler, string directory, FeatureRegistry registry, Func<VideoRequest, VideoSession> open)
{
    private const int MostParts = 99_999;
    private const int StandardTasks = 1000;

    /// <summary>Most parts that can be handed over at one time.</summary>
    /// <param name="isTrial">True asks nobody: the default of the scheduler.</param>
    public int MostTasks(bool isTrial) =>
        scheduler == JobScheduler.Local ? MostParts : isTrial ? StandardTasks : SlurmQueue.MostTasks(directory);

    /// <summary>What would be handed over.</summary>
    public string Describe(JobSettings settings, int submission, int parts) => scheduler == JobScheduler.Slurm
        ? SlurmScript.Write(settings.Folder, settings.Request, submission, parts)
        : FormattableString.Invariant($"{parts} parts, one after another, on this machine{Environment.NewLine}");

    /// <summary>Hands parts over.</summary>
    public VideoJob Launch(
        JobSettings settings, IReadOnlyList<PartLine> parts, Action<string> tell, Action<VideoProgress> progress, CancellationToken stop)
    {
        var folder = settings.Folder;
        if (parts.Count > 0)
        {
            var number = folder.NextSubmission();
            folder.Write(
                folder.Submission(number, SubmissionFile.PartsExtension),
                Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => FormattableString.Invariant($"{part.Part}\n")))));
            var job = "";
            if (scheduler == JobScheduler.Slurm)
            {
                var script = folder.Submission(number, ".sbatch");
                folder.Write(script, Encoding.UTF8.GetBytes(SlurmScript.Write(folder, settings.Request, number, parts.Count)));
                job = SlurmQueue.Submit(folder.Path, script);
            }

            folder.Write(folder.Submission(number, SubmissionFile.Extension), JobJson.File(new SubmissionFile
            {
                Scheduler = scheduler,
                JobId = job,
                Node = Environment.MachineName,
                Process = Environment.ProcessId,
                Submitted = DateTimeOffset.UtcNow,
            }));
            if (scheduler == JobScheduler.Local)
            {
                RunHere(settings, parts, tell, progress, stop);
            }
        }

        var status = new JobStatus(settings, registry);
        return status.Job(status.Parts());
    }

    private void RunHere(
        JobSettings settings, IReadOnlyList<PartLine> parts, Action<string> tell, Action<VideoProgress> progress, CancellationToken stop)
    {
        var runner = new PartRunner(settings, registry, open);
        var (total, before) = (parts.Sum(part => part.Count), 0);
        foreach (var part in parts)
        {
            JobPartOutcome outcome;
            do
            {
                outcome = runner.Run(part, tell, now => progress(Whole(now, before + part.Count)), stop);
            }
            while (outcome == JobPartOutcome.TryAgain);

            if (outcome == JobPartOutcome.Stopped)
            {
                return;
            }

            before += part.Count;
        }

        // The session of a part counts the files that are left of it.
        VideoProgress Whole(VideoProgress now, int until) =>
            now with { FilesDone = until - now.FilesTotal + now.FilesDone, FilesTotal = total };
    }
}
