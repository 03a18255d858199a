namespace VideoTools.PowerShell;

/// <summary>Get-VideoCache: the results that are kept, the one used last first.</summary>
[Cmdlet(VerbsCommon.Get, "VideoCache", HelpUri = ProjectAddress.Help + "Get-VideoCache.md")]
[OutputType(typeof(VideoCacheEntry))]
public sealed class GetVideoCacheCommand : EngineCmdlet
{
    /// <summary>Paths of videos; wildcards are allowed. Only their entries are given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CachedVideoCompleter))]
    public string[] Path { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var entries = Engine.Cache.List();
        foreach (var path in Path)
        {
            // An entry is found by the name of a file as well as by its whole path; the file itself may be gone.
            var full = WildcardPattern.Get(path, WildcardOptions.CultureInvariant);
            WriteObject(
                entries.Where(e => full.IsMatch(e.FullName)
                    || full.IsMatch(System.IO.Path.GetFileName(e.FullName))
                    || string.Equals(e.FullName, SessionState.Path.GetUnresolvedProviderPathFromPSPath(path), StringComparison.Ordinal)),
                enumerateCollection: true);
        }
    }
}
