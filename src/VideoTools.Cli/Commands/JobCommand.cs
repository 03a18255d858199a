namespace VideoTools.Cli.Commands;

/// <summary>videotools job: how far a job is, and its parts; or its end.</summary>
internal sealed class JobCommand : JobFolderCommand
{
    private readonly Option<bool> _parts = OptionFactory.Flag("--parts", "Give a record a part.");
    private readonly Option<bool> _stop = OptionFactory.Flag("--stop", "End the job; what is finished is kept.");

    public JobCommand(CliHost host)
        : base(host, "job", "Say how far a job of many machines is, or end it.") => AddOptions(_parts, _stop, Format);

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var (jobs, directory) = (run.Engine.Jobs, Directory(parsed));
        var state = parsed.GetValue(_stop) ? jobs.Stop(directory) : null;
        if (parsed.GetValue(_parts))
        {
            foreach (var part in jobs.GetParts(directory))
            {
                run.Write(part);
            }

            return;
        }

        run.Write(state ?? jobs.Get(directory));
    }
}
