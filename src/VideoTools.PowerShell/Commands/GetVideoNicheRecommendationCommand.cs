namespace VideoTools.PowerShell;

/// <summary>Get-VideoNicheRecommendation: the profile to imitate, with the most typical videos.</summary>
[Cmdlet(VerbsCommon.Get, "VideoNicheRecommendation", DefaultParameterSetName = InputSet,
    HelpUri = ProjectAddress.Help + "Get-VideoNicheRecommendation.md")]
[OutputType(typeof(NicheRecommendation))]
public sealed class GetVideoNicheRecommendationCommand : NicheCmdlet
{
    /// <summary>Niches to describe; the most frequent category when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NicheCompleter))]
    public string[]? Niche { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        foreach (var niche in Niche ?? [null!])
        {
            if (Videos.Count > 0 && (niche is null || IsKnown(niche)) && Engine.Niches.Recommend(Videos, niche) is { } recommendation)
            {
                WriteObject(recommendation);
            }
        }
    }
}
