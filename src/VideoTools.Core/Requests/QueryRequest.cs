namespace VideoTools;

/// <summary>
/// Asks a model about the sequences of every input and gives a <see cref="VideoAnswer"/> a question, in order of time.
/// </summary>
/// <param name="Options">What is asked, and where.</param>
public sealed record QueryRequest(QueryOptions Options) : VideoRequest;
