// Method: what is done, and what was set aside, is in the names of files; what is queued or runs, Slurm says; where it does not answer,
// the tries of a part tell. Cost: two listings, a small file a part that is done, one a try of a part that is not, one call of squeue.
using VideoTools.Engine.Features;
using VideoTools.Engine.Jobs.Slurm;

namespace VideoTools.Engine.Jobs;

/// <summary>Says how far a job and its parts are.</summary>
/// <param name="settings">The job.</param>
/// <param name="registry">The features.</param>
internal sealed class JobStatus(JobSettings settings, FeatureRegistry registry)
{
    private readonly JobFolder _folder = settings.Folder;

    /// <summary>The states of parts that are not done: which wait and which run.</summary>
    /// <returns>Null for a part that nothing would work on.</returns>
    public Func<int, VideoJobState?> Queue()
    {
        var submissions = SubmissionFile.ReadAll(_folder);
        var isLocal = settings.Request.Options.Scheduler == JobScheduler.Local;
        var tasks = isLocal ? null : SlurmQueue.Query(_folder.Path);
        Dictionary<int, VideoJobState> states = [];
        var tries = new Lazy<ILookup<int, int>>(_folder.Tries);
        foreach (var (number, submission) in submissions)
        {
            var parts = SubmissionFile.Parts(_folder, number);
            for (var i = 0; i < parts.Count; i++)
            {
                if (isLocal ? submission.IsAlive() : tasks is null)
                {
                    // Known from the folder alone: it runs when its last try has not ended.
                    states[parts[i]] = tries.Value[parts[i]].LastOrDefault() is > 0 and var last
                        && TryState.Read(_folder, parts[i], last) is { Last: { IsStop: false, Reason: "" } }
                        ? VideoJobState.Running
                        : VideoJobState.Waiting;
                }
                else if (tasks?.TryGetValue((submission.JobId, i + 1), out var state) is true)
                {
                    states[parts[i]] = state is "RUNNING" or "COMPLETING" or "SUSPENDED" or "STOPPED"
                        ? VideoJobState.Running
                        : VideoJobState.Waiting;
                }
            }
        }

        return part => states.TryGetValue(part, out var state) ? state : null;
    }

    /// <summary>The state of every part, by its number.</summary>
    public IReadOnlyList<VideoJobPart> Parts()
    {
        var (done, aside) = _folder.Scan();
        var tries = _folder.Tries();
        var queue = Queue();
        var isStopped = File.Exists(_folder.Stopped);
        List<VideoJobPart> parts =
        [
            .. JobTable.Read(_folder).OrderBy(line => line.Part).Select(line => done.Contains(line.Part)
                ? Finished(line, _folder.Done(line.Part), VideoJobState.Done)
                : aside.Contains(line.Part)
                    ? Finished(line, _folder.SetAside(line.Part), VideoJobState.SetAside)
                    : Open(line, queue(line.Part) ?? (isStopped ? VideoJobState.Stopped : VideoJobState.Incomplete), tries[line.Part])),
        ];
        return parts.Exists(part => part.State == VideoJobState.Incomplete) && settings.Request.Options.Scheduler == JobScheduler.Slurm
            ? Explain(parts)
            : parts;
    }

