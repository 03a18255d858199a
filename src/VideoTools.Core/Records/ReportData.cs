namespace VideoTools;

/// <summary>
/// All that a report shows. Records of one video are joined by <c>FullName</c>, or by the id of the video where there is no path.
/// </summary>
public sealed record ReportData
{
    /// <summary>Heading of the report.</summary>
    public string Title { get; init; } = "Video report";

    /// <summary>Videos with their niche and measures.</summary>
    public IReadOnlyList<VideoNiche> Niches { get; init; } = [];

    /// <summary>Templates: details of videos that have a niche, or videos without one.</summary>
    public IReadOnlyList<VideoTemplate> Templates { get; init; } = [];

    /// <summary>Clusters of these videos.</summary>
    public IReadOnlyList<NicheCluster> Clusters { get; init; } = [];

    /// <summary>Scenes with their transitions, of a report on a single video.</summary>
    public IReadOnlyList<VideoScene> Scenes { get; init; } = [];

    /// <summary>Crop positions, of a report on a single video.</summary>
    public IReadOnlyList<CropPosition> CropPositions { get; init; } = [];

    /// <summary>Windows over time, of a report on a single video.</summary>
    public IReadOnlyList<CropShot> CropShots { get; init; } = [];

    /// <summary>Candidates for a crop, of a report on a single video.</summary>
    public IReadOnlyList<CropCandidate> CropCandidates { get; init; } = [];

    /// <summary>Chosen frames, of a report on a single video.</summary>
    public IReadOnlyList<SelectedFrame> Frames { get; init; } = [];

    /// <summary>Faces, of a report on a single video: people are told apart by them where there are none.</summary>
    public IReadOnlyList<VideoFace> Faces { get; init; } = [];

    /// <summary>People, of a report on a single video.</summary>
    public IReadOnlyList<VideoPerson> People { get; init; } = [];

    /// <summary>Pictures of some of the videos.</summary>
    public IReadOnlyList<VideoStill> Stills { get; init; } = [];
}
