using System.Collections;
using VideoTools.Engine.Features;
using VideoTools.Engine.Files;
using VideoTools.Engine.Jobs.Slurm;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Jobs;

/// <summary>Jobs of many machines. Thread-safe: all that is known of one lies in its folder.</summary>
/// <param name="registry">The features.</param>
/// <param name="open">Opens a session that keeps what it retires.</param>
internal sealed class VideoJobs(FeatureRegistry registry, Func<VideoRequest, VideoSession> open) : IJobs
{
    private const string ProgramName = "videotools";

    public FeatureOptions CreateFeature(JobAnalysis analysis, IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var type = FeatureOf(analysis).OptionsType;
        var known = Known(values.Select(pair => (pair.Key, pair.Value)), type);
        return RecordReader.TryRead(type, name => known.GetValueOrDefault(name), out var options, out var problem)
            ? (FeatureOptions)options!
            : throw new ArgumentException($"The options of {analysis} cannot be used: {problem}");
    }

    public IJobDraft Create(JobRequest request, bool isTrial)
    {
        ArgumentNullException.ThrowIfNull(request);
        var options = request.Options;
        Validate(request);
        if (options.Scheduler == JobScheduler.Slurm)
        {
            if (!isTrial)
            {
                SlurmTools.Require(options.JobDirectory);
            }

            options = options with { ProgramPath = options.ProgramPath ?? FindProgram(isTrial) };
        }

        var folder = new JobFolder(options.JobDirectory);
        if (File.Exists(folder.Settings))
        {
            throw new VideoToolsException(
                VideoErrorId.OutputExists, folder.Path, $"'{folder.Path}' holds a job.",
                "Choose another directory, or go on with that job: Resume-VideoJob (videotools resume).");
        }

        var settings = new JobSettings(folder, request with { Options = options }, DateTimeOffset.UtcNow);
        return new JobDraft(settings, registry.Get(request.Feature).Name, missing: null, LauncherOf(settings), isTrial);
    }

    public IJobDraft Resume(string jobDirectory, bool isTrial)
    {
        var settings = Read(jobDirectory);
        var folder = settings.Folder;
        if (settings.Request.Options.Scheduler == JobScheduler.Slurm && !isTrial)
        {
            SlurmTools.Require(folder.Path);
        }

        var (done, aside) = folder.Scan();
        var queue = new JobStatus(settings, registry).Queue();
        List<PartLine> missing =
        [
            .. JobTable.Read(folder).Where(part => !done.Contains(part.Part) && (aside.Contains(part.Part) || queue(part.Part) is null)),
        ];
        if (!isTrial)
        {
            File.Delete(folder.Stopped);
            foreach (var part in missing)
            {
                Forgive(folder, part.Part);
            }
        }

        return new JobDraft(settings, registry.Get(settings.Request.Feature).Name, missing, LauncherOf(settings), isTrial);
    }

    public VideoJob Get(string jobDirectory)
    {
        var status = new JobStatus(Read(jobDirectory), registry);
        return status.Job(status.Parts());
    }

    public IReadOnlyList<VideoJobPart> GetParts(string jobDirectory) => new JobStatus(Read(jobDirectory), registry).Parts();

    public IEnumerable<VideoEvent> Receive(string jobDirectory, bool wait, bool unordered, CancellationToken cancellationToken) =>
        new JobReceiver(Read(jobDirectory), registry).Receive(wait, unordered, cancellationToken);

    public VideoJob Stop(string jobDirectory)
    {
        var settings = Read(jobDirectory);
        settings.Folder.Write(settings.Folder.Stopped, Encoding.UTF8.GetBytes(RecordText.Format(DateTimeOffset.UtcNow) + "\n"));
        string[] jobs =
        [
            .. SubmissionFile.ReadAll(settings.Folder).Select(submission => submission.File)
                .Where(file => file.Scheduler == JobScheduler.Slurm).Select(file => file.JobId),
        ];
        if (jobs.Length > 0)
        {
            SlurmQueue.Cancel(settings.Folder.Path, jobs);
        }

        return Get(jobDirectory);
    }

