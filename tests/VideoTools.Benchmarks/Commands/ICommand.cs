namespace VideoTools.Benchmarks.Commands;

/// <summary>A sub-command of the benchmark program.</summary>
internal interface ICommand
{
    /// <summary>One line for the usage text.</summary>
    string Summary { get; }

    /// <summary>Runs and gives the exit code: 0 all well, 1 a target was missed, 2 wrong usage.</summary>
    int Run(IReadOnlyList<string> arguments);
}
