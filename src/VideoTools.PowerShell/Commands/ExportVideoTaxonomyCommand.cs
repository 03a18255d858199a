namespace VideoTools.PowerShell;

/// <summary>Export-VideoTaxonomy: writes a taxonomy as a file to edit.</summary>
[Cmdlet(VerbsData.Export, "VideoTaxonomy", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Export-VideoTaxonomy.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportVideoTaxonomyCommand : EngineCmdlet
{
    /// <summary>The JSON file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The JSON file to write.")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A taxonomy file, or the name of one that comes with the module (default, youtube).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaxonomyCompleter))]
    public string? TaxonomyPath { get; set; }

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = ResolvePath(Path);
        if (Save(path, "Write taxonomy", () => Engine.Taxonomies.Save(ResolveTaxonomy(TaxonomyPath), path, Force)))
        {
            WriteFile(path);
        }
    }
}
