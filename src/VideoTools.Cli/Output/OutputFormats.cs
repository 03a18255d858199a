namespace VideoTools.Cli.Output;

/// <summary>What the formats stand for.</summary>
internal static class OutputFormats
{
    /// <summary>The writer of a format; null stands for the one that suits the output.</summary>
    public static IRecordWriter CreateWriter(OutputFormat? format, Stream output, int terminalWidth) =>
        (format ?? (terminalWidth > 0 ? OutputFormat.Table : OutputFormat.Ndjson)) switch
        {
            OutputFormat.Csv => new CsvWriter(output),
            OutputFormat.Ndjson => new NdjsonWriter(output),
            _ => new TableWriter(output, terminalWidth),
        };
}
