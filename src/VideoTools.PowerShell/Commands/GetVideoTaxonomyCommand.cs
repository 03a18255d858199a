namespace VideoTools.PowerShell;

/// <summary>Get-VideoTaxonomy: the nodes that niches are chosen from.</summary>
[Cmdlet(VerbsCommon.Get, "VideoTaxonomy", HelpUri = ProjectAddress.Help + "Get-VideoTaxonomy.md")]
[OutputType(typeof(TaxonomyNode))]
public sealed class GetVideoTaxonomyCommand : EngineCmdlet
{
    /// <summary>Keys or full paths of nodes; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [Alias("MicroNiche")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NicheCompleter))]
    public string[] Key { get; set; } = ["*"];

    /// <summary>Only nodes of this level: 1 category, 2 subcategory, 3 micro-niche.</summary>
    [Parameter]
    [ValidateRange(1, 3)]
    public int? Level { get; set; }

    /// <summary>Gives the other nodes below the same parent in place of the nodes themselves.</summary>
    [Parameter]
    public SwitchParameter Sibling { get; set; }

    /// <summary>A taxonomy file, or the name of one that comes with the module (default, youtube).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaxonomyCompleter))]
    public string? TaxonomyPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Try(() =>
    {
        var nodes = Engine.Taxonomies.Read(ResolveTaxonomy(TaxonomyPath));
        foreach (var key in Key)
        {
            var pattern = WildcardPattern.Get(key, WildcardOptions.IgnoreCase);
            var found = nodes.Where(n => Level is null || n.Level == Level)
                .Where(n => pattern.IsMatch(n.Key) || pattern.IsMatch(n.FullPath)).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(key))
            {
                WriteError(new ErrorRecord(
                    new ItemNotFoundException($"The taxonomy has no node '{key}'. List the nodes with Get-VideoTaxonomy."),
                    "TaxonomyNodeNotFound", ErrorCategory.ObjectNotFound, key));
            }

            WriteObject(Sibling ? nodes.Where(n => found.Any(f => IsSibling(n, f))) : found, enumerateCollection: true);
        }
    });

    // Below the same node: the path without the last key is the same.
    private static bool IsSibling(TaxonomyNode node, TaxonomyNode other) =>
        node.Level == other.Level && node.FullPath != other.FullPath
        && node.FullPath[..^node.Key.Length] == other.FullPath[..^other.Key.Length];
}
