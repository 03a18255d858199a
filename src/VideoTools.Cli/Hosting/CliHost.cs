namespace VideoTools.Cli.Hosting;

/// <summary>Everything the command line needs from the outside, so that a test can stand in for it.</summary>
internal sealed class CliHost
{
    /// <summary>Creates the engine; called once, and only when there is work.</summary>
    public required Func<IVideoEngine> CreateEngine { get; init; }

    /// <summary>Where records go.</summary>
    public required Stream Output { get; init; }

    /// <summary>Where errors, warnings and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The program that runs; null where it is none of its own.</summary>
    public string? ProgramPath { get; init; }

    /// <summary>Directory that relative paths start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>True when a person reads stdout: table is the default format then.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Columns of the terminal that stdout is.</summary>
    public int TerminalWidth { get; init; } = 80;

    /// <summary>True when a person reads stderr: progress is shown then.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>True once nobody reads stdout any more (the other end of the pipe is closed).</summary>
    public Func<bool> IsReaderGone { get; init; } = () => false;

    /// <summary>Cancelled by Ctrl+C and SIGTERM.</summary>
    public CancellationToken Stop { get; init; }
}
