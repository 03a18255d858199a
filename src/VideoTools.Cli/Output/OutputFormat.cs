namespace VideoTools.Cli.Output;

/// <summary>How records are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For spreadsheets and Import-Csv.</summary>
    Csv,

    /// <summary>For programs: one JSON object a line.</summary>
    Ndjson,
}
