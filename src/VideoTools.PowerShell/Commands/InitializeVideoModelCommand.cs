namespace VideoTools.PowerShell;

/// <summary>Initialize-VideoModel: checks models and loads them, so that the first video does not wait for that.</summary>
[Cmdlet(VerbsData.Initialize, "VideoModel")]
[OutputType(typeof(ModelInfo))]
public sealed class InitializeVideoModelCommand : EngineCmdlet
{
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>Names of the models; wildcards are allowed. All defaults when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>What the models are to run on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Try(() =>
    {
        var models = Engine.Models.List();
        var chosen = Name is null ? models.Where(m => m.IsDefault).ToList() : Choose(models);
        for (var i = 0; i < chosen.Count && !Stopping; i++)
        {
            ShowProgress(chosen[i].Name, i * 100 / chosen.Count, isRare: true);
            Try(() => WriteObject(Engine.Models.Load(chosen[i].Name, new DeviceOrder(Device), WarnOnce)));
        }
    });

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
