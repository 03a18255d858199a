// Method: one ordered session over the files of a part that are not finished, with all cores that the task was given. A file is finished
// when every event of it was taken; then its bytes are brought to the disk and counted. What ends early is told apart: told to end (the
// rest is for the next run), a fault of this machine (another may do it), a fault of a file (an error beside the records). Schedulers
// signal all processes of a task at once, decoders too: a failure counts only when this process lives on for a moment without having been
// told to end. Cost: that of the session; half a second a file that fails.
using VideoTools.Engine.Features;
using VideoTools.Engine.Files;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Jobs;

/// <summary>Works on a part of a job.</summary>
/// <param name="settings">The job.</param>
/// <param name="registry">The features.</param>
/// <param name="open">Opens a session that keeps what it retires.</param>
internal sealed class PartRunner(JobSettings settings, FeatureRegistry registry, Func<VideoRequest, VideoSession> open)
{
    private static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    private readonly JobFolder _folder = settings.Folder;

    /// <summary>Runs a part, from where earlier tries ended.</summary>
    /// <param name="part">The part.</param>
    /// <param name="tell">Takes what a person would read in a log.</param>
    /// <param name="progress">Is told how far the work is.</param>
    /// <param name="stop">Ends the work.</param>
    public JobPartOutcome Run(PartLine part, Action<string> tell, Action<VideoProgress> progress, CancellationToken stop)
    {
        if (File.Exists(_folder.Done(part.Part)))
        {
            tell(FormattableString.Invariant($"part {part.Part} is done already"));
            return JobPartOutcome.Done;
        }

        if (File.Exists(_folder.Stopped) || stop.IsCancellationRequested)
        {
            tell("the job was stopped");
            return JobPartOutcome.Stopped;
        }

        TryState?[] tries = [.. _folder.Tries(part.Part).Select(number => TryState.Read(_folder, part.Part, number))];
        if (File.Exists(_folder.SetAside(part.Part)) || TryState.Failures(tries) >= TryState.MostFailures)
        {
            return SetAside(part, tries, tell);
        }

        var files = JobTable.Files(_folder, part);
        try
        {
            return Run(part, files, tries, tell, progress, stop);
        }
        catch (Exception exception) when (exception is VideoToolsException or IOException or UnauthorizedAccessException)
        {
            // Another task, which was started because this one was taken for dead, has finished the part and put its tries away.
            if (File.Exists(_folder.Done(part.Part)))
            {
                tell(FormattableString.Invariant($"part {part.Part} was done by another task meanwhile"));
                return JobPartOutcome.Done;
            }

            throw;
        }
    }

    private JobPartOutcome Run(
        PartLine part, IReadOnlyList<ManifestLine> files, TryState?[] tries, Action<string> tell, Action<VideoProgress> progress,
        CancellationToken stop)
    {
        var best = tries.OfType<TryState>().MaxBy(state => state.Last.Files);
        using var run = PartTry.Begin(_folder, part.Part, tries.Length + 1, best, Start());
        tell(FormattableString.Invariant($"part {part.Part}, try {run.Number}: {files.Count - run.Last.Files} of {files.Count} files"));
        var usage = new ProcessUsage();
        try
        {
            if (!Work(files, run, usage, tell, progress, stop))
            {
                run.End(isStop: true, "told to end");
                tell(FormattableString.Invariant($"told to end: {run.Last.Files} of {files.Count} files are finished and kept"));
                return JobPartOutcome.Stopped;
            }
        }
        catch (Exception fault) when (fault is VideoToolsException or IOException or UnauthorizedAccessException)
        {
            var error = (fault as VideoToolsException ?? _folder.Subject.Unwritable(_folder.Path, fault)).Error;
            tell($"{error.Id}: {error.Message} {error.RecommendedAction}");
            End(run, $"{error.Id}: {error.Message}");
            TryState?[] all = [.. tries, TryState.Read(_folder, part.Part, run.Number)];
            return TryState.Failures(all) >= TryState.MostFailures ? SetAside(part, all, tell) : JobPartOutcome.TryAgain;
        }

        Publish(part, run, tell);
        return JobPartOutcome.Done;
    }

    private TryLine Start()
    {
        var devices = WorkPlan.Of(new AnalysisRequest(settings.Request.Feature), registry).Listening
            .Where(work => work.Feature.Models(work.Options).Count > 0)
            .Select(work => work.Device).OfType<InferenceDevice>();
        var array = Environment.GetEnvironmentVariable("SLURM_ARRAY_JOB_ID");
        return new TryLine
        {
            Node = Environment.GetEnvironmentVariable("SLURMD_NODENAME") ?? Environment.MachineName,
            Process = Environment.ProcessId,
            Task = array is null ? Environment.GetEnvironmentVariable("SLURM_JOB_ID") ?? ""
                : array + "_" + Environment.GetEnvironmentVariable("SLURM_ARRAY_TASK_ID"),
            Device = devices.Cast<InferenceDevice?>().FirstOrDefault(),
        };
    }

