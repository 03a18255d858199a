namespace VideoTools.PowerShell;

/// <summary>Get-VideoCache: the results that are kept, the one used last first.</summary>
[Cmdlet(VerbsCommon.Get, "VideoCache", DefaultParameterSetName = FileCmdlet.PathSet,
    HelpUri = ProjectAddress.Help + "Get-VideoCache.md")]
[OutputType(typeof(VideoCacheEntry))]
public sealed class GetVideoCacheCommand : EngineCmdlet
{
    /// <summary>Paths of videos; wildcards are allowed. Only their entries are given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = FileCmdlet.PathSet)]
    [SupportsWildcards]
    [FileArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CachedVideoCompleter))]
    public string[] Path { get; set; } = ["*"];

    /// <summary>Paths of videos, each taken as it is written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = FileCmdlet.LiteralPathSet,
        HelpMessage = "Paths of videos, each taken as it is written.")]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // An entry is found by the name of a file as well as by its whole path; the file itself may be gone.
        var entries = Engine.Cache.List();
        var paths = new PathResolver(this, WriteVideoError);
        if (ParameterSetName == FileCmdlet.LiteralPathSet)
        {
            foreach (var name in LiteralPath.Select(paths.Literal).OfType<string>())
            {
                WriteObject(entries.Where(entry => entry.FullName == name), enumerateCollection: true);
            }

            return;
        }

        foreach (var path in Path)
        {
            var pattern = WildcardPattern.Get(path, WildcardOptions.CultureInvariant);
            var full = WildcardPattern.ContainsWildcardCharacters(path) ? null : paths.Literal(FileNames.Unescape(path));
            WriteObject(
                entries.Where(entry => pattern.IsMatch(entry.FullName) || pattern.IsMatch(System.IO.Path.GetFileName(entry.FullName))
                    || entry.FullName == full),
                enumerateCollection: true);
        }
    }
}
