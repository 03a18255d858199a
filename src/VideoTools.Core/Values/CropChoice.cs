namespace VideoTools;

/// <summary>What somebody chose on a page, or what was taken because nobody did.</summary>
/// <param name="Candidate">The chosen candidate.</param>
/// <param name="Mode">How the crop behaves over time; Static shows the candidate itself.</param>
/// <param name="Shots">The windows of the choice.</param>
/// <param name="Speeds">All stretches with their speeds; none where every speed is 1.</param>
/// <param name="Video">The video that was written; null where none was asked for.</param>
/// <param name="IsAutomatic">True when nobody chose in time.</param>
public sealed record CropChoice(
    CropCandidate Candidate,
    CropMode Mode,
    IReadOnlyList<CropShot> Shots,
    IReadOnlyList<VideoActivity> Speeds,
    ExportedVideo? Video,
    bool IsAutomatic);
