using VideoTools.Cli.Output;

namespace VideoTools.Cli;

/// <summary>Runs one session from its inputs to its last event. Ends it at once on Ctrl+C and when nobody reads the output.</summary>
internal sealed class SessionRunner(CliHost host, IVideoEngine engine, IRecordWriter writer, MessageWriter messages)
{
    private static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(50);

    /// <summary>What a command does with the events beside writing them; by default records are just written.</summary>
    public Action<RecordEvent>? OnRecord { get; init; }

    /// <summary>Called before every event with the number of its input.</summary>
    public Action<VideoEvent>? OnEvent { get; init; }

    /// <summary>True when no record that is still to come can be wanted.</summary>
    public Func<bool> HasEnough { get; init; } = () => false;

    /// <summary>Files that failed.</summary>
    public int FailureCount { get; private set; }

    /// <summary>True when the work was ended because nobody reads the output.</summary>
    public bool IsReaderGone { get; private set; }

    /// <summary>Works on all inputs.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C or SIGTERM; every child process has ended.</exception>
    /// <exception cref="ArgumentException">The engine refuses the options.</exception>
    public void Run(VideoRequest request, IEnumerable<VideoInput> inputs)
    {
        using var session = engine.Open(request);
        using var registration = host.Stop.Register(session.Cancel);
        try
        {
            foreach (var input in inputs)
            {
                host.Stop.ThrowIfCancellationRequested();
                session.Add(input);
                while (session.Take(TimeSpan.Zero) is { } ready)
                {
                    Handle(ready);
                }
            }

            session.CompleteAdding();
            while (!session.IsFinished && !HasEnough())
            {
                host.Stop.ThrowIfCancellationRequested();
                if (host.IsReaderGone())
                {
                    IsReaderGone = true;
                    return;
                }

                if (session.Take(WaitSlice) is { } next)
                {
                    Handle(next);
                }

                messages.Progress(session.Progress);
            }

            host.Stop.ThrowIfCancellationRequested();
        }
        catch (IOException) when (host.IsReaderGone())
        {
            IsReaderGone = true;
        }
        finally
        {
            messages.Erase();
        }
    }

    /// <summary>Writes one record.</summary>
    public void Write(object record)
    {
        messages.Erase();
        writer.Write(record);
    }

    /// <summary>Reports one failed file.</summary>
    public void Fail(VideoError error)
    {
        FailureCount++;
        messages.Error(error);
    }

    private void Handle(VideoEvent next)
    {
        OnEvent?.Invoke(next);
        switch (next)
        {
            case RecordEvent record when OnRecord is not null:
                OnRecord(record);
                break;
            case RecordEvent record:
                Write(record.Record);
                break;
            case FailureEvent failure:
                Fail(failure.Error);
                break;
            case WarningEvent warning:
                messages.Warning(warning);
                break;
            default:
                throw new InvalidOperationException($"Unknown event {next.GetType().Name}.");
        }
    }
}
