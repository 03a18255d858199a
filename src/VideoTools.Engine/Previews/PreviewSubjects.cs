using VideoTools.Engine.Features.CropPath;

namespace VideoTools.Engine.Previews;

/// <summary>What is known of a file before its pictures are painted.</summary>
/// <param name="Crops">The crops, in the order of the sheet.</param>
/// <param name="Positions">Measured positions; none where only crops are known.</param>
/// <param name="Samples">What draws the eye when.</param>
internal sealed record PreviewSubjects(
    IReadOnlyList<PreviewCrop> Crops, IReadOnlyList<CropPosition> Positions, IReadOnlyList<SaliencySample> Samples)
{
    /// <summary>Puts together what an input brings and what was found.</summary>
    public static PreviewSubjects Of(VideoInput input, IReadOnlyList<object> found, ICrops crops, CandidateOptions options)
    {
        IReadOnlyList<CropPosition> positions = input.Positions ?? [.. found.OfType<CropPosition>()];
        var chosen = input.Shots is { Count: > 0 } shots
            ? shots.Select((shot, i) => new PreviewCrop(shot.SceneIndex > 0 ? shot.SceneIndex : i + 1, Label(shot, i), shot))
            : (input.Candidates ?? crops.Select(positions, options))
                .Select(candidate => new PreviewCrop(candidate.Number, Label(candidate), CropShots.Of(candidate)));
        return new PreviewSubjects([.. chosen], positions, [.. found.OfType<AttentionTrack>().SelectMany(track => track.Samples)]);
    }

    private static string Label(CropCandidate candidate) => string.Create(
        CultureInfo.InvariantCulture, $"#{candidate.Number} {candidate.Score:0.0} {candidate.Crop} {candidate.Strategy}");

    private static string Label(CropShot shot, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(shot.SceneIndex > 0 ? "SCENE " : "#")}{(shot.SceneIndex > 0 ? shot.SceneIndex : index + 1)} {shot.Mode} {shot.Crop}");
}
