using VideoTools.Cli.Output;

namespace VideoTools.Cli.Hosting;

/// <summary>One run of a command: its engine, where records and messages go, and how much has failed.</summary>
internal sealed class CommandRun(CliHost host, IVideoEngine engine, IRecordWriter writer, MessageWriter messages)
{
    private static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<FileOutcome, int> _outcomes = [];

    /// <summary>The engine.</summary>
    public IVideoEngine Engine => engine;

    /// <summary>Where messages go.</summary>
    public MessageWriter Messages => messages;

    /// <summary>True with --verbose: what is done is told.</summary>
    public bool TellsDetails { get; init; }

    /// <summary>Cancelled by Ctrl+C and SIGTERM.</summary>
    public CancellationToken Stop => host.Stop;

    /// <summary>Files and rows that failed.</summary>
    public int FailureCount { get; private set; }

    /// <summary>True when the work was ended because nobody reads the output.</summary>
    public bool IsReaderGone { get; private set; }

    /// <summary>What the process is to tell its caller; null lets the failures decide.</summary>
    public int? Code { get; private set; }

    /// <summary>Says what the process is to tell its caller.</summary>
    public void End(int code) => Code = code;

    /// <summary>Writes one record.</summary>
    public void Write(object record)
    {
        messages.Erase();
        writer.Write(record);
    }

    /// <summary>Counts a file that was to be written.</summary>
    public void Count(FileOutcome outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    /// <summary>Says how many files were written, where some needed not be.</summary>
    public void TellUnchanged()
    {
        if (_outcomes.GetValueOrDefault(FileOutcome.Unchanged) is > 0 and var unchanged)
        {
            var written = _outcomes.GetValueOrDefault(FileOutcome.Written);
            messages.Line(FormattableString.Invariant($"{written} written, {unchanged} unchanged"));
        }
    }

    /// <summary>Reports the failure of a file or row.</summary>
    public void Fail(VideoError error)
    {
        FailureCount++;
        messages.Error(error);
    }

    /// <summary>Does something that may fail for one file: that is reported, and the command goes on.</summary>
    /// <returns>True when it did not fail.</returns>
    public bool Try(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (VideoToolsException exception)
        {
            Fail(exception.Error);
            return false;
        }
    }

    /// <summary>Runs one session from its inputs to its last event. Ends it at once on Ctrl+C and when nobody reads the output.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="inputs">With which files.</param>
    /// <param name="onRecord">Takes the records in place of <see cref="Write"/>.</param>
    /// <param name="onFailure">Takes the failures in place of <see cref="Fail"/>.</param>
    /// <exception cref="OperationCanceledException">Ctrl+C or SIGTERM; every child process has ended.</exception>
    /// <exception cref="ArgumentException">The engine refuses the options.</exception>
    public void Run(
        VideoRequest request, IEnumerable<VideoInput> inputs, Action<RecordEvent>? onRecord = null, Action<FailureEvent>? onFailure = null)
    {
        onRecord ??= record => Write(record.Record);
        onFailure ??= failure => Fail(failure.Error);
        using var session = engine.Open(request with { Engine = request.Engine with { TellDetails = TellsDetails } });
        using var registration = host.Stop.Register(session.Cancel);
        try
        {
            foreach (var input in inputs)
            {
                host.Stop.ThrowIfCancellationRequested();
                session.Add(input);
                while (session.Take(TimeSpan.Zero) is { } ready)
                {
                    Handle(ready, onRecord, onFailure);
                }
            }

            session.CompleteAdding();
            while (!session.IsFinished)
            {
                host.Stop.ThrowIfCancellationRequested();
                if (host.IsReaderGone())
                {
                    IsReaderGone = true;
                    return;
                }

                if (session.Take(WaitSlice) is { } next)
                {
                    Handle(next, onRecord, onFailure);
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

    private void Handle(VideoEvent next, Action<RecordEvent> onRecord, Action<FailureEvent> onFailure)
    {
        switch (next)
        {
            case RecordEvent record:
                onRecord(record);
                break;
            case FailureEvent failure:
                onFailure(failure);
                break;
            case WarningEvent warning:
                messages.Warning(warning.ToString());
                break;
            case DetailEvent detail:
                messages.Line(detail.ToString());
                break;
            default:
                throw new InvalidOperationException($"Unknown event {next.GetType().Name}.");
        }
    }
}