    public JobPartOutcome RunPart(string jobDirectory, int part, Action<string> tell, CancellationToken stop)
    {
        var settings = Read(jobDirectory);
        var line = JobTable.Read(settings.Folder).FirstOrDefault(known => known.Part == part)
            ?? throw new ArgumentException(FormattableString.Invariant($"The job in '{settings.Folder.Path}' has no part {part}."));
        return new PartRunner(settings, registry, open).Run(line, tell, _ => { }, stop);
    }

    // A new try that ended as it should: from here on failures are counted anew.
    private static void Forgive(JobFolder folder, int part)
    {
        TryState?[] tries = [.. folder.Tries(part).Select(number => TryState.Read(folder, part, number))];
        if (TryState.Failures(tries) > 0)
        {
            using var fresh = PartTry.Begin(
                folder, part, tries.Length + 1, tries.OfType<TryState>().MaxBy(state => state.Last.Files), new TryLine());
            fresh.End(isStop: true, "tried anew");
        }

        File.Delete(folder.SetAside(part));
    }

    private static string FindProgram(bool isTrial)
    {
        var found = SearchPath.Folders(Environment.GetEnvironmentVariable)
            .Select(folder => Path.GetFullPath(Path.Combine(folder, ProgramName)))
            .FirstOrDefault(File.Exists);
        return found ?? (isTrial ? ProgramName : throw new ArgumentException(
            "The program videotools, which runs the parts on the nodes, is not on the PATH: name it with -ProgramPath (--program)."));
    }

    private void Validate(JobRequest request)
    {
        var options = request.Options;
        RequestValidator.Validate(new AnalysisRequest(request.Feature) { Engine = request.Engine }, registry);
        var directory = options.JobDirectory;
        Require(Path.IsPathFullyQualified(directory) && !directory.Any(char.IsControl), "JobDirectory must be a path.");
        Require(options.PartMinutes > 0 && double.IsFinite(options.PartMinutes), "PartMinutes must be above 0.");
        Require(options.TaskCount >= 0, "TaskCount must be 0 (automatic) or more.");
        Require(options.CpusPerTask >= 1, "CpusPerTask must be 1 or more.");
        Require(options.GpusPerTask >= 0, "GpusPerTask must be 0 or more.");
        Require(options.MaximumRunning >= 0, "MaximumRunning must be 0 (no limit) or more.");
        Require(options.TimeLimit is null || options.TimeLimit > TimeSpan.Zero, "TimeLimit must be above 0.");
        SlurmScript.Validate(options);

        static void Require(bool condition, string message)
        {
            if (!condition)
            {
                throw new ArgumentException(message);
            }
        }
    }

    private Feature FeatureOf(JobAnalysis analysis) => registry.All.FirstOrDefault(feature => feature.Name == analysis.ToString())
        ?? throw new ArgumentException($"There is no analysis {analysis}.", nameof(analysis));

    private JobSettings Read(string jobDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobDirectory);
        return JobSettings.Read(new JobFolder(jobDirectory), registry);
    }

    private JobLauncher LauncherOf(JobSettings settings) =>
        new(settings.Request.Options.Scheduler, settings.Folder.Path, registry, open);

    // Names are those of the options in any case; a table stands for options in options. One that is not known would do nothing, silently.
    private static Dictionary<string, object?> Known(IEnumerable<(string Name, object? Value)> values, Type type)
    {
        var schema = RecordSchema.Of(type);
        Dictionary<string, object?> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values)
        {
            var column = schema.Find(name) ?? throw new ArgumentException(
                $"There is no option '{name}'; known are {string.Join(", ", schema.Columns.Select(c => c.Name))}.");
            known[name] = Entries(value) is { } entries ? Known(entries, column.ValueType) : value;
        }

        return known;
    }

    private static IEnumerable<(string Name, object? Value)>? Entries(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> table => table.Select(pair => (pair.Key, pair.Value)),
        IDictionary table => table.Cast<DictionaryEntry>().Select(entry => (entry.Key.ToString() ?? "", entry.Value)),
        _ => null,
    };
}
