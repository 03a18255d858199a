namespace VideoTools.PowerShell;

/// <summary>Initialize-VideoModel: checks models and loads them, so that no video waits for that, and installs further ones.</summary>
[Cmdlet(VerbsData.Initialize, "VideoModel", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Initialize-VideoModel.md")]
[OutputType(typeof(ModelInfo))]
public sealed class InitializeVideoModelCommand : EngineCmdlet
{
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>Names of the models; wildcards are allowed. All defaults when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Folder or file from which models that are not here are installed first.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SourcePath { get; set; }

    /// <summary>What the models are to run on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Try(() =>
    {
        var models = Engine.Models.List();
        var chosen = Name is not null ? Choose(models) : SourcePath is null ? [.. models.Where(m => m.IsDefault)] : [];
        if (SourcePath is not null && !(ShouldProcess(SourcePath, "Install models") && TryInstall(chosen, out chosen)))
        {
            return;
        }

        for (var i = 0; i < chosen.Count && !Stopping; i++)
        {
            ShowProgress(chosen[i].Name, i * 100 / chosen.Count, isRare: true);
            Try(() => WriteObject(Engine.Models.Load(chosen[i].Name, new DeviceOrder(Device), WarnOnce, StopToken)));
        }
    });

    private bool TryInstall(List<ModelInfo> wanted, out List<ModelInfo> installed)
    {
        installed = [];
        if (Name is not null && wanted.Count == 0)
        {
            return false;
        }

        // Models that are here already count as installed.
        var missing = wanted.Where(model => !model.Present).Select(model => model.Name).ToArray();
        installed.AddRange(wanted.Where(model => model.Present));
        if (Name is null || missing.Length > 0)
        {
            ShowProgress($"Installing from {SourcePath}", isRare: true);
            installed.AddRange(Engine.Models.Install(ResolvePath(SourcePath)!, missing, WriteVideoError, StopToken));
        }

        return true;
    }

    private List<ModelInfo> Choose(IReadOnlyList<ModelInfo> models)
    {
        var chosen = new List<ModelInfo>();
        foreach (var name in Name!)
        {
            Try(() => chosen.AddRange(ModelNames.Find(name, models).Where(m => !chosen.Contains(m))));
        }

        return chosen;
    }

    private void WarnOnce(string message)
    {
        if (_warned.Add(message))
        {
            WriteWarning(message);
        }
    }
}
