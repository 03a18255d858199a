namespace VideoTools.Cli.Commands;

/// <summary>What videotools query gives.</summary>
internal enum QueryResult
{
    /// <summary>A record a question.</summary>
    Answers,

    /// <summary>A record a sequence.</summary>
    States,

    /// <summary>A record a worrying stretch.</summary>
    Alerts,
}
