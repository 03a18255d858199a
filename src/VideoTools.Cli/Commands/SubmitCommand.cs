namespace VideoTools.Cli.Commands;

/// <summary>videotools submit: the same analysis of many files, as a job of many machines.</summary>
internal sealed class SubmitCommand : VideoCommand
{
    private readonly CliHost _host;
    private readonly JobOptionSet _job = new();

    private readonly Option<bool> _whatIf = OptionFactory.Flag(
        "--what-if", "Write nothing and submit nothing: print the script that would be submitted.");

    public SubmitCommand(CliHost host)
        : base(host, "submit", "Analyse many video files on the nodes of a Slurm cluster, or part by part on this machine.")
    {
        _host = host;
        AddOptions([.. _job.All, _whatIf]);
        AddSharedOptions();
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var feature = _job.ReadFeature(parsed, run.Engine.Jobs);
        var job = _job.Read(parsed, path => FullPath(path));
        job = job with { ProgramPath = job.ProgramPath ?? _host.ProgramPath };
        using var draft = run.Engine.Jobs.Create(new JobRequest(feature, job) { Engine = options }, parsed.GetValue(_whatIf));
        foreach (var file in files)
        {
            draft.Add(file, null, null, null);
        }

        Submit(draft, run, _host, parsed.GetValue(_whatIf));
    }

    /// <summary>Submits a draft, or prints what would be submitted.</summary>
    internal static void Submit(IJobDraft draft, CommandRun run, CliHost host, bool isTrial)
    {
        if (isTrial)
        {
            host.Output.Write(System.Text.Encoding.UTF8.GetBytes(draft.Describe()));
            return;
        }

        var job = draft.Submit(run.Messages.Line, run.Messages.Progress, run.Stop);
        run.Stop.ThrowIfCancellationRequested();
        run.Write(job);
    }
}
