namespace VideoTools.PowerShell;

/// <summary>
/// Carries the events of a session to their target, on the caller's thread and in the order the session gives them. When the
/// target throws (a downstream command failed or has enough), the session is ended before the exception travels on.
/// </summary>
/// <param name="session">The session; the pump ends it.</param>
/// <param name="onEvent">Takes each event.</param>
/// <param name="onProgress">Is told how far the work is; called often, it thins that out.</param>
internal sealed class EventPump(IVideoSession session, Action<VideoEvent> onEvent, Action<VideoProgress> onProgress) : IDisposable
{
    /// <summary>How long one wait for an event lasts: the time within which progress and a stop are seen.</summary>
    internal static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(50);

    private bool _disposed;

    /// <summary>The session behind it.</summary>
    public IVideoSession Session { get; } = session;

    /// <summary>Hands on everything that is ready, without waiting.</summary>
    public void DrainReady()
    {
        try
        {
            while (!_disposed && Session.Take(TimeSpan.Zero) is { } next)
            {
                onEvent(next);
            }

            Report();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Says that no input follows and hands on events until there are no more, or until a stop is asked for.</summary>
    /// <param name="isStopping">True when the user stops the pipeline.</param>
    public void DrainToEnd(Func<bool> isStopping)
    {
        try
        {
            Session.CompleteAdding();
            while (!_disposed && !Session.IsFinished && !isStopping())
            {
                if (Session.Take(WaitSlice) is { } next)
                {
                    onEvent(next);
                }

                Report();
            }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the session; safe to call more than once.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Session.Dispose();
        }
    }

    private void Report()
    {
        if (!_disposed)
        {
            onProgress(Session.Progress);
        }
    }
}
