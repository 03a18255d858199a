namespace VideoTools.Engine.Scheduling;

/// <summary>One job and everything its work needs of the session.</summary>
/// <param name="Job">The input; its position and length are kept up to date.</param>
/// <param name="Emit">Takes finished records; blocks while none is read.</param>
/// <param name="Warn">Takes what the user should know; the same text is shown once a session.</param>
/// <param name="DecoderThreads">Says, when the decoder is about to start, how many threads it may have.</param>
/// <param name="Cancellation">Ends the work at once.</param>
internal sealed record JobHost(
    Job Job, Action<object> Emit, Action<string> Warn, Func<int> DecoderThreads, CancellationToken Cancellation);
