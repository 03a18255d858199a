namespace VideoTools.TestServer;

/// <summary>What a server may do in place of answering.</summary>
public enum FaultKind
{
    /// <summary>Answers with a status.</summary>
    Status,

    /// <summary>Answers 200 with half a JSON object.</summary>
    Malformed,

    /// <summary>Closes the connection in the middle of the answer.</summary>
    Cut,

    /// <summary>Closes the connection without an answer.</summary>
    Drop,

    /// <summary>Never answers.</summary>
    Hang,

    /// <summary>Sends the answer a few bytes at a time.</summary>
    Slow,

    /// <summary>Sends to another address.</summary>
    Redirect,

    /// <summary>Answers 200 with no text.</summary>
    Empty,
}
