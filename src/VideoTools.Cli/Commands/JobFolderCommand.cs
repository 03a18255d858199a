namespace VideoTools.Cli.Commands;

/// <summary>Base of the commands that take the folder of a job.</summary>
internal abstract class JobFolderCommand : EngineCommand
{
    private readonly Argument<string> _directory = new("job") { Description = "Folder of the job.", HelpName = "DIR" };

    protected JobFolderCommand(CliHost host, string name, string description)
        : base(host, name, description) => Command.Arguments.Add(_directory);

    /// <summary>The folder, absolute.</summary>
    protected string Directory(ParseResult parsed) => Path.TrimEndingDirectorySeparator(FullPath(parsed.GetValue(_directory)!));
}
