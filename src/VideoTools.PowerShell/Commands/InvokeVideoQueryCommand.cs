namespace VideoTools.PowerShell;

/// <summary>Invoke-VideoQuery: asks a vision language model about the sequences of videos.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "VideoQuery", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Invoke-VideoQuery.md")]
[OutputType(typeof(VideoAnswer), typeof(VideoQueryMetric))]
public sealed class InvokeVideoQueryCommand : LiveCmdlet
{
    private static readonly QueryOptions Defaults = new() { Endpoint = "", Model = "" };

    /// <summary>Address of the server.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Address of the server.")]
    [ValidateNotNullOrEmpty]
    public string Endpoint { get; set; } = "";

    /// <summary>Name of the model.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Name of the model.")]
    [ValidateNotNullOrEmpty]
    public string Model { get; set; } = "";

    /// <summary>What the server speaks.</summary>
    [Parameter]
    public QueryApi Api { get; set; }

    /// <summary>One question.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Prompt { get; set; }

    /// <summary>Questions that come with the module.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Profile { get; set; }

    /// <summary>Questions of a file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProfilePath { get; set; }

    /// <summary>What counts: latency, throughput, or throughput that gives way.</summary>
    [Parameter]
    public QueryPreset Preset { get; set; }

    /// <summary>Length of a sequence.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? Interval { get; set; }

    /// <summary>Frames of a sequence.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int? FramesPerSequence { get; set; }

    /// <summary>Change below which a frame is left out.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? ChangeThreshold { get; set; }

    /// <summary>Quality of the pictures.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int JpegQuality { get; set; } = Defaults.JpegQuality;

    /// <summary>Questions asked at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int QueryThrottle { get; set; } = Defaults.QueryThrottle;

    /// <summary>Asks all questions of a sequence in one call.</summary>
    [Parameter]
    public SwitchParameter Combined { get; set; }

    /// <summary>Randomness of the answers.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Temperature { get; set; } = Defaults.Temperature;

    /// <summary>Tokens that the model may look at.</summary>
    [Parameter]
    public int? Context { get; set; }

    /// <summary>Tokens that an answer may have.</summary>
    [Parameter]
    public int MaximumToken { get; set; } = Defaults.MaximumTokens;

    /// <summary>Time that one call may take.</summary>
    [Parameter]
    [Alias("TimeoutSeconds")]
    [FlexibleTime]
    public TimeSpan Timeout { get; set; } = Defaults.Timeout;

    /// <summary>How often a call that failed is repeated.</summary>
    [Parameter]
    public int RetryCount { get; set; } = Defaults.RetryCount;

    /// <summary>Holds the key of the server as its password.</summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Name of the key in SecretManagement.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretName { get; set; }

    /// <summary>Also gives what was measured, behind the answers of each file.</summary>
    [Parameter]
    public SwitchParameter IncludeMetric { get; set; }

    private protected override VideoRequest CreateRequest(EngineOptions options)
    {
        if (Profile is not null && ProfilePath is not null)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException("Give either -Profile or -ProfilePath."), InvalidOptionId, ErrorCategory.InvalidArgument, null));
        }

        return new QueryRequest(new QueryOptions
        {
            Endpoint = Endpoint,
            Api = Api,
            Model = Model,
            Prompt = Prompt,
            Profile = ProfilePath is null ? Profile : ResolvePath(ProfilePath),

            // Of what is live the newest counts.
            Preset = IsLive && !MyInvocation.BoundParameters.ContainsKey(nameof(Preset)) ? QueryPreset.RealTime : Preset,
            IntervalSeconds = Interval?.TotalSeconds,
            FramesPerSequence = FramesPerSequence,
            ChangeThreshold = ChangeThreshold,
            JpegQuality = JpegQuality,
            QueryThrottle = QueryThrottle,
            Combined = MyInvocation.BoundParameters.ContainsKey(nameof(Combined)) ? Combined.ToBool() : null,
            Temperature = Temperature,
            Context = Context,
            MaximumTokens = MaximumToken,
            Timeout = Timeout,
            RetryCount = RetryCount,

            // Measured in any case; -Verbose shows it.
            IncludeMetric = true,
            Key = Checked(FindKey),
        }) { Engine = options };
    }

    private protected override void OnRecord(object record)
    {
        if (record is VideoQueryMetric metric)
        {
            WriteVerbose(metric.ToString());
            if (!IncludeMetric)
            {
                return;
            }
        }

        base.OnRecord(record);
    }

    private ApiKey? FindKey() => Credential is not null ? new ApiKey(Credential.GetNetworkCredential().Password)
        : SecretName is not null ? new ApiKey(ReadSecret(SecretName))
        : null;

    // The module of that name need not be there; its cmdlet asks for its vault's password by itself.
    private string ReadSecret(string name)
    {
        try
        {
            var found = InvokeCommand.InvokeScript(
                "param($name) Microsoft.PowerShell.SecretManagement\\Get-Secret -Name $name -AsPlainText -ErrorAction Stop", name);
            return found.Count == 1 && found[0]?.BaseObject is string secret
                ? secret
                : throw new ArgumentException($"The secret '{name}' is not there, or is no text.");
        }
        catch (RuntimeException exception)
        {
            throw new ArgumentException(
                $"The secret '{name}' cannot be read: {exception.Message} It takes the module Microsoft.PowerShell.SecretManagement.",
                exception);
        }
    }
}
