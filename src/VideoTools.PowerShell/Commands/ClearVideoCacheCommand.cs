namespace VideoTools.PowerShell;

/// <summary>Clear-VideoCache: deletes kept results, all or those that are piped in.</summary>
[Cmdlet(
    VerbsCommon.Clear,
    "VideoCache",
    DefaultParameterSetName = AllSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = ProjectAddress.Help + "Clear-VideoCache.md")]
[OutputType(typeof(VideoCacheEntry))]
public sealed class ClearVideoCacheCommand : EngineCmdlet
{
    private const string AllSet = "All";
    private const string KeySet = "Key";

    /// <summary>Keys of the entries to delete, from Get-VideoCache.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = KeySet,
        HelpMessage = "Keys of the entries to delete, from Get-VideoCache.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CacheKeyCompleter))]
    public string[] Key { get; set; } = [];

    /// <summary>Deletes only what was not used for so long.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? UnusedFor { get; set; }

    /// <summary>Gives the entries that were deleted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var entries = Engine.Cache.List();
        var limit = UnusedFor is { } age ? DateTime.Now - age : DateTime.MaxValue;
        if (ParameterSetName == KeySet)
        {
            foreach (var key in Key)
            {
                if (entries.FirstOrDefault(e => e.Key == key) is { } entry)
                {
                    if (entry.LastUsed < limit)
                    {
                        Remove(entry);
                    }
                }
                else
                {
                    WriteError(new ErrorRecord(
                        new ItemNotFoundException($"The cache has no entry '{key}'. List the entries with Get-VideoCache."),
                        "CacheEntryNotFound", ErrorCategory.ObjectNotFound, key));
                }
            }

            return;
        }

        foreach (var entry in entries.Where(e => e.LastUsed < limit))
        {
            Remove(entry);
        }
    }

    private void Remove(VideoCacheEntry entry)
    {
        if (ShouldProcess($"{entry.Analysis} of {entry.FullName}", "Delete kept results") && Engine.Cache.Remove(entry.Key) && PassThru)
        {
            WriteObject(entry);
        }
    }
}
