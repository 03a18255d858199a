using System.CommandLine;
using VideoTools.Cli.Commands;

namespace VideoTools.Cli.Output;

/// <summary>The option --format and what it stands for.</summary>
internal static class OutputFormats
{
    /// <summary>A new option.</summary>
    public static Option<OutputFormat?> CreateOption() => OptionFactory.Choice<OutputFormat>(
        "--format", "How records are written; table on a terminal, ndjson otherwise.");

    /// <summary>The writer of a format; null stands for the one that suits the output.</summary>
    public static IRecordWriter CreateWriter(OutputFormat? format, CliHost host) =>
        (format ?? (host.IsOutputTerminal ? OutputFormat.Table : OutputFormat.Ndjson)) switch
        {
            OutputFormat.Csv => new CsvWriter(host.Output),
            OutputFormat.Ndjson => new NdjsonWriter(host.Output),
            _ => new TableWriter(host.Output),
        };
}
