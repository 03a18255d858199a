namespace VideoTools.PowerShell;

/// <summary>Compare-VideoNiche: how two niches differ, or the most successful videos from the rest.</summary>
[Cmdlet(VerbsData.Compare, "VideoNiche", DefaultParameterSetName = InputSet, HelpUri = ProjectAddress.Help + "Compare-VideoNiche.md")]
[OutputType(typeof(NicheComparison))]
public sealed class CompareVideoNicheCommand : NicheCmdlet
{
    /// <summary>The niche to compare; with -EngagementColumn the niche to stay within.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NicheCompleter))]
    public string? Niche { get; set; }

    /// <summary>The niche to compare it with; without it all the other videos.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NicheCompleter))]
    public string? OtherNiche { get; set; }

    /// <summary>Column that tells the top from the rest.</summary>
    [Parameter]
    [ValidateSet("ViewCount", "LikeCount", "CommentCount", "FollowerCount", "EngagementRate", "ViewRate", "CompositeScore")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? EngagementColumn { get; set; }

    /// <summary>Percent of the videos that are the top.</summary>
    [Parameter]
    [FlexibleNumber]
    [ValidateRange(0.01, 99.99)]
    public double TopPercent { get; set; } = new NicheComparisonOptions().TopPercent;

    /// <summary>Below so many videos in a group nothing is tested.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int MinimumSampleSize { get; set; } = new NicheComparisonOptions().MinimumSampleSize;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _ = Checked(() => Engine.Niches.Compare([], Options()));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        var names = new[] { Niche, OtherNiche }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
        if (Videos.Count == 0 || names.All(IsKnown))
        {
            WriteObject(Checked(() => Engine.Niches.Compare(Videos, Options())), enumerateCollection: true);
        }
    }

    private NicheComparisonOptions Options() => new()
    {
        Niche = Niche,
        OtherNiche = OtherNiche,
        EngagementColumn = EngagementColumn,
        TopPercent = TopPercent,
        MinimumSampleSize = MinimumSampleSize,
    };
}
