namespace VideoTools.PowerShell;

/// <summary>Get-VideoModel: the models that text and speech use, and whether they are there.</summary>
[Cmdlet(VerbsCommon.Get, "VideoModel", HelpUri = ProjectAddress.Help + "Get-VideoModel.md")]
[OutputType(typeof(ModelInfo))]
public sealed class GetVideoModelCommand : EngineCmdlet
{
    /// <summary>Names of the models; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            Try(() => WriteObject(ModelNames.Find(name, Engine.Models.List()), enumerateCollection: true));
        }
    }
}
