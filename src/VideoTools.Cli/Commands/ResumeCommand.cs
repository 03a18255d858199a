using VideoTools.Cli.Input;

namespace VideoTools.Cli.Commands;

/// <summary>videotools resume: submits what is missing of a job, and files that were added.</summary>
internal sealed class ResumeCommand : JobFolderCommand
{
    private readonly CliHost _host;

    private readonly Option<string[]> _add = OptionFactory.Texts(
        "--add", "FILE|DIR|GLOB", "Files to add; those that the job has already are passed over.");

    private readonly Option<bool> _whatIf = OptionFactory.Flag(
        "--what-if", "Write nothing and submit nothing: print the script that would be submitted.");

    public ResumeCommand(CliHost host)
        : base(host, "resume", "Submit what is missing of a job of many machines, and files that were added.")
    {
        _host = host;
        AddOptions(_add, _whatIf, Format);
    }

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var expander = new InputExpander(_host.WorkingDirectory, run.Fail);
        using var draft = run.Engine.Jobs.Resume(Directory(parsed), parsed.GetValue(_whatIf));
        foreach (var file in (parsed.GetValue(_add) ?? []).SelectMany(expander.Expand))
        {
            draft.Add(file, null, null, null);
        }

        SubmitCommand.Submit(draft, run, _host, parsed.GetValue(_whatIf));
    }
}
