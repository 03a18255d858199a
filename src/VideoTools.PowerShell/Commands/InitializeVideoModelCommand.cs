using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Initialize-VideoModel: checks models and loads them, so that the first video does not wait for that.</summary>
[Cmdlet(VerbsData.Initialize, "VideoModel")]
[OutputType(typeof(ModelInfo))]
public sealed class InitializeVideoModelCommand : EngineCmdlet
{
    private const int ProgressId = 0x5655;

    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>Names of the models; wildcards are allowed. All defaults when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>What the models are to run on.</summary>
    [Parameter]
    public InferenceDevice Device { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var chosen = Choose(Engine.GetModels());
            for (var i = 0; i < chosen.Count && !Stopping; i++)
            {
                WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, chosen[i].Name) { PercentComplete = i * 100 / chosen.Count });
                Load(chosen[i].Name);
            }
        }
        catch (VideoToolsException exception)
        {
            WriteVideoError(exception.Error);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, "done") { RecordType = ProgressRecordType.Completed });

    private List<ModelInfo> Choose(IReadOnlyList<ModelInfo> models)
    {
        if (Name is null)
        {
            return [.. models.Where(m => m.IsDefault)];
        }

        var chosen = new List<ModelInfo>();
        foreach (var name in Name)
        {
            var found = ModelNames.Find(name, models);
            chosen.AddRange(found.Where(m => !chosen.Contains(m)));
            if (found.Count == 0)
            {
                WriteError(ModelNames.Unknown(name, models));
            }
        }

        return chosen;
    }

    private void Load(string name)
    {
        try
        {
            WriteObject(Engine.LoadModel(name, Device, message =>
            {
                if (_warned.Add(message))
                {
                    WriteWarning(message);
                }
            }));
        }
        catch (VideoToolsException exception)
        {
            WriteVideoError(exception.Error);
        }
    }
}
