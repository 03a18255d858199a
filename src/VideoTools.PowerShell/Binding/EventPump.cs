namespace VideoTools.PowerShell;

/// <summary>
/// Carries the events of a session to their target, on the caller's thread and in the order the session gives them. When the
/// target throws (a downstream command failed or has enough), the session is ended before the exception travels on.
/// </summary>
internal sealed class EventPump(IVideoSession session, IEventTarget target) : IDisposable
{
    /// <summary>How long one wait for an event lasts: the time within which progress and a stop are seen.</summary>
    internal static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(50);

    private bool _disposed;

    /// <summary>The session behind it.</summary>
    public IVideoSession Session { get; } = session;

    /// <summary>Handles everything that is ready, without waiting.</summary>
    public void DrainReady()
    {
        try
        {
            while (!_disposed && Session.Take(TimeSpan.Zero) is { } next)
            {
                Handle(next);
            }

            Report();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Says that no input follows and handles events until there are no more, or until one of the two stops is asked for.</summary>
    /// <param name="isStopping">True when the user stops the pipeline.</param>
    /// <param name="hasEnough">True when the remaining records are not wanted.</param>
    public void DrainToEnd(Func<bool> isStopping, Func<bool> hasEnough)
    {
        try
        {
            Session.CompleteAdding();
            while (!_disposed && !Session.IsFinished && !isStopping() && !hasEnough())
            {
                if (Session.Take(WaitSlice) is { } next)
                {
                    Handle(next);
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

    private void Handle(VideoEvent next)
    {
        switch (next)
        {
            case RecordEvent record:
                target.OnRecord(record);
                break;
            case FailureEvent failure:
                target.OnFailure(failure);
                break;
            case WarningEvent warning:
                target.OnWarning(warning);
                break;
            default:
                throw new InvalidOperationException($"Unknown event {next.GetType().Name}.");
        }
    }

    private void Report()
    {
        if (!_disposed)
        {
            target.OnProgress(Session.Progress);
        }
    }
}
