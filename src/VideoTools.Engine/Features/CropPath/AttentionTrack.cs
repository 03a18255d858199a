namespace VideoTools.Engine.Features.CropPath;

/// <summary>What draws the eye in a video, a few times a second.</summary>
/// <param name="Samples">In order of time.</param>
internal sealed record AttentionTrack(IReadOnlyList<SaliencySample> Samples);
