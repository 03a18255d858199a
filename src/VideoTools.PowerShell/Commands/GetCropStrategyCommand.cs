namespace VideoTools.PowerShell;

/// <summary>Get-CropStrategy: the ways to weigh the measurements of a crop position.</summary>
[Cmdlet(VerbsCommon.Get, "CropStrategy", HelpUri = ProjectAddress.Help + "Get-CropStrategy.md")]
[OutputType(typeof(CropStrategyInfo))]
public sealed class GetCropStrategyCommand : EngineCmdlet
{
    /// <summary>Names of the strategies; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CropStrategyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var strategies = Engine.Crops.Strategies;
        foreach (var name in Name)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = strategies.Where(strategy => pattern.IsMatch(strategy.Name)).ToArray();
            WriteObject(found, enumerateCollection: true);
            if (found.Length == 0)
            {
                WriteError(CropStrategyNames.Unknown(name, strategies));
            }
        }
    }
}
