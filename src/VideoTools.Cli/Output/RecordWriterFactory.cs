namespace VideoTools.Cli.Output;

/// <summary>Makes the writer of records.</summary>
internal static class RecordWriterFactory
{
    /// <summary>The writer of a format; without one a table for a person and NDJSON for a program.</summary>
    public static IRecordWriter Create(OutputFormat? format, CliHost host) =>
        (format ?? (host.IsOutputTerminal ? OutputFormat.Table : OutputFormat.Ndjson)) switch
        {
            OutputFormat.Csv => new CsvWriter(host.Output),
            OutputFormat.Ndjson => new NdjsonWriter(host.Output),
            _ => new TableWriter(host.Output),
        };
}
