namespace VideoTools.TestMedia.Niche;

/// <summary>A text about a video, and what it is about.</summary>
/// <param name="Id">Number of the row.</param>
/// <param name="Kind">topic, off (of no niche) or ambiguous (of any of several).</param>
/// <param name="Paths">The right paths, "tech > coding > web_dev"; none for off.</param>
/// <param name="Evidence">The text.</param>
public sealed record LabelledText(int Id, string Kind, IReadOnlyList<string> Paths, NicheEvidence Evidence)
{
    /// <summary>True for the half that constants are fitted on; the other half is only reported.</summary>
    public bool IsForCalibration => Id % 2 == 0;

    /// <summary>The same with nothing but its title: a folder of files whose names are all there is.</summary>
    public LabelledText TitleOnly => this with
    {
        Evidence = new NicheEvidence { Metadata = new VideoMetadata { VideoId = "", Title = Evidence.Metadata?.Title, SourcePath = "" } },
    };
}
