namespace VideoTools;

/// <summary>Windows made of other records, so that whatever names a crop can be written.</summary>
public static class CropShots
{
    /// <summary>The window of a candidate, over the range that it was measured on.</summary>
    public static CropShot Of(CropCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return Still(candidate.FullName, candidate.SceneIndex, candidate.StartSeconds, candidate.EndSeconds) with
        {
            X = candidate.X,
            Y = candidate.Y,
            Width = candidate.Width,
            Height = candidate.Height,
            Aspect = candidate.Aspect,
            VideoWidth = candidate.VideoWidth,
            VideoHeight = candidate.VideoHeight,
            Reason = candidate.Reason,
            Status = candidate.Status,
        };
    }

    /// <summary>The window of a position, over the range that it was measured on.</summary>
    public static CropShot Of(CropPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return Still(position.FullName, position.SceneIndex, position.StartSeconds, position.EndSeconds) with
        {
            X = position.X,
            Y = position.Y,
            Width = position.Width,
            Height = position.Height,
            Aspect = position.Aspect,
            VideoWidth = position.VideoWidth,
            VideoHeight = position.VideoHeight,
            Status = position.Status,
        };
    }

    private static CropShot Still(string fullName, int scene, double start, double end) => new()
    {
        FullName = fullName,
        SceneIndex = scene,
        Mode = CropMode.Static,
        X = 0,
        Y = 0,
        Width = 0,
        Height = 0,
        Start = TimeSpan.FromSeconds(start),
        End = TimeSpan.FromSeconds(end),
        StartSeconds = start,
        EndSeconds = end,
    };
}