    private bool Work(
        IReadOnlyList<ManifestLine> files, PartTry run, ProcessUsage usage, Action<string> tell, Action<VideoProgress> progress,
        CancellationToken stop)
    {
        var before = run.Last;
        var engine = settings.Request.Engine with { Unordered = false };
        using var session = open(new AnalysisRequest(settings.Request.Feature) { Engine = engine });
        using var registration = stop.Register(session.Cancel);
        foreach (var file in files.Skip(before.Files))
        {
            session.Add(new VideoInput(file.Path));
        }

        session.CompleteAdding();
        var failed = 0;
        while (!session.IsFinished && !stop.IsCancellationRequested)
        {
            switch (session.Take(WaitSlice))
            {
                case RecordEvent record:
                    run.Write(record.Record);
                    break;
                case FailureEvent failure when stop.WaitHandle.WaitOne(Settling):
                    return false;
                case FailureEvent failure:
                    Refuse(failure.Error, files[before.Files + failure.InputIndex]);
                    tell($"{failure.Error.Id}: {failure.Error.Message}");
                    run.Write(failure.Error with { FullName = failure.FullName });
                    failed++;
                    break;
                case WarningEvent warning:
                    tell("warning: " + warning);
                    break;
            }

            usage.Look();
            progress(session.Progress);
            while (session.TakeRetired() is { } job)
            {
                Keep(job);
                if (File.Exists(_folder.Stopped))
                {
                    return false;
                }
            }
        }

        return !stop.IsCancellationRequested;

        void Keep(Job job)
        {
            var seconds = files[before.Files + job.Index].Seconds ?? new TimeSpan(Interlocked.Read(ref job.LengthTicks)).TotalSeconds;
            run.Commit(run.Last with
            {
                Files = before.Files + job.Index + 1,
                Failed = before.Failed + failed,
                VideoSeconds = Math.Round(run.Last.VideoSeconds + seconds, 3),
                WallSeconds = Math.Round(before.WallSeconds + usage.WallSeconds, 3),
                CpuSeconds = Math.Round(before.CpuSeconds + usage.CpuSeconds, 3),
                PeakMemory = Math.Max(before.PeakMemory, usage.PeakMemory),
            });
        }
    }

    // What no file is to blame for would fail every file of every part that this machine gets: the part fails instead.
    private static void Refuse(VideoError error, ManifestLine file)
    {
        var isOfMachine = error.Id is VideoErrorId.DecoderMissing or VideoErrorId.ModelMissing or VideoErrorId.ModelCorrupt
            or VideoErrorId.DiskFull or VideoErrorId.OutOfMemory;
        var isUnmounted = error.Id == VideoErrorId.FileNotFound && file.Modified is not null
            && !Directory.Exists(Path.GetDirectoryName(file.Path));
        if (isOfMachine || isUnmounted)
        {
            throw new VideoToolsException(error);
        }
    }

    private void Publish(PartLine part, PartTry run, Action<string> tell)
    {
        run.Dispose();
        WholeFiles.Copy(
            _folder.Subject, force: true, _folder.Try(part.Part, run.Number, PartTry.RecordsExtension), _folder.Records(part.Part));
        if (run.Last.ErrorBytes > 0)
        {
            WholeFiles.Copy(
                _folder.Subject, force: true, _folder.Try(part.Part, run.Number, PartTry.ErrorsExtension), _folder.Errors(part.Part));
        }

        var numbers = _folder.Tries(part.Part);
        _folder.Write(_folder.Done(part.Part), JobJson.File(new DoneFile { Last = run.Last, Tries = numbers.Count }));
        foreach (var number in numbers)
        {
            foreach (var extension in new[] { PartTry.RecordsExtension, PartTry.ErrorsExtension, PartTry.IndexExtension })
            {
                Delete(_folder.Try(part.Part, number, extension));
            }
        }

        tell(FormattableString.Invariant(
            $"part {part.Part} is done: {run.Last.Files} files, {run.Last.Failed} failed, {run.Last.CpuSeconds:0.0} s of CPU"));
    }

    private JobPartOutcome SetAside(PartLine part, TryState?[] tries, Action<string> tell)
    {
        var last = tries.OfType<TryState>().LastOrDefault()?.Last ?? new TryLine();
        var reason = last.Reason.Length > 0 ? last.Reason : "the process ended without a word: it was killed, or its machine died";
        _folder.Write(_folder.SetAside(part.Part), JobJson.File(new DoneFile { Last = last, Tries = tries.Length, Reason = reason }));
        tell(FormattableString.Invariant($"part {part.Part} is set aside after {tries.Length} tries: {reason}"));
        return JobPartOutcome.SetAside;
    }

    private static void End(PartTry run, string reason)
    {
        try
        {
            run.End(isStop: false, reason);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // A disk that is full takes no last words, either; a try without them counts as failed.
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // It only takes room.
        }
    }
}
