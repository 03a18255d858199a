using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Get-VideoModel: the models that text and speech use, and whether they are there.</summary>
[Cmdlet(VerbsCommon.Get, "VideoModel")]
[OutputType(typeof(ModelInfo))]
public sealed class GetVideoModelCommand : EngineCmdlet
{
    /// <summary>Names of the models; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var models = Engine.GetModels();
            foreach (var name in Name)
            {
                var found = ModelNames.Find(name, models);
                WriteObject(found, enumerateCollection: true);
                if (found.Count == 0)
                {
                    WriteError(ModelNames.Unknown(name, models));
                }
            }
        }
        catch (VideoToolsException exception)
        {
            WriteVideoError(exception.Error);
        }
    }
}
