namespace VideoTools.Fuzz;

/// <summary>What became of one attempt.</summary>
internal enum Verdict
{
    /// <summary>There were records.</summary>
    Answered,

    /// <summary>There was an error that says what is wrong with the file.</summary>
    Refused,

    /// <summary>There was neither in time.</summary>
    Hang,

    /// <summary>There was an exception, a trace or an InternalError.</summary>
    Crash,
}
