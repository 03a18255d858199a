namespace VideoTools.Cli.Commands;

/// <summary>videotools receive: the records of a job, in the order of the input.</summary>
internal sealed class ReceiveCommand : JobFolderCommand
{
    private readonly Option<bool> _wait = OptionFactory.Flag(
        "--wait", "Wait for parts that are not done, as long as something works on them.");
    private readonly Option<bool> _unordered = OptionFactory.Flag(
        "--unordered", "Give parts as they are done, not in the order of the input.");

    public ReceiveCommand(CliHost host)
        : base(host, "receive", "Give the records of a job of many machines.") => AddOptions(_wait, _unordered, Format);

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var events = run.Engine.Jobs.Receive(Directory(parsed), parsed.GetValue(_wait), parsed.GetValue(_unordered), run.Stop);
        foreach (var next in events)
        {
            switch (next)
            {
                case RecordEvent record:
                    run.Write(record.Record);
                    break;
                case FailureEvent failure:
                    run.Fail(failure.Error);
                    break;
                default:
                    run.Messages.Warning(next.ToString()!);
                    break;
            }
        }

        run.Stop.ThrowIfCancellationRequested();
    }
}