    /// <summary>The state of the job.</summary>
    public VideoJob Job(IReadOnlyList<VideoJobPart> parts)
    {
        var table = JobTable.Read(_folder).ToDictionary(line => line.Part, line => line.Work);
        var submissions = SubmissionFile.ReadAll(_folder);
        var submitted = (submissions.Count > 0 ? submissions[0].File.Submitted : settings.Created).ToLocalTime().DateTime;
        var done = parts.Where(part => part.State == VideoJobState.Done).ToList();
        var (files, filesDone) = (parts.Sum(part => part.FileCount), parts.Sum(part => part.FilesDone));
        var state = StateOf(parts);
        var end = state == VideoJobState.Done
            ? parts.Select(part => File.GetLastWriteTime(_folder.Done(part.Part))).DefaultIfEmpty(DateTime.Now).Max()
            : DateTime.Now;
        var hours = Math.Max((end - submitted).TotalHours, 1 / 3600.0);
        var (workDone, workAll) = (done.Sum(part => table[part.Part]), table.Values.Sum());
        return new VideoJob
        {
            JobDirectory = _folder.Path,
            State = state,
            Analysis = Enum.Parse<JobAnalysis>(registry.Get(settings.Request.Feature).Name),
            Scheduler = settings.Request.Options.Scheduler,
            SchedulerJobId = string.Join(';', submissions.Select(submission => submission.File.JobId).Where(id => id.Length > 0)),
            FileCount = files,
            FilesDone = filesDone,
            FilesFailed = parts.Sum(part => part.FilesFailed),
            FilesWaiting = files - filesDone,
            PartCount = parts.Count,
            PartsDone = done.Count,
            PartsRunning = parts.Count(part => part.State == VideoJobState.Running),
            PartsSetAside = parts.Count(part => part.State == VideoJobState.SetAside),
            RecordCount = done.Sum(part => part.RecordCount),
            VideoSeconds = Math.Round(done.Sum(part => part.VideoSeconds), 3),
            VideoSecondsPerHour = Math.Round(done.Sum(part => part.VideoSeconds) / hours, 1),
            WallSeconds = Math.Round(parts.Sum(part => part.WallSeconds), 3),
            CpuSeconds = Math.Round(parts.Sum(part => part.CpuSeconds), 3),
            PeakMemory = parts.Select(part => part.PeakMemory).DefaultIfEmpty().Max(),
            Submitted = submitted,
            ExpectedEnd = state == VideoJobState.Running && workDone > 0
                ? DateTime.Now.AddHours(Math.Min((workAll - workDone) / (workDone / hours), 1e5))
                : null,
        };
    }

    private static VideoJobState StateOf(IReadOnlyList<VideoJobPart> parts)
    {
        VideoJobState[] order =
            [VideoJobState.Running, VideoJobState.Waiting, VideoJobState.Stopped, VideoJobState.Incomplete, VideoJobState.SetAside];
        return order.Where(state => parts.Any(part => part.State == state)).DefaultIfEmpty(VideoJobState.Done).First();
    }

    private VideoJobPart Finished(PartLine line, string path, VideoJobState state)
    {
        var file = JobJson.Read<DoneFile>(_folder, path);
        return Of(line, state, file?.Last ?? new TryLine(), file?.Tries ?? 0) with { Reason = file?.Reason ?? "" };
    }

    private VideoJobPart Open(PartLine line, VideoJobState state, IEnumerable<int> numbers)
    {
        TryState[] tries = [.. numbers.Select(number => TryState.Read(_folder, line.Part, number)).OfType<TryState>()];
        var best = tries.MaxBy(found => found.Last.Files)?.Last ?? new TryLine();
        var last = tries.LastOrDefault()?.Last ?? best;
        return Of(line, state, best with { Node = last.Node, Task = last.Task }, tries.Length);
    }

    private VideoJobPart Of(PartLine line, VideoJobState state, TryLine last, int tries) => new()
    {
        JobDirectory = _folder.Path,
        Part = line.Part,
        State = state,
        FileCount = line.Count,
        FilesDone = last.Files,
        FilesFailed = last.Failed,
        RecordCount = last.Records,
        Tries = tries,
        VideoSeconds = last.VideoSeconds,
        WallSeconds = last.WallSeconds,
        CpuSeconds = last.CpuSeconds,
        PeakMemory = last.PeakMemory,
        Device = last.Device,
        Node = last.Node,
        Task = last.Task,
    };

    // Why a task is gone whose part is not done: only the accounting knows.
    private List<VideoJobPart> Explain(List<VideoJobPart> parts)
    {
        var submissions = SubmissionFile.ReadAll(_folder);
        var account = SlurmQueue.Account(_folder.Path, [.. submissions.Select(submission => submission.File.JobId)]);
        if (account.Count == 0)
        {
            return parts;
        }

        Dictionary<int, string> reasons = [];
        foreach (var (number, submission) in submissions)
        {
            foreach (var (index, part) in SubmissionFile.Parts(_folder, number).Index())
            {
                if (account.TryGetValue((submission.JobId, index + 1), out var state))
                {
                    reasons[part] = state;
                }
            }
        }

        return
        [
            .. parts.Select(part => part.State == VideoJobState.Incomplete && reasons.TryGetValue(part.Part, out var reason)
                ? part with { Reason = reason }
                : part),
        ];
    }
}
