namespace VideoTools.PowerShell;

/// <summary>Export-VideoTaxonomy: writes a taxonomy as a file to edit.</summary>
[Cmdlet(VerbsData.Export, "VideoTaxonomy", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Export-VideoTaxonomy.md")]
[OutputType(typeof(FileInfo), typeof(SavedFile))]
public sealed class ExportVideoTaxonomyCommand : EngineCmdlet
{
    /// <summary>The JSON file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The JSON file to write.")]
    [Alias("Destination")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A taxonomy file, or the name of one that comes with the module (default, youtube).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaxonomyCompleter))]
    public string? TaxonomyPath { get; set; }

    /// <summary>Overwrites a file that exists and holds something else.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives a record that says whether the file was written or is unchanged, in place of the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = ResolvePath(Path);
        var outcome = Save(path, "Write taxonomy", () => Engine.Taxonomies.Save(ResolveTaxonomy(TaxonomyPath), path, Force));
        WriteResult(path, null, outcome, PassThru);
    }
}
