using System.CommandLine;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Commands;

/// <summary>What a command needs to run.</summary>
/// <param name="Parsed">The command line.</param>
/// <param name="Options">The shared options.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Files">Absolute paths of the inputs.</param>
internal sealed record CommandContext(ParseResult Parsed, EngineOptions Options, IVideoEngine Engine, IReadOnlyList<string> Files)
{
    /// <summary>The outside.</summary>
    public required CliHost Host { get; init; }

    /// <summary>Where records go.</summary>
    public required IRecordWriter Writer { get; init; }

    /// <summary>Where messages go.</summary>
    public required MessageWriter Messages { get; init; }
}
