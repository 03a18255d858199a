namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that start the decoder. Records, errors and warnings of a session flow to the pipeline while inputs come in.
/// </summary>
public abstract class SessionCmdlet : EngineCmdlet
{
    private EventPump? _pump;

    /// <summary>Directory that holds ffmpeg and ffprobe; without it they are looked for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FfmpegDirectory { get; set; }

    /// <summary>Whether results of earlier runs are used.</summary>
    private protected virtual CacheMode Cache => CacheMode.Off;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pump?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _pump?.Session.Cancel();
        base.StopProcessing();
    }

    /// <summary>Opens a session; a refusal of the engine ends the command.</summary>
    private protected void Open(VideoRequest request) =>
        _pump = new EventPump(
            Checked(() => Engine.Open(request with { Engine = request.Engine with { TellDetails = IsVerbose } })), OnEvent, ShowProgress);

    /// <summary>Adds inputs and hands on what is ready.</summary>
    private protected void Add(IEnumerable<VideoInput> inputs)
    {
        foreach (var input in inputs)
        {
            _pump!.Session.Add(input);
        }

        _pump!.DrainReady();
    }

    /// <summary>Hands on everything that follows and ends the session.</summary>
    private protected void Finish() => _pump!.DrainToEnd(() => Stopping);

    /// <summary>Takes a record: writes it to the pipeline.</summary>
    private protected virtual void OnRecord(object record) => WriteObject(record);

    /// <summary>Takes the failure of a file: writes an error with the file as target, also where the cause lies elsewhere.</summary>
    private protected virtual void OnFailure(FailureEvent failure) => WriteVideoError(failure.Error with { FullName = failure.FullName });

    private void OnEvent(VideoEvent next)
    {
        switch (next)
        {
            case RecordEvent record:
                OnRecord(record.Record);
                break;
            case FailureEvent failure:
                OnFailure(failure);
                break;
            case WarningEvent warning:
                WriteWarning(ShellText.ForPowerShell(warning.ToString()));
                break;
            case DetailEvent detail:
                WriteVerbose(detail.ToString());
                break;
            default:
                throw new InvalidOperationException($"Unknown event {next.GetType().Name}.");
        }
    }
}
