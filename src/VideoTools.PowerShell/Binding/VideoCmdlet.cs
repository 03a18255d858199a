namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that run a session over video files, with the options that all share. Derived cmdlets say what to do
/// (<see cref="CreateRequest"/>) and no more.
/// </summary>
public abstract class VideoCmdlet : DecoderCmdlet
{
    /// <summary>Gives records as files finish, not in input order.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>True gives records as they come.</summary>
    private protected virtual bool IsUnordered => Unordered;

    /// <inheritdoc/>
    protected override void BeginProcessing() => Open(CreateRequest(DecoderOptions with { Unordered = IsUnordered }));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Piped?.Intake.Flush();
        Finish();
        base.EndProcessing();
    }

    /// <summary>What the session is to do with every file.</summary>
    private protected abstract VideoRequest CreateRequest(EngineOptions options);

    /// <summary>The work on one file: usually all of it.</summary>
    private protected virtual IReadOnlyList<VideoInput> CreateInputs(string fullName) => [new VideoInput(fullName)];

    private protected override void TakeFile(string fullName) => Add(CreateInputs(fullName));
}
