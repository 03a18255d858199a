namespace VideoTools.Cli.Commands;

/// <summary>videotools run-part: what a task of the scheduler does.</summary>
internal sealed class RunPartCommand : JobFolderCommand
{
    private readonly Argument<int> _part = new("part") { Description = "Number of the part.", HelpName = "NUMBER" };

    public RunPartCommand(CliHost host)
        : base(host, "run-part", "Work on one part of a job: what the script of a job runs. "
            + "Ends with 0 when it is done, 75 when another machine should try, 1 when it was set aside, 143 when it was told to end.")
        => Command.Arguments.Add(_part);

    protected override void Execute(ParseResult parsed, CommandRun run) =>
        run.End(run.Engine.Jobs.RunPart(Directory(parsed), parsed.GetValue(_part), run.Messages.Line, run.Stop) switch
        {
            JobPartOutcome.Done => ExitCode.Success,
            JobPartOutcome.Stopped => ExitCode.Terminated,
            JobPartOutcome.TryAgain => ExitCode.TryAgain,
            _ => ExitCode.SomeFailed,
        });
}
