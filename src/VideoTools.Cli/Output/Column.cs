namespace VideoTools.Cli.Output;

/// <summary>One column of a record.</summary>
/// <param name="Name">The property's name, the same as in PowerShell.</param>
/// <param name="Get">Takes the value out of a record.</param>
/// <param name="Width">Characters in the table; 0 leaves the column out there.</param>
internal sealed record Column(string Name, Func<object, object?> Get, int Width);
